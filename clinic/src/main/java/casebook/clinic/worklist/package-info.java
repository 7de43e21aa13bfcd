// SPDX-License-Identifier: Apache-2.0

/// From what the rules say for each patient to a list of what is to be done, for all of them.
@NullMarked
package casebook.clinic.worklist;

import org.jspecify.annotations.NullMarked;
