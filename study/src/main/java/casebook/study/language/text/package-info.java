// SPDX-License-Identifier: Apache-2.0

/// From the bytes of a study file to a tree of clauses.
@NullMarked
package casebook.study.language.text;

import org.jspecify.annotations.NullMarked;
