// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.finding.Rows;
import java.util.ArrayList;
import java.util.List;

/// How many of some persons have a value, and why the others have none.
///
/// @param known have a value
/// @param missing should have one and have none
/// @param notApplicable were not asked
public record Values(int known, int missing, int notApplicable) {
  /// Counts the values that some persons have.
  public static Values of(Column column, RowSet persons) {
    int known = 0;
    int missing = 0;
    int notApplicable = 0;
    for (int i = 0; i < persons.size(); i++) {
      switch (column.presence(persons.row(i))) {
        case KNOWN -> known++;
        case MISSING -> missing++;
        case NOT_APPLICABLE -> notApplicable++;
      }
    }
    return new Values(known, missing, notApplicable);
  }

  /// Says whether nobody was asked.
  public boolean notAsked() {
    return known == 0 && missing == 0 && notApplicable > 0;
  }

  /// Those with a value, and the others by reason.
  public Rows rows(String variable) {
    List<Rows.Out> out = new ArrayList<>();
    if (missing > 0) {
      out.add(new Rows.Out(variable + " is missing", missing));
    }
    if (notApplicable > 0) {
      out.add(new Rows.Out(variable + " was not asked", notApplicable));
    }
    return new Rows(known, out);
  }
}
