// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.clinic.interaction;

import org.jspecify.annotations.NullMarked;
