// SPDX-License-Identifier: Apache-2.0

/// Numbers that a text prints, held against what they must equal.
@NullMarked
package casebook.study.analysis.statement;

import org.jspecify.annotations.NullMarked;
