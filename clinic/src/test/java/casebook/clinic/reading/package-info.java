// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.clinic.reading;

import org.jspecify.annotations.NullMarked;
