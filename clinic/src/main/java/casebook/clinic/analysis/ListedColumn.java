// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.study.finding.Address;
import casebook.study.finding.ListedPatient;
import java.util.List;
import java.util.Optional;

/// A column of a table of single patients.
interface ListedColumn {
  /// What stands where nothing is known.
  String UNKNOWN = "–";

  /// Its part of an address.
  String slug();

  /// Its head, with the unit of its numbers.
  String head();

  /// The value of a patient as printed; empty when there is none.
  Optional<String> text(int row);

  /// Where the value of a patient was read.
  List<String> sources(int row);

  /// What its codes and marks mean; empty without any.
  Optional<String> legend(List<Integer> rows);

  /// The place of a patient.
  default ListedPatient.Value value(Address base, String id, int row) {
    return new ListedPatient.Value(
        base.with(id).with(slug()),
        "Patient " + id + ": " + head(),
        text(row).orElse(UNKNOWN),
        sources(row));
  }
}
