// SPDX-License-Identifier: Apache-2.0

/// Reference limits of healthy subjects, exceedance of them, and the precision of an assay.
///
/// Every array holds finite numbers; missing values are dropped by the caller.
@NullMarked
package casebook.stats.reference;

import org.jspecify.annotations.NullMarked;
