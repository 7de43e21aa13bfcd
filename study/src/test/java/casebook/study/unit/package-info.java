// SPDX-License-Identifier: Apache-2.0

/// Tests of units.
@NullMarked
package casebook.study.unit;

import org.jspecify.annotations.NullMarked;
