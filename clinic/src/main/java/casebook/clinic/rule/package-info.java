// SPDX-License-Identifier: Apache-2.0

/// From protocol, events and a day to advice; pure.
@NullMarked
package casebook.clinic.rule;

import org.jspecify.annotations.NullMarked;
