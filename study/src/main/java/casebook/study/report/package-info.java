// SPDX-License-Identifier: Apache-2.0

/// From findings to a paper that has no format yet.
@NullMarked
package casebook.study.report;

import org.jspecify.annotations.NullMarked;
