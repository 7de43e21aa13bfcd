// SPDX-License-Identifier: Apache-2.0

/// Tests of the first study file that is guessed from a table.
@NullMarked
package casebook.study.draft;

import org.jspecify.annotations.NullMarked;
