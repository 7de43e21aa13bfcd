// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.compare.MeanDifference;
import casebook.stats.compare.TTest;
import casebook.stats.describe.Moments;
import casebook.stats.describe.Quantile;
import casebook.stats.reference.ReferenceLimit;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.analysis.provenance.Censored;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.List;
import java.util.Optional;

/// What a group measured: its number of persons, median, quartiles and mean.
///
/// @param asked what is compared
/// @param sample the values
/// @param base the beginning of the addresses
record GroupCells(ComparisonQuestion asked, Sample sample, Address base) {
  private static final String NOBODY = "nobody is in the group";

  Cell count() {
    return Cell.of(
        Form.COUNT,
        asked
            .origin()
            .count(base.with("n"), label("persons"), sample.size(), Rows.all(sample.size())));
  }

  Cell median() {
    int type = asked.settings().profile().percentileType();
    return Cell.of(
        Form.MEDIAN_QUARTILES,
        quantile("median", Methods.MEDIAN, 0.5, Quantile.standard()),
        quantile("lower_quartile", Methods.quartile("lower", type), 0.25, new Quantile(type)),
        quantile("upper_quartile", Methods.quartile("upper", type), 0.75, new Quantile(type)));
  }

  private Statistic quantile(String slug, Method method, double share, Quantile definition) {
    Address address = base.with(slug);
    if (sample.size() == 0) {
      return absent(address, method, NOBODY);
    }
    double value = definition.of(sample.values(), share).orElseThrow();
    return censored().mayMove(value)
        ? absent(address, method, Censored.WHY_NOT)
        : Origin.value(address, label(method.name()), value, asked.unit(), method, basis());
  }

  /// The geometric mean, or the mean, with its interval.
  Cell mean() {
    Form form = asked.log() ? Form.RATIO : Form.DIFFERENCE;
    Method method = asked.log() ? ContrastMethods.GEOMETRIC_MEAN : ContrastMethods.MEAN;
    Address address = base.with(asked.log() ? "geometric_mean" : "mean");
    String why =
        sample.size() == 0
            ? NOBODY
            : sample.censored() == sample.size()
                ? "every value lies beyond a limit of detection"
                : asked.log() && sample.anyNotPositive() ? Effects.NOT_POSITIVE : "";
    if (!why.isEmpty()) {
      return Cell.of(form, absent(address, method, why));
    }
    double[] values = sample.on(asked.spec().scale());
    Answer<MeanDifference> found = new TTest(asked.settings().level()).oneSample(values, 0);
    Estimate estimate =
        found
            .value()
            .map(MeanDifference::difference)
            .orElseGet(() -> Estimate.of(Moments.of(values).mean()));
    Estimate shown =
        asked.log()
            ? new Estimate(Math.exp(estimate.value()), estimate.interval().map(Interval::exp))
            : estimate;
    return Cell.of(
        form,
        new Statistic(
            address,
            label(method.name()),
            Optional.of(shown),
            Optional.empty(),
            asked.unit(),
            method,
            basis(),
            ""));
  }

  /// The median with the interval between two ordered values, for the figure.
  Optional<Estimate> middle() {
    if (sample.size() == 0) {
      return Optional.empty();
    }
    double[] values = sample.values();
    double median = Quantile.standard().of(values, 0.5).orElseThrow();
    if (censored().mayMove(median)) {
      return Optional.empty();
    }
    Interval interval = new ReferenceLimit(0.5, asked.settings().level()).interval(values);
    boolean bounded =
        Double.isFinite(interval.low())
            && Double.isFinite(interval.high())
            && !censored().mayMove(interval.low())
            && !censored().mayMove(interval.high());
    return Optional.of(new Estimate(median, bounded ? Optional.of(interval) : Optional.empty()));
  }

  private Censored censored() {
    return new Censored(asked.values(), sample.rows());
  }

  private Statistic absent(Address address, Method method, String why) {
    return Origin.absent(address, label(method.name()), asked.unit(), method, basis(), why);
  }

  private String label(String what) {
    return asked.measured().label() + ", " + sample.label() + ": " + what;
  }

  private Basis basis() {
    return asked.origin().basis(Counts.of("n", sample.size()), Rows.all(sample.size()));
  }

  /// Cells of a row that has none of these.
  static List<Cell> none() {
    return List.of(Cell.of(Form.EMPTY), Cell.of(Form.EMPTY), Cell.of(Form.EMPTY));
  }
}
