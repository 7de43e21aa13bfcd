// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.Crosstab;
import casebook.stats.contingency.FreemanHalton;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.describe.StandardisedDifference;
import casebook.stats.result.Answer;
import casebook.study.analysis.Grouping.Group;
import casebook.study.analysis.provenance.Censored;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.analysis.provenance.TestMethods;
import casebook.study.analysis.provenance.Values;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.List;

/// The columns of a table of characteristics that compare its groups.
///
/// @param variable what is compared
/// @param base the beginning of the table's addresses
/// @param origin where the numbers come from
/// @param settings the profile decides which tests are printed
record GroupComparison(StudyVariable variable, Address base, Origin origin, Settings settings) {
  /// The share of cells with an expected count below 5 from which a chi-square is rough.
  private static final double MANY = 0.2;

  /// So many steps through the network take a fraction of a second; a larger table is simulated.
  private static final long STEPS = 20_000_000;

  /// The standardised difference of two groups of a number.
  Cell difference(Column.Numeric column, List<Group> groups) {
    Answer<Double> answer =
        anyCensored(column, groups)
            ? Answer.none(Censored.WHY_NOT)
            : StandardisedDifference.ofMeans(
                NumberCells.values(column, groups.get(0).rows()),
                NumberCells.values(column, groups.get(1).rows()));
    return difference(answer, column, groups);
  }

  private static boolean anyCensored(Column.Numeric column, List<Group> groups) {
    return groups.stream().anyMatch(group -> new Censored(column, group.rows()).any());
  }

  /// The standardised difference of two groups of a variable with levels.
  Cell difference(Column.Leveled column, List<Group> groups) {
    return difference(
        StandardisedDifference.ofLevels(
            LevelCells.counts(column, groups.get(0).rows()),
            LevelCells.counts(column, groups.get(1).rows())),
        column,
        groups);
  }

  private Cell difference(Answer<Double> answer, Column column, List<Group> groups) {
    if (askedOfOne(column, groups)) {
      return Cell.of(Form.NOT_APPLICABLE);
    }
    Address address = base.with(variable.name()).with("standardised_difference");
    String label = variable.label() + ": standardised difference";
    Basis basis = basis(column, groups);
    Statistic statistic =
        answer
            .value()
            .map(value ->
                Origin.value(address, label, value, "", Methods.STANDARDISED_DIFFERENCE, basis))
            .orElseGet(() ->
                Origin.absent(
                    address,
                    label,
                    "",
                    Methods.STANDARDISED_DIFFERENCE,
                    basis,
                    answer.outcome().words()));
    return Cell.of(Form.NUMBER, statistic);
  }

  /// Says whether fewer than two groups were asked at all.
  private static boolean askedOfOne(Column column, List<Group> groups) {
    return groups.stream().filter(group -> !Values.of(column, group.rows()).notAsked()).count() < 2;
  }

  private Basis basis(Column column, List<Group> groups) {
    Counts counts = Counts.NONE;
    int known = 0;
    int missing = 0;
    int notAsked = 0;
    for (Group group : groups) {
      Values values = Values.of(column, group.rows());
      counts = counts.and(group.slug(), values.known());
      known += values.known();
      missing += values.missing();
      notAsked += values.notApplicable();
    }
    Rows rows = new Values(known, missing, notAsked).rows(variable.name());
    return origin.basis(counts, rows);
  }

  /// The test of a number, by its declared summary.
  Cell test(Column.Numeric column, List<Group> groups, Summarised how) {
    if (askedOfOne(column, groups)) {
      return Cell.of(Form.NOT_APPLICABLE);
    }
    List<double[]> values =
        groups.stream()
            .filter(group -> !Values.of(column, group.rows()).notAsked())
            .map(group -> NumberCells.values(column, group.rows()))
            .toList();
    Address address = base.with(variable.name()).with("p");
    if (how.byMean() && anyCensored(column, groups)) {
      String label = variable.label() + ": " + TestMethods.WELCH.name();
      Basis basis = basis(column, groups);
      return Cell.of(
          Form.P, Origin.absent(address, label, "", TestMethods.WELCH, basis, Censored.WHY_NOT));
    }
    return Cell.of(
        Form.P,
        NumberTests.of(address, variable.label(), how.byMean(), values, basis(column, groups)));
  }

  /// The test of a variable with levels.
  Cell test(Column.Leveled column, List<Group> groups) {
    if (askedOfOne(column, groups)) {
      return Cell.of(Form.NOT_APPLICABLE);
    }
    Address address = base.with(variable.name()).with("p");
    Basis basis = basis(column, groups);
    long[][] counts = new long[groups.size()][column.levels().size()];
    for (int i = 0; i < counts.length; i++) {
      int[] seen = LevelCells.counts(column, groups.get(i).rows());
      for (int j = 0; j < seen.length; j++) {
        counts[i][j] = seen[j];
      }
    }
    if (counts.length == 2 && counts[0].length == 2) {
      // the last level is the event: yes
      TwoByTwo table = new TwoByTwo(counts[0][1], counts[0][0], counts[1][1], counts[1][0]);
      TableTests tests = new TableTests(table, variable.label(), basis);
      return Cell.of(Form.P, tests.headline(address, settings.profile()));
    }
    return manyLevels(address, Crosstab.of(counts), basis);
  }

  /// The chi-square of a larger table; where more than a fifth of the expected counts are below 5,
  /// profile `casebook` takes Fisher's test.
  private Cell manyLevels(Address address, Crosstab table, Basis basis) {
    boolean rough = table.cellsExpectedBelow(5) > MANY * table.rows() * table.columns();
    if (!rough) {
      return Cell.of(Form.P, pearson(address, table, basis));
    }
    boolean casebook =
        switch (settings.profile().largeTest()) {
          case FISHER_WHEN_SPARSE -> true;
          case PEARSON -> false;
        };
    Other other =
        casebook
            ? new Other("Pearson", pearson(address.with("pearson"), table, basis))
            : new Other(Basis.CASEBOOK, fisher(address.with(Basis.CASEBOOK), table, basis));
    Basis wider = basis.withOthers(List.of(other));
    return Cell.of(
        Form.P, casebook ? fisher(address, table, wider) : pearson(address, table, wider));
  }

  private Statistic pearson(Address address, Crosstab table, Basis basis) {
    String label = variable.label() + ": " + TestMethods.PEARSON.name();
    return TableTests.of(address, label, ChiSquare.pearson(table), TestMethods.PEARSON, basis);
  }

  private Statistic fisher(Address address, Crosstab table, Basis basis) {
    FreemanHalton method = FreemanHalton.standard().withMostSteps(STEPS).withSeed(settings.seed());
    Answer<FreemanHalton.Result> answer = method.test(table);
    boolean simulated = answer.value().filter(it -> it.standardError().isPresent()).isPresent();
    Method named = TestMethods.freemanHalton(simulated ? method.toString() : "");
    return TableTests.of(
        address,
        variable.label() + ": " + named.name(),
        answer.map(FreemanHalton.Result::test),
        named,
        basis);
  }
}
