// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment.Action;
import casebook.clinic.protocol.Treatment.Baseline;
import casebook.clinic.protocol.Treatment.DoseRule;
import casebook.clinic.protocol.Treatment.Trigger;
import casebook.clinic.record.DoseSeries;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.rule.BeforeStart.Known;
import casebook.clinic.rule.BeforeStart.Value;
import casebook.clinic.rule.Capsules.Choice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A rule of the protocol that a measurement sets off, for one patient.
///
/// @param rule what the protocol says
/// @param baseline how the value before start is taken
/// @param before the value before start
/// @param now the patient on the day
/// @param start the first day of treatment
/// @param counted the values since start that count
/// @param course where the patient stands in it; nothing has happened where it cannot be told
record MeasuredRule(
    DoseRule rule,
    Baseline baseline,
    BeforeStart before,
    DoseOnDay now,
    LocalDate start,
    SinceStart counted,
    RiseCourse course) {

  /// The rules of a protocol that measurements set off; none before treatment starts.
  static List<MeasuredRule> all(Protocol protocol, DoseOnDay now) {
    if (now.start().isEmpty()) {
      return List.of();
    }
    List<MeasuredRule> all = new ArrayList<>();
    for (DoseRule rule : protocol.treatment().doseRules()) {
      Optional<String> measure = measure(rule.trigger());
      if (measure.isPresent()) {
        all.add(of(protocol, rule, measure.get(), now));
      }
    }
    return all;
  }

  private static MeasuredRule of(Protocol protocol, DoseRule rule, String measure, DoseOnDay now) {
    Baseline baseline =
        protocol
            .treatment()
            .baseline(measure)
            .orElseGet(() -> new Baseline(measure, 1, 2, 30, rule.at()));
    LocalDate start = now.start().orElseThrow();
    BeforeStart before = Baselines.of(baseline, now.patient(), start);
    SinceStart counted = new SinceStart(now.patient().series(measure), now.doses(), start);
    RiseCourse course =
        cannotTell(rule, before) ? new RiseCourse.Quiet() : course(rule, before, counted, now);
    return new MeasuredRule(rule, baseline, before, now, start, counted, course);
  }

  private static Optional<String> measure(Trigger trigger) {
    return switch (trigger) {
      case Trigger.OfBaseline share -> Optional.of(share.measure());
      case Trigger.OfValue value -> Optional.of(value.measure());
      case Trigger.Happening happening -> Optional.empty();
    };
  }

  /// What is measured.
  String measure() {
    return baseline.measure();
  }

  /// Says whether the rule holds a value against a baseline that there is not.
  boolean cannotTell() {
    return cannotTell(rule, before);
  }

  private static boolean cannotTell(DoseRule rule, BeforeStart before) {
    boolean shares =
        rule.trigger() instanceof Trigger.OfBaseline
            || (rule.resume().isPresent() && rule.resume().get() instanceof Trigger.OfBaseline);
    return shares && !(before instanceof Known);
  }

  /// Says whether it has begun and holds the dose.
  boolean restrains() {
    return !(course instanceof RiseCourse.Quiet || course instanceof RiseCourse.Resumed);
  }

  /// The event of a value.
  Measured event(Value value) {
    return now.patient().values(measure()).stream()
        .filter(it -> it.day().equals(value.day()) && it.value().compareTo(value.value()) == 0)
        .findFirst()
        .orElseThrow();
  }

  /// The dose before a value set the rule off.
  Optional<Event.Dose> doseBefore(Value trigger) {
    DoseSeries doses = now.doses();
    return doses.on(trigger.day().minusDays(1)).or(() -> doses.on(trigger.day()));
  }

  /// Says whether another stage of the protocol has begun since a value.
  boolean newStage(Value trigger) {
    return !now.stage(now.day()).equals(now.stage(trigger.day()));
  }

  /// The daily dose that is reduced: the one before, or that of the stage that has begun since, if
  /// it is less.
  Optional<BigDecimal> base(Value trigger) {
    Optional<BigDecimal> before = doseBefore(trigger).map(Event.Dose::mgPerDay);
    if (!newStage(trigger)) {
      return before;
    }
    Optional<BigDecimal> next =
        now.lastWeight()
            .flatMap(it -> now.stage(now.day()).map(stage -> DoseOnDay.range(stage, it.value())))
            .flatMap(range -> now.capsules().flatMap(all -> all.choose(range)))
            .map(Choice::total);
    return before.map(dose -> next.map(dose::min).orElse(dose));
  }

  private static RiseCourse course(
      DoseRule rule, BeforeStart before, SinceStart counted, DoseOnDay now) {
    Predicate<BigDecimal> begins = holds(rule.trigger(), before);
    if (!counted.any(begins)) {
      return new RiseCourse.Quiet();
    }
    List<LocalDate> given =
        now.doses().all().stream()
            .filter(dose -> dose.mgPerDay().signum() > 0)
            .map(Event.Dose::day)
            .toList();
    Predicate<Value> starts = of(begins).and(it -> counted.taken(it.day().toEpochDay()));
    Optional<Predicate<Value>> ends = rule.resume().map(it -> of(holds(it, before)));
    RiseCourse.Rule followed = new RiseCourse.Rule(starts, days(rule.actions()), ends);
    return RiseCourse.of(counted.all(), followed, given, now.day());
  }

  /// How long the actions last; 1 day where they do not say.
  static int days(List<Action> actions) {
    return actions.stream()
        .flatMap(action ->
            switch (action) {
              case Action.Reduce reduce -> reduce.days().stream();
              case Action.Stop stop -> stop.days().stream();
              case Action.Ask ask -> Optional.<Integer>empty().stream();
            })
        .findFirst()
        .orElse(1);
  }

  private static Predicate<Value> of(Predicate<BigDecimal> number) {
    return value -> number.test(value.value());
  }

  /// A share of a baseline is only asked of one that is known.
  private static Predicate<BigDecimal> holds(Trigger trigger, BeforeStart before) {
    return switch (trigger) {
      case Trigger.OfBaseline share -> ((Known) before).limit(share.relation(), share.percent());
      case Trigger.OfValue limit ->
          value -> Comparisons.stands(value.compareTo(limit.value()), limit.relation());
      case Trigger.Happening happening -> value -> false;
    };
  }

  /// A value in words: `creatinine 1.6 mg/dL on 2001-03-01 (177.8 % of the baseline 0.9)`.
  String words(Value value) {
    String share =
        before instanceof Known known
            ? " ("
                + DoseOnDay.decimals(known.percent(value.value()), 1)
                + " % of the baseline "
                + DoseOnDay.plain(known.mean())
                + ")"
            : "";
    return measure() + " " + event(value).quantity().written() + " on " + value.day() + share;
  }
}
