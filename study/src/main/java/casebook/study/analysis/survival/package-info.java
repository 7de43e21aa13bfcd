// SPDX-License-Identifier: Apache-2.0

/// Time until an event: curves by group, tests, hazard ratios, follow-up.
@NullMarked
package casebook.study.analysis.survival;

import org.jspecify.annotations.NullMarked;
