// SPDX-License-Identifier: Apache-2.0

/// Distributions: both tails and their logarithms to full accuracy, and quantiles of both tails.
@NullMarked
package casebook.stats.dist;

import org.jspecify.annotations.NullMarked;
