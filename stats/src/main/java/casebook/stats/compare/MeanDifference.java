// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.Estimate;
import casebook.stats.result.TestResult;

/// A difference of means (or one mean), with the interval that its test inverts.
///
/// @param difference first minus second, in the unit of the values, with its interval
/// @param standardError of the difference, in the unit of the values
/// @param test the t test, with t and its degrees of freedom
public record MeanDifference(Estimate difference, double standardError, TestResult test) {}
