// SPDX-License-Identifier: Apache-2.0

/// From an address to a table.
@NullMarked
package casebook.study.source;

import org.jspecify.annotations.NullMarked;
