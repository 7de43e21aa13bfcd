// SPDX-License-Identifier: Apache-2.0

/// Groups, pairs and associations of continuous and ordered values, and families of tests.
///
/// Every array holds finite numbers; missing values are dropped by the caller.
@NullMarked
package casebook.stats.compare;

import org.jspecify.annotations.NullMarked;
