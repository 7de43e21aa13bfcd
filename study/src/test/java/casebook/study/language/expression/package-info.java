// SPDX-License-Identifier: Apache-2.0

/// Tests of expressions.
@NullMarked
package casebook.study.language.expression;

import org.jspecify.annotations.NullMarked;
