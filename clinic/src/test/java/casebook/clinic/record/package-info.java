// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.clinic.record;

import org.jspecify.annotations.NullMarked;
