// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.stats.survival;

import org.jspecify.annotations.NullMarked;
