// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.result.Answer;
import casebook.stats.sample.Balance;
import casebook.study.analysis.provenance.Censored;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.MatchedMethods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.SetMembers;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic.Basis;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// How cases and controls of the same matched set differ: each case weighs 1, and the controls of a
/// set together weigh as much as its cases, among those whose value is known.
///
/// @param cohort the people
/// @param sets who belongs together
/// @param base the beginning of the table's addresses
/// @param origin where the numbers come from
record SetDifference(Cohort cohort, SetMembers sets, Address base, Origin origin) {
  /// The part of an address, and of a column.
  static final String SLUG = "difference_within_sets";

  /// The differences that a table asks for; empty when it names no sets.
  static Optional<SetDifference> of(
      CharacteristicsSpec spec, Cohort cohort, Address base, Origin origin) {
    return spec.matched()
        .map(named -> new SetDifference(cohort, SetMembers.of(cohort, named.name()), base, origin));
  }

  /// The difference of a number.
  Cell of(StudyVariable variable, Column.Numeric column) {
    if (new Censored(column, cohort.rows()).any()) {
      Answer<Double> none = Answer.none(Censored.WHY_NOT);
      return cell(variable.label(), base.with(variable.name()), none, Counts.NONE, Rows.all(0));
    }
    return of(variable, variable.label(), base.with(variable.name()), column, column::value);
  }

  /// The difference of the share that has a level.
  ///
  /// @param label of variable and level
  /// @param place the beginning of the address
  Cell of(StudyVariable variable, String label, Address place, Column.Leveled column, int level) {
    return of(variable, label, place, column, row -> column.code(row) == level ? 1 : 0);
  }

  private Cell of(
      StudyVariable variable,
      String label,
      Address place,
      Column column,
      IntToDoubleFunction value) {
    int[] used = used(column);
    boolean[] cases = new boolean[used.length];
    for (int i = 0; i < used.length; i++) {
      cases[i] = isCase(used[i]);
    }
    double[] values = Arrays.stream(used).mapToDouble(value).toArray();
    Answer<Double> answer =
        used.length == 0
            ? Answer.none("no matched set has a case and a control whose value is known")
            : Balance.standard()
                .withPooled()
                .within(cases, values, Arrays.stream(used).map(sets::set).toArray());
    int out = cohort.rows().size() - used.length;
    Rows rows =
        out == 0
            ? Rows.all(used.length)
            : new Rows(
                used.length,
                List.of(new Rows.Out(variable.name() + " is missing, or no partner", out)));
    return cell(
        label,
        place,
        answer,
        Counts.of("sets", Arrays.stream(used).map(sets::set).distinct().count()),
        rows);
  }

  /// Cases and controls whose value is known, of the sets that have both.
  private int[] used(Column column) {
    int[] known =
        IntStream.concat(cohort.groups().cases().stream(), cohort.groups().controls().stream())
            .filter(row -> column.known(row) && sets.set(row) >= 0)
            .sorted()
            .toArray();
    Set<Integer> withCase = new HashSet<>();
    Set<Integer> withControl = new HashSet<>();
    for (int row : known) {
      (isCase(row) ? withCase : withControl).add(sets.set(row));
    }
    return Arrays.stream(known)
        .filter(row -> withCase.contains(sets.set(row)) && withControl.contains(sets.set(row)))
        .toArray();
  }

  private boolean isCase(int row) {
    return cohort.groups().cases().contains(row);
  }

  private Cell cell(String label, Address place, Answer<Double> answer, Counts counts, Rows rows) {
    Address address = place.with(SLUG);
    String words = label + ": " + MatchedMethods.DIFFERENCE_WITHIN_SETS.name();
    Basis basis = origin.basis(counts, rows);
    return Cell.of(
        Form.NUMBER,
        answer
            .value()
            .map(value ->
                Origin.value(
                    address, words, value, "", MatchedMethods.DIFFERENCE_WITHIN_SETS, basis))
            .orElseGet(() ->
                Origin.absent(
                    address,
                    words,
                    "",
                    MatchedMethods.DIFFERENCE_WITHIN_SETS,
                    basis,
                    answer.outcome().words())));
  }
}
