// SPDX-License-Identifier: Apache-2.0

/// One thing that can be wrong with a study, one file. No data are needed here.
@NullMarked
package casebook.study.check;

import org.jspecify.annotations.NullMarked;
