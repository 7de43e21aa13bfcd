// SPDX-License-Identifier: Apache-2.0

/// What happened to a patient: events in time, as they were written down.
@NullMarked
package casebook.clinic.record;

import org.jspecify.annotations.NullMarked;
