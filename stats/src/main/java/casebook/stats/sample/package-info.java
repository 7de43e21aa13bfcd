// SPDX-License-Identifier: Apache-2.0

/// Choosing controls for cases: who may be matched, who is matched, and how alike they are.
@NullMarked
package casebook.stats.sample;

import org.jspecify.annotations.NullMarked;
