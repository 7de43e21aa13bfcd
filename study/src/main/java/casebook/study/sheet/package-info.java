// SPDX-License-Identifier: Apache-2.0

/// Workbooks to read in or to write in, without a format.
@NullMarked
package casebook.study.sheet;

import org.jspecify.annotations.NullMarked;
