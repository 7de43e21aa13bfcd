// SPDX-License-Identifier: Apache-2.0

/// What another protocol says of the same patients.
@NullMarked
package casebook.clinic.amendment;

import org.jspecify.annotations.NullMarked;
