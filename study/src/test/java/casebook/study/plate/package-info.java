// SPDX-License-Identifier: Apache-2.0

/// Tests of plates and their calibration curves.
@NullMarked
package casebook.study.plate;

import org.jspecify.annotations.NullMarked;
