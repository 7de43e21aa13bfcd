// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.Estimate;
import casebook.stats.result.TestResult;

/// A correlation with its interval and its test.
///
/// @param estimate between -1 and 1, with its interval where the data give one
/// @param test of no association
public record Correlation(Estimate estimate, TestResult test) {}
