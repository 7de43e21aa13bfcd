// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.stats.impute;

import org.jspecify.annotations.NullMarked;
