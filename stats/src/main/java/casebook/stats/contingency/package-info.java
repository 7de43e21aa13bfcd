// SPDX-License-Identifier: Apache-2.0

/// Tables of counts: the 2x2 and its relatives.
@NullMarked
package casebook.stats.contingency;

import org.jspecify.annotations.NullMarked;
