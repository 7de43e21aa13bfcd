// SPDX-License-Identifier: Apache-2.0

/// Levels of a drug: what a population model expects, what a patient's own levels say, and which
/// dose would reach a target.
@NullMarked
package casebook.stats.dosing;

import org.jspecify.annotations.NullMarked;
