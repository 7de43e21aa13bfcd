// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.stats.sample;

import org.jspecify.annotations.NullMarked;
