// SPDX-License-Identifier: Apache-2.0

/// What a person must mend, and where.
@NullMarked
package casebook.study.problem;

import org.jspecify.annotations.NullMarked;
