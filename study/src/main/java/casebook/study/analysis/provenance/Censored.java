// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.RowSet;

/// What values beyond a limit of detection (`<10`, `>1000`) allow: order statistics outside their
/// range, no mean.
///
/// @param column the number
/// @param persons whose values are looked at
public record Censored(Column.Numeric column, RowSet persons) {
  /// Why a number has no answer then.
  public static final String WHY_NOT = "some values lie beyond a limit of detection";

  /// Says whether any value is known only to lie beyond a limit.
  public boolean any() {
    return column.anyCensored()
        && persons.stream()
            .filter(column::known)
            .anyMatch(row -> column.censoring(row) != Censoring.NONE);
  }

  /// Says whether a censored value might lie on the other side of an order statistic.
  public boolean mayMove(double statistic) {
    return column.anyCensored()
        && persons.stream()
            .filter(column::known)
            .anyMatch(row ->
                switch (column.censoring(row)) {
                  case NONE -> false;
                  case BELOW -> column.value(row) >= statistic;
                  case ABOVE -> column.value(row) <= statistic;
                });
  }
}
