// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.clinic.response;

import org.jspecify.annotations.NullMarked;
