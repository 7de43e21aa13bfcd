// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Estimate;
import casebook.study.analysis.provenance.Counts;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Curve;
import casebook.study.finding.Finding.Curve.Axes;
import casebook.study.finding.Finding.Curve.Mark;
import casebook.study.finding.Finding.Curve.Stretch;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The odds ratio along the cut-off, from the median of the reference group to the last cut-off
/// with a case and a control above it.
///
/// Counts change only at a measured value, so that each distinct value begins a step. Of more than
/// 200 the 100 largest are taken and as many of the others, evenly.
///
/// @param asked what is asked
/// @param bootstrap the samples drawn, where there are any
record CutoffSweep(AssayQuestion asked, Optional<BootstrapTable> bootstrap) {
  private static final int DENSE = 100;

  /// The curve; empty where the study does not ask for it or fewer than two cut-offs have four
  /// filled cells.
  Optional<Curve> finding() {
    if (!asked.spec().sweep() || !asked.compares() || asked.reference().size() == 0) {
      return Optional.empty();
    }
    List<Double> values = thinned(values());
    Group cases = asked.cases();
    Group controls = asked.controls();
    List<Stretch> steps = new ArrayList<>();
    Method method = null;
    for (int i = 0; i + 1 < values.size(); i++) {
      TwoByTwo table = AssayQuestion.table(cases, controls, values.get(i));
      Statistic odds = odds(table);
      Optional<Estimate> estimate = odds.estimate();
      if (filled(table) && estimate.isPresent()) {
        method = odds.method();
        steps.add(
            new Stretch(
                values.get(i),
                values.get(i + 1),
                estimate.get(),
                List.of((int) table.a(), (int) table.c())));
      }
    }
    return method == null || steps.size() < 2
        ? Optional.empty()
        : Optional.of(curve(steps, method));
  }

  private static boolean filled(TwoByTwo table) {
    return table.a() > 0 && table.b() > 0 && table.c() > 0 && table.d() > 0;
  }

  private Statistic odds(TwoByTwo table) {
    return asked
        .odds()
        .of(
            asked.base().with("sweep"),
            asked.label(),
            table,
            asked.origin().basis(Counts.NONE, Rows.all((int) table.n())));
  }

  private List<Double> values() {
    double from = asked.quantile().of(asked.reference().values(), 0.5).orElseThrow();
    return DoubleStream.concat(
            DoubleStream.of(asked.cases().values()), DoubleStream.of(asked.controls().values()))
        .filter(value -> value >= from)
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  private static List<Double> thinned(List<Double> values) {
    int rest = values.size() - DENSE;
    if (rest <= DENSE) {
      return values;
    }
    List<Double> some = new ArrayList<>();
    for (int i = 0; i < DENSE; i++) {
      some.add(values.get((int) ((long) i * rest / DENSE)));
    }
    some.addAll(values.subList(rest, values.size()));
    return some;
  }

  private Curve curve(List<Stretch> steps, Method method) {
    List<Finding.Column> groups = new ArrayList<>();
    for (Group group : asked.groups()) {
      groups.add(new Finding.Column(group.slug(), group.label() + " above", group.size(), ""));
    }
    Heading heading =
        new Heading(
            asked.base().with("sweep"),
            asked.label() + ": odds ratio by cut-off",
            asked.spec().at(),
            false,
            List.of(
                "The curve begins at the median of the "
                    + asked.referenceLabel()
                    + " and ends with the last cut-off that has a case and a control above it. A"
                    + " cut-off chosen by looking at this figure is no longer a test."),
            List.of());
    return new Curve(
        heading,
        new Axes("Cut-off of " + asked.label(), asked.unit(), "Odds ratio"),
        method,
        groups,
        steps,
        marks());
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    asked
        .limit()
        .value()
        .ifPresent(cutoff -> {
          marks.add(
              new Mark(
                  bootstrap.isPresent() ? "Cut-off in use (bootstrap interval)" : "Cut-off in use",
                  cutoff,
                  bootstrap.map(BootstrapTable::cutoffs)));
          Imprecision.of(asked.cohort().study(), asked.variable().name())
              .ifPresent(cv ->
                  marks.add(
                      new Mark(
                          "Zone of imprecision",
                          cutoff,
                          Optional.of(Imprecision.zone(cutoff, cv.highest(), 0.95)))));
        });
    for (AssaySpec.Other other : asked.spec().others()) {
      marks.add(new Mark("Limit from " + other.label(), other.limit(), Optional.empty()));
    }
    return marks;
  }
}
