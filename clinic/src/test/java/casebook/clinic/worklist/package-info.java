// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.clinic.worklist;

import org.jspecify.annotations.NullMarked;
