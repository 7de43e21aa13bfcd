// SPDX-License-Identifier: Apache-2.0

/// One thing that can be wrong, one file.
@NullMarked
package casebook.study.check;

import org.jspecify.annotations.NullMarked;
