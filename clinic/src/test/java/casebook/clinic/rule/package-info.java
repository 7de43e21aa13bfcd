// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.clinic.rule;

import org.jspecify.annotations.NullMarked;
