// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.describe.Quantile;
import casebook.stats.describe.Summary;
import casebook.study.analysis.Grouping.Group;
import casebook.study.analysis.provenance.Censored;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.analysis.provenance.Values;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Method;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The cells of a number in a table of characteristics.
///
/// @param variable the number
/// @param column its values
/// @param how how they are put together
/// @param base `characteristics.age`
/// @param origin where they come from
/// @param percentileType the definition of quartiles
record NumberCells(
    StudyVariable variable,
    Column.Numeric column,
    Summarised how,
    Address base,
    Origin origin,
    int percentileType) {

  /// The known values of some persons, in their order.
  static double[] values(Column.Numeric column, RowSet persons) {
    return persons.stream().filter(column::known).mapToDouble(column::value).toArray();
  }

  Cell of(Group group) {
    Values values = Values.of(column, group.rows());
    if (values.notAsked()) {
      return Cell.of(Form.NOT_APPLICABLE);
    }
    Optional<Summary> summary = Summary.of(values(column, group.rows())).value();
    Basis basis = origin.basis(Counts.of("n", values.known()), values.rows(variable.name()));
    Censored censored = new Censored(column, group.rows());
    Maker maker = new Maker(group, basis, summary, censored);
    List<Statistic> statistics =
        switch (how) {
          case MEAN_SD -> List.of(maker.mean(), maker.standardDeviation());
          case MEAN_SE -> List.of(maker.mean(), maker.standardError());
          case MEDIAN_QUARTILES ->
              List.of(maker.median(), maker.quartile("lower"), maker.quartile("upper"));
          case MEDIAN_RANGE -> List.of(maker.median(), maker.minimum(), maker.maximum());
        };
    return new Cell(how.form(), statistics, List.of());
  }

  /// Makes the statistics of one cell.
  private final class Maker {
    private final Group group;
    private final Basis basis;
    private final Optional<Summary> summary;
    private final Censored censored;

    Maker(Group group, Basis basis, Optional<Summary> summary, Censored censored) {
      this.censored = censored;
      this.group = group;
      this.basis = basis;
      this.summary = summary;
    }

    Statistic mean() {
      return make("mean", Methods.MEAN, summary.map(Summary::mean));
    }

    Statistic standardDeviation() {
      return make(
          "standard_deviation",
          Methods.STANDARD_DEVIATION,
          summary.flatMap(s -> boxed(s.standardDeviation())));
    }

    Statistic standardError() {
      return make(
          "standard_error", Methods.STANDARD_ERROR, summary.flatMap(s -> boxed(s.standardError())));
    }

    Statistic median() {
      return make("median", Methods.MEDIAN, summary.map(Summary::median));
    }

    Statistic quartile(String which) {
      String slug = which + "_quartile";
      int own = Profile.CASEBOOK.percentileType();
      if (percentileType == own) {
        return quartile(slug, which, own, basis);
      }
      Statistic casebook = quartile(slug + "." + Basis.CASEBOOK, which, own, basis);
      Basis wider = basis.withOthers(List.of(new Basis.Other(Basis.CASEBOOK, casebook)));
      return quartile(slug, which, percentileType, wider);
    }

    private Statistic quartile(String slug, String which, int type, Basis on) {
      double share = which.equals("lower") ? 0.25 : 0.75;
      OptionalDouble value = new Quantile(type).of(values(column, group.rows()), share);
      return make(slug, Methods.quartile(which, type), boxed(value), on);
    }

    Statistic minimum() {
      return make("minimum", Methods.MINIMUM, summary.map(s -> s.order().minimum()));
    }

    Statistic maximum() {
      return make("maximum", Methods.MAXIMUM, summary.map(s -> s.order().maximum()));
    }

    private Statistic make(String slug, Method method, Optional<Double> value) {
      return make(slug, method, value, basis);
    }

    private Statistic make(String slug, Method method, Optional<Double> value, Basis on) {
      Address address = base.with(group.slug());
      for (String part : slug.split("\\.", -1)) {
        address = address.with(part);
      }
      return make(address, method, value, on);
    }

    private Statistic make(Address address, Method method, Optional<Double> value, Basis on) {
      String label = variable.label() + ", " + group.label() + ": " + method.name();
      boolean moment = how.byMean();
      boolean unsure = moment ? censored.any() : value.filter(censored::mayMove).isPresent();
      if (unsure) {
        return Origin.absent(address, label, variable.unit(), method, on, Censored.WHY_NOT);
      }
      return value
          .map(it -> Origin.value(address, label, it, variable.unit(), method, on))
          .orElseGet(() -> Origin.absent(address, label, variable.unit(), method, on, whyNot()));
    }

    private String whyNot() {
      return summary.isEmpty() ? "no value is known" : "one value alone has no spread";
    }

    private static Optional<Double> boxed(OptionalDouble value) {
      return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
  }
}
