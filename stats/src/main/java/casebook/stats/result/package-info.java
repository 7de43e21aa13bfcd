// SPDX-License-Identifier: Apache-2.0

/// What every method returns.
@NullMarked
package casebook.stats.result;

import org.jspecify.annotations.NullMarked;
