// SPDX-License-Identifier: Apache-2.0

/// The clinic's units, in the words of the clinic and of UCUM.
@NullMarked
package casebook.study.unit;

import org.jspecify.annotations.NullMarked;
