// SPDX-License-Identifier: Apache-2.0

/// Derive, include, exclude, match: from a table to a cohort.
@NullMarked
package casebook.study.cohort;

import org.jspecify.annotations.NullMarked;
