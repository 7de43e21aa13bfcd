// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.contingency.TwoByTwo;
import casebook.stats.describe.Quantile;
import casebook.study.analysis.provenance.Ordinal;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.ComputedLimit;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Settings;
import casebook.study.plate.Plates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// What is asked of an assay, with the people and the methods at hand.
///
/// @param base the beginning of all addresses
/// @param spec what the clause says
/// @param cohort the people
/// @param settings what the run is done with
/// @param odds how odds ratios are made
public record AssayQuestion(
    Address base, AssaySpec spec, Cohort cohort, Settings settings, OddsRatios odds) {

  StudyVariable variable() {
    return StudyVariable.find(cohort.study(), spec.variable().words()).orElseThrow();
  }

  String label() {
    return variable().label();
  }

  String unit() {
    return variable().unit();
  }

  Column.Numeric column() {
    return (Column.Numeric) cohort.table().column(spec.variable().words());
  }

  Origin origin() {
    return Origin.of(cohort, spec.at());
  }

  /// The plates on which it was measured; empty where the values are in the data.
  Optional<Plates> plates() {
    return Plates.of(cohort.study(), cohort.table(), spec.variable().words());
  }

  /// The limit in use.
  ComputedLimit limit() {
    return cohort.limits().stream()
        .filter(it -> it.rule().variable().equals(spec.variable().words()))
        .findFirst()
        .orElseThrow();
  }

  /// The percentile of the reference group: that of the limit, or the one beside a given limit.
  double percentile() {
    return limit().rule().percentile().orElse(spec.percentile());
  }

  /// The percentile as a rank: `99th`.
  String ordinal() {
    return Ordinal.of(percentile());
  }

  double probability() {
    // 99 / 100, not 1 - 0.01
    return BigDecimal.valueOf(percentile()).movePointLeft(2).doubleValue();
  }

  /// Whose percentile it is.
  Group reference() {
    String group = limit().rule().group();
    return new Group("reference", referenceLabel(), column(), rows(group));
  }

  String referenceLabel() {
    String group = limit().rule().group();
    return group.equals("all") ? "participants" : group;
  }

  private RowSet rows(String group) {
    return switch (group) {
      case "controls" -> cohort.groups().controls();
      case "cases" -> cohort.groups().cases();
      default -> cohort.rows();
    };
  }

  Group cases() {
    return new Group("cases", "Cases", column(), cohort.groups().cases());
  }

  Group controls() {
    return new Group("controls", "Controls", column(), cohort.groups().controls());
  }

  /// The columns of counts: cases and controls, or all when the study does not have both.
  List<Group> groups() {
    return compares()
        ? List.of(cases(), controls())
        : List.of(new Group("all", "All", column(), cohort.rows()));
  }

  /// Says whether there are cases and controls with measurements.
  boolean compares() {
    return cases().size() > 0 && controls().size() > 0;
  }

  /// Says whether the limit is an upper percentile of the very controls that the cases are compared
  /// with.
  boolean circular() {
    return compares()
        && limit().rule().percentile().filter(percent -> percent > 50).isPresent()
        && limit().rule().group().equals("controls");
  }

  Quantile quantile() {
    return new Quantile(limit().quantileType());
  }

  /// A percentile as it would be used: to 15 digits, then rounded as the study says.
  double rounded(double percentile) {
    BigDecimal exact = Decimals.of(percentile);
    return limit()
        .rule()
        .roundedTo()
        .map(step -> exact.divide(step, 0, RoundingMode.HALF_UP).multiply(step))
        .orElse(exact)
        .doubleValue();
  }

  /// Cases and controls above and not above a cut-off.
  static TwoByTwo table(Group cases, Group controls, double cutoff) {
    int a = cases.above(cutoff);
    int c = controls.above(cutoff);
    return new TwoByTwo(a, cases.size() - a, c, controls.size() - c);
  }
}
