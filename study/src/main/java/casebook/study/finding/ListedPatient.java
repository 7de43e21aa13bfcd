// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.List;

/// What a listing says of one patient.
///
/// @param id the patient's number in the study; never a name
/// @param values one a column
public record ListedPatient(String id, List<Value> values) {
  public ListedPatient {
    values = List.copyOf(values);
  }

  /// A value as printed.
  ///
  /// @param address where it stands: `listing.NAME.PATIENT.COLUMN`
  /// @param label what it is, in words
  /// @param text as printed
  /// @param sources where it was read: file, line and what stands there
  public record Value(Address address, String label, String text, List<String> sources) {
    public Value {
      sources = List.copyOf(sources);
    }
  }
}
