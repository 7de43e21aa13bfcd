// SPDX-License-Identifier: Apache-2.0

/// The numbers of a table of characteristics: means, quantiles, frequencies and differences.
@NullMarked
package casebook.stats.describe;

import org.jspecify.annotations.NullMarked;
