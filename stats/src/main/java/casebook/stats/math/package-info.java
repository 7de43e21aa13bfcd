// SPDX-License-Identifier: Apache-2.0

/// Numerics: sums that keep every digit, small dense matrices, roots, and Newton's method.
@NullMarked
package casebook.stats.math;

import org.jspecify.annotations.NullMarked;
