// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;

/// What a linear fit says about one row.
///
/// Equals: `predict.lm` (R 4.2) with `interval = "confidence"` and `"prediction"`.
///
/// @param mean the mean of all such people, with its confidence interval
/// @param standardError the standard error of that mean
/// @param single where one such person lies
public record LinearPrediction(Estimate mean, double standardError, Interval single) {}
