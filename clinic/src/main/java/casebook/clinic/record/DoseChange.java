// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import casebook.clinic.record.Event.Dose;
import java.math.BigDecimal;
import java.time.LocalDate;

/// A day on which the daily dose became another.
///
/// @param day the first day with the new dose
/// @param from mg a day before; 0: none
/// @param to mg a day from then on; 0: none
/// @param dose the entry that says so: the new dose, or the one that ended
public record DoseChange(LocalDate day, BigDecimal from, BigDecimal to, Dose dose) {}
