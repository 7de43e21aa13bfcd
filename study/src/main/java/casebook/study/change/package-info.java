// SPDX-License-Identifier: Apache-2.0

/// What changed between two runs of a study: which numbers, and what made them change.
@NullMarked
package casebook.study.change;

import org.jspecify.annotations.NullMarked;
