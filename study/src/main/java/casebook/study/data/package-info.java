// SPDX-License-Identifier: Apache-2.0

/// Immutable typed columns with missing values marked.
@NullMarked
package casebook.study.data;

import org.jspecify.annotations.NullMarked;
