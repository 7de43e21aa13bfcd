// SPDX-License-Identifier: Apache-2.0

/// Expressions of the study language: read, looked through, written.
@NullMarked
package casebook.study.language.expression;

import org.jspecify.annotations.NullMarked;
