// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.survival.KaplanMeier;
import casebook.stats.survival.SurvivalCurve;
import casebook.stats.survival.SurvivalPoint;
import casebook.stats.survival.SurvivalQuantile;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.survival.Followed.End;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.GroupCurve;
import casebook.study.finding.GroupCurve.Step;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a Kaplan-Meier curve says of one group.
///
/// @param asked what is asked
/// @param group who is in it
/// @param base the beginning of the addresses of its numbers
record CurveNumbers(SurvivalQuestion asked, SurvivalGroup group, Address base) {
  /// Why there is no median.
  private static final String NOT_REACHED = "not reached: fewer than half had the event";

  private static final String NOBODY = "nobody is in this group";

  SurvivalCurve fitted() {
    return asked.kaplanMeier().fit(group.people().untilEvent());
  }

  Cell count() {
    long n = group.people().size();
    return Cell.of(
        Form.COUNT, asked.origin().count(base.with("n"), label("persons"), n, group.rows()));
  }

  Cell events() {
    return ended("events", End.EVENT, SurvivalMethods.EVENTS);
  }

  /// Deaths that came first.
  Cell deaths() {
    return ended("deaths_first", End.DEATH, SurvivalMethods.DEATHS);
  }

  private Cell ended(String slug, End end, Method method) {
    int count = group.people().count(end);
    Basis basis =
        asked
            .origin()
            .basis(Counts.of("count", count).and("of", group.people().size()), group.rows());
    return Cell.of(
        Form.COUNT, Origin.value(base.with(slug), label(method.name()), count, "", method, basis));
  }

  /// The median with its interval; infinite where the curve stays above one half.
  Cell median() {
    KaplanMeier kaplanMeier = asked.kaplanMeier();
    Method method = SurvivalMethods.median(kaplanMeier);
    Address address = base.with("median");
    if (group.people().size() == 0) {
      return Cell.of(Form.TIME, absent(address, method, NOBODY));
    }
    SurvivalQuantile median = fitted().median();
    if (median.time().isEmpty() && median.low().isEmpty()) {
      return Cell.of(Form.TIME, absent(address, method, NOT_REACHED));
    }
    Estimate estimate = new Estimate(orEndless(median.time()), interval(median));
    return Cell.of(
        Form.TIME,
        new Statistic(
            address,
            label(method.name()),
            Optional.of(estimate),
            Optional.empty(),
            asked.unit(),
            method,
            basis(),
            median.time().isEmpty() ? NOT_REACHED : ""));
  }

  static double orEndless(OptionalDouble time) {
    return time.orElse(Double.POSITIVE_INFINITY);
  }

  private static Optional<Interval> interval(SurvivalQuantile median) {
    return median.low().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Interval(median.low().getAsDouble(), orEndless(median.high()), median.level()));
  }

  /// The share without the event at a time.
  Cell at(double time) {
    Method method = SurvivalMethods.survival(asked.kaplanMeier());
    Address address = base.with("at_" + slug(time));
    String label = label(method.name() + " at " + number(time) + " " + asked.unit()).strip();
    String beyond = "follow-up of this group ends before";
    if (group.people().size() == 0 || group.people().longest() < time) {
      String why = group.people().size() == 0 ? NOBODY : beyond;
      return Cell.of(Form.PERCENT, Origin.absent(address, label, "%", method, basis(), why));
    }
    SurvivalPoint point = fitted().at(time);
    boolean certain = point.survival() >= 1;
    Estimate share =
        new Estimate(
            100 * point.survival(),
            certain ? Optional.empty() : point.interval().map(CurveNumbers::percent));
    Counts counts = Counts.of("at_risk", point.atRisk()).and("n", group.people().size());
    return Cell.of(
        Form.PERCENT,
        new Statistic(
            address,
            label,
            Optional.of(share),
            Optional.empty(),
            "%",
            method,
            asked.origin().basis(counts, group.rows()),
            ""));
  }

  static Interval percent(Interval share) {
    return new Interval(100 * share.low(), 100 * share.high(), share.level());
  }

  /// A time within an address: `12`, `0_5`.
  static String slug(double time) {
    return number(time).replace('.', '_');
  }

  /// A time as written: `12`, `0.5`.
  static String number(double time) {
    return time == Math.rint(time) ? Long.toString(Math.round(time)) : Double.toString(time);
  }

  /// The curve as a figure draws it.
  GroupCurve curve() {
    SurvivalCurve fitted = fitted();
    List<Step> steps = new ArrayList<>();
    for (int row = 0; row < fitted.size(); row++) {
      double time = fitted.time(row);
      steps.add(
          new Step(
              time,
              new Estimate(fitted.survival(row), fitted.interval(row)),
              fitted.atRisk(row),
              fitted.events(row),
              fitted.censored(row),
              0));
    }
    return new GroupCurve(
        group.label(), group.people().size(), steps, orEndless(fitted.median().time()));
  }

  private Statistic absent(Address address, Method method, String why) {
    return Origin.absent(address, label(method.name()), asked.unit(), method, basis(), why);
  }

  String label(String what) {
    return asked.event() + ", " + group.label() + ": " + what;
  }

  Basis basis() {
    Counts counts =
        Counts.of("n", group.people().size()).and("events", group.people().count(End.EVENT));
    return asked.origin().basis(counts, group.rows());
  }
}
