// SPDX-License-Identifier: Apache-2.0

/// A first study file, guessed from a table.
@NullMarked
package casebook.study.draft;

import org.jspecify.annotations.NullMarked;
