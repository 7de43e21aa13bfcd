// SPDX-License-Identifier: Apache-2.0

/// Scores the library against certified values, for any folder of suites.
@NullMarked
package casebook.bench.score;

import org.jspecify.annotations.NullMarked;
