// SPDX-License-Identifier: Apache-2.0

/// Tests of the checks, and of study files as a whole.
@NullMarked
package casebook.study.check;

import org.jspecify.annotations.NullMarked;
