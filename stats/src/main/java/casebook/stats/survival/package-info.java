// SPDX-License-Identifier: Apache-2.0

/// Time to an event: survival curves, their tests, proportional hazards, competing causes.
@NullMarked
package casebook.stats.survival;

import org.jspecify.annotations.NullMarked;
