// SPDX-License-Identifier: Apache-2.0

/// Whole processes against a named peer. Results are checked before they are timed.
@NullMarked
package casebook.bench.duel;

import org.jspecify.annotations.NullMarked;
