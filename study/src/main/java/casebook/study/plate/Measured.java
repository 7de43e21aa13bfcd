// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

import casebook.study.data.Censoring;
import java.util.List;

/// What the wells of one sample on one plate say.
///
/// @param sample the person, or the name of a control
/// @param plate where it was measured
/// @param line of its first well in the file of readings
/// @param value what their mean response stands for, times the dilution; of a censored value the
///   limit
/// @param censoring whether the value lies beyond the standards
/// @param reading what was read of its wells
/// @param singles what each well stands for by itself, in the order of the file; empty when one
///   lies beyond the standards
public record Measured(
    String sample,
    String plate,
    int line,
    double value,
    Censoring censoring,
    MeanReading reading,
    List<Double> singles) {
  public Measured {
    singles = List.copyOf(singles);
  }
}
