// SPDX-License-Identifier: Apache-2.0

/// How often the intervals of 2x2 tables contain the truth.
@NullMarked
package casebook.bench.coverage;

import org.jspecify.annotations.NullMarked;
