// SPDX-License-Identifier: Apache-2.0

/// From a study file to the sheets into which its data are written.
@NullMarked
package casebook.clinic.entry;

import org.jspecify.annotations.NullMarked;
