// SPDX-License-Identifier: Apache-2.0

/// From tables of events and visits to what happened to each patient.
@NullMarked
package casebook.clinic.reading;

import org.jspecify.annotations.NullMarked;
