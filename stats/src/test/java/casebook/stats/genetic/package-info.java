// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.stats.genetic;

import org.jspecify.annotations.NullMarked;
