// SPDX-License-Identifier: Apache-2.0

/// The `casebook` command.
@NullMarked
package casebook.cli;

import org.jspecify.annotations.NullMarked;
