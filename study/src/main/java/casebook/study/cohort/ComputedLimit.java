// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.language.Study.LimitRule;
import java.util.OptionalDouble;

/// A reference limit with the people it was taken from.
///
/// @param rule what the study file declares
/// @param value the limit as used, after rounding; empty when it cannot be given
/// @param unrounded the limit before rounding
/// @param n values in the reference group
/// @param above how many of them lie above the limit
/// @param quantileType the percentile definition (Hyndman and Fan), such as 6
/// @param whyNot why there is no limit; empty when there is
public record ComputedLimit(
    LimitRule rule,
    OptionalDouble value,
    OptionalDouble unrounded,
    int n,
    int above,
    int quantileType,
    String whyNot) {}
