// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.clinic.protocol;

import org.jspecify.annotations.NullMarked;
