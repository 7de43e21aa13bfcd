// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.stats.curve;

import org.jspecify.annotations.NullMarked;
