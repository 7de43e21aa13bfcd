// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.stats.result.Estimate;
import casebook.stats.survival.CumulativeIncidence;
import casebook.stats.survival.IncidenceCurve;
import casebook.stats.survival.SurvivalCurve;
import casebook.stats.survival.Times;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.GroupCurve;
import casebook.study.finding.GroupCurve.Step;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a cumulative incidence says of one group, in which people can die first.
///
/// @param plain the numbers that need no curve
record IncidenceNumbers(CurveNumbers plain) {
  /// The place of the event among the causes.
  private static final int EVENT = 1;

  private Followed people() {
    return plain.group().people();
  }

  private IncidenceCurve fitted() {
    return new CumulativeIncidence(plain.asked().level()).fit(people().withDeath(), EVENT);
  }

  /// The share with the event by a time.
  Cell at(double time) {
    Method method = SurvivalMethods.incidence();
    Address address = plain.base().with("at_" + CurveNumbers.slug(time));
    String what = method.name() + " at " + CurveNumbers.number(time) + " ";
    String label = plain.label(what + plain.asked().unit()).strip();
    if (people().longest() < time) {
      String why = "follow-up of this group ends before";
      return Cell.of(Form.PERCENT, Origin.absent(address, label, "%", method, plain.basis(), why));
    }
    IncidenceCurve.Point point = fitted().at(time);
    Estimate share =
        new Estimate(100 * point.incidence(), point.interval().map(CurveNumbers::percent));
    Counts counts = Counts.of("at_risk", point.atRisk()).and("n", people().size());
    return Cell.of(
        Form.PERCENT,
        new Statistic(
            address,
            label,
            Optional.of(share),
            Optional.empty(),
            "%",
            method,
            plain.asked().origin().basis(counts, plain.group().rows()),
            ""));
  }

  /// The curve as a figure draws it: a step at each time at which somebody left.
  GroupCurve curve() {
    IncidenceCurve fitted = fitted();
    SurvivalCurve all = counts(true);
    SurvivalCurve deaths = counts(false);
    List<Step> steps = new ArrayList<>();
    double median = Double.POSITIVE_INFINITY;
    for (int row = 0; row < all.size(); row++) {
      double time = all.time(row);
      IncidenceCurve.Point point = fitted.at(time);
      int dead = deaths.events(row);
      Estimate share = new Estimate(point.incidence(), point.interval());
      steps.add(
          new Step(time, share, all.atRisk(row), all.events(row) - dead, all.censored(row), dead));
      median = point.incidence() >= 0.5 ? Math.min(median, time) : median;
    }
    return new GroupCurve(plain.group().label(), people().size(), steps, median);
  }

  /// How many leave at each time, by any cause or by death alone.
  private SurvivalCurve counts(boolean any) {
    Times times = any ? people().untilEither() : people().untilDeath();
    return plain.asked().kaplanMeier().fit(times);
  }
}
