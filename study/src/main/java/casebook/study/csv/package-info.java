// SPDX-License-Identifier: Apache-2.0

/// Separated text as it is written, safe to open in a spreadsheet.
@NullMarked
package casebook.study.csv;

import org.jspecify.annotations.NullMarked;
