// SPDX-License-Identifier: Apache-2.0

/// From the readings of plates to the values of a variable: one calibration curve a plate.
@NullMarked
package casebook.study.plate;

import org.jspecify.annotations.NullMarked;
