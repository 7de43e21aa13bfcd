// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.cohort.Attrition.Count;
import casebook.study.data.RowSet;
import casebook.study.language.Selection;
import java.util.List;
import java.util.stream.IntStream;

/// Which group each row belongs to.
final class GroupOf {
  private final Value[] cases;
  private final Value[] controls;
  private final boolean declared;

  private GroupOf(Value[] cases, Value[] controls, boolean declared) {
    this.cases = cases;
    this.controls = controls;
    this.declared = declared;
  }

  /// Sorts the rows of a table into cases and controls.
  static GroupOf of(Selection selection, Evaluate evaluate) {
    int rows = evaluate.table().rows();
    Value[] cases = new Value[rows];
    Value[] controls = new Value[rows];
    for (int row = 0; row < rows; row++) {
      cases[row] =
          selection.cases().isPresent()
              ? evaluate.value(selection.cases().get(), row)
              : Value.Truth.NO;
      controls[row] =
          selection.controls().isPresent()
              ? evaluate.value(selection.controls().get(), row)
              : Value.Truth.NO;
    }
    return new GroupOf(
        cases, controls, selection.cases().isPresent() && selection.controls().isPresent());
  }

  /// Says whether the study names both groups, so that who is in neither is not in the study.
  boolean declared() {
    return declared;
  }

  boolean isCase(int row) {
    return cases[row].equals(Value.Truth.YES);
  }

  boolean isControl(int row) {
    return controls[row].equals(Value.Truth.YES);
  }

  /// Whether the row is a case or a control: yes, no, or unknown.
  Value inEither(int row) {
    return Logic.or(List.of(cases[row], controls[row]));
  }

  /// Says whether something asked `of: all`, `of: cases` or `of: controls` concerns the row; of
  /// somebody whose group is not known it is taken to.
  boolean concerns(String of, int row) {
    return switch (of) {
      case "all" -> true;
      case "cases" -> !cases[row].equals(Value.Truth.NO);
      case "controls" -> !controls[row].equals(Value.Truth.NO);
      default -> throw new IllegalArgumentException("`of: " + of + "` is not all, cases, controls");
    };
  }

  /// Counts rows by group.
  Count count(RowSet rows) {
    int inCases = rows.where(this::isCase).size();
    int inControls = rows.where(this::isControl).size();
    return new Count(inCases, inControls, rows.size() - inCases - inControls);
  }

  /// The rows that are both a case and a control, from 0.
  int[] inBoth() {
    return IntStream.range(0, cases.length).filter(row -> isCase(row) && isControl(row)).toArray();
  }
}
