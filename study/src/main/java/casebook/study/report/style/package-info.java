// SPDX-License-Identifier: Apache-2.0

/// How a journal prints: its style, its numbers, what stands in a place of a table.
@NullMarked
package casebook.study.report.style;

import org.jspecify.annotations.NullMarked;
