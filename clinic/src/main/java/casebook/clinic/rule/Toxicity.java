// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Treatment.Action;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.rule.Advice.Because;
import casebook.clinic.rule.Advice.Days;
import casebook.clinic.rule.Advice.Status;
import casebook.clinic.rule.BeforeStart.Known;
import casebook.clinic.rule.BeforeStart.Value;
import casebook.clinic.rule.Capsules.Choice;
import casebook.clinic.rule.Capsules.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules that a measurement sets off, *creatinine > 150 % of baseline: reduce 25 % for 10
/// days*, with expiry, recheck, and what follows from it ([RiseCourse]); beside them what labels
/// and guidelines say to a rise of creatinine ([CreatinineAlert]).
///
/// Values count from the day after start, while the drug is taken or was taken the day before. A
/// share of a baseline that is missing, 0, or marked twice cannot be told.
public record Toxicity() implements Rule {
  private static final String CREATININE = "creatinine";

  /// For so many days after it is due a recheck is in its window.
  private static final int WINDOW = 2;

  @Override
  public List<Advice> advise(PatientDay day) {
    List<Advice> advice = new ArrayList<>();
    for (MeasuredRule rule : day.measured()) {
      if (rule.cannotTell()) {
        advice.add(
            new Advice.CannotTell(
                "whether " + rule.rule().label(),
                Baselines.missing(rule.before(), rule.baseline()),
                new Because(
                    rule.rule().at(),
                    List.of(),
                    () -> Baselines.sentence(rule.before(), rule.baseline(), rule.start()))));
      } else {
        advice.addAll(followed(rule));
        advice.addAll(alerts(rule));
      }
    }
    return advice;
  }

  private static List<Advice> followed(MeasuredRule rule) {
    return switch (rule.course()) {
      case RiseCourse.Quiet() -> List.of();
      case RiseCourse.Reduced(var trigger, var last) -> {
        List<Advice> advice = new ArrayList<>(acted(rule, trigger, last));
        advice.add(recheck(rule, trigger, last.plusDays(1)));
        yield advice;
      }
      case RiseCourse.RecheckDue(var trigger, var due) -> rechecking(rule, trigger, due);
      case RiseCourse.Resumed resumed -> resumed(rule, resumed);
      case RiseCourse.Stopped(var trigger, var recheck) -> stopped(rule, recheck);
    };
  }

  private static List<Advice> acted(MeasuredRule rule, Value trigger, LocalDate last) {
    List<Advice> advice = new ArrayList<>();
    for (Action action : rule.rule().actions()) {
      switch (action) {
        case Action.Reduce reduce ->
            rule.base(trigger)
                .map(dose -> Reduction.of(dose, reduce.percent(), rule.now()))
                .ifPresent(it -> advice.add(reduced(rule, trigger, last, it)));
        case Action.Stop stop ->
            advice.add(
                new Advice.Stop(trigger.day(), Optional.of(last), because(rule, trigger, "")));
        case Action.Ask ask -> advice.add(ask(rule, trigger));
      }
    }
    return advice;
  }

  private static Advice reduced(
      MeasuredRule rule, Value trigger, LocalDate last, Reduction reduction) {
    Optional<Measured> weight = rule.now().lastWeight();
    String words = reduction.words(weight) + ", from " + trigger.day() + " to " + last + ".";
    Because because = because(rule, trigger, words);
    if (reduction.choice().isEmpty() || weight.isEmpty()) {
      return new Advice.Warning("Reduce the dose: " + words, "protocol", because);
    }
    Choice choice = reduction.choice().get();
    return new Advice.Dose(
        DoseOnDay.perKilogram(choice.total(), weight.get()),
        choice.portions(),
        trigger.day(),
        Optional.of(last),
        because);
  }

  private static Advice recheck(MeasuredRule rule, Value trigger, LocalDate due) {
    Days window = new Days(due, due.plusDays(WINDOW));
    LocalDate today = rule.now().day();
    Status status =
        today.isBefore(due)
            ? Status.COMING
            : window.contains(today) ? Status.IN_WINDOW : Status.OVERDUE;
    return new Advice.TestDue(
        rule.rule().label(),
        List.of(rule.measure()),
        due,
        window,
        status,
        because(rule, trigger, "The recheck is due on " + due + "."));
  }

  private static List<Advice> rechecking(MeasuredRule rule, Value trigger, LocalDate due) {
    return List.of(
        recheck(rule, trigger, due),
        new Advice.CannotTell(
            "whether the dose before can be given again",
            "a " + rule.measure() + " on or after " + due,
            because(rule, trigger, "The days of the reduced dose are over since " + due + ".")));
  }

  private static List<Advice> resumed(MeasuredRule rule, RiseCourse.Resumed resumed) {
    Optional<Event.Dose> before = rule.doseBefore(resumed.trigger());
    Optional<Event.Dose> dose = rule.now().dose();
    Optional<Measured> weight = rule.now().lastWeight();
    boolean decided = dose.filter(it -> it.day().isAfter(resumed.from())).isPresent();
    if (decided || before.isEmpty() || weight.isEmpty() || rule.newStage(resumed.trigger())) {
      return List.of();
    }
    BigDecimal total = before.get().mgPerDay();
    if (dose.filter(it -> it.mgPerDay().compareTo(total) >= 0).isPresent()) {
      return List.of();
    }
    List<BigDecimal> portions =
        rule.now()
            .capsules()
            .flatMap(it -> it.choose(new Range(total, total, total)))
            .filter(Choice::within)
            .map(Choice::portions)
            .orElse(List.of(total));
    Value decisive = resumed.recheck().orElse(resumed.trigger());
    String words = "The dose before, " + DoseOnDay.plain(total) + " mg a day, may be given again.";
    return List.of(
        new Advice.Dose(
            DoseOnDay.perKilogram(total, weight.get()),
            portions,
            resumed.from(),
            Optional.empty(),
            because(rule, decisive, words)));
  }

  private static List<Advice> stopped(MeasuredRule rule, Value recheck) {
    List<Advice> advice = new ArrayList<>();
    for (Action action : rule.rule().otherwise()) {
      switch (action) {
        case Action.Stop stop ->
            advice.add(
                new Advice.Stop(
                    recheck.day(),
                    stop.days().map(days -> lastDay(recheck, stop.days())),
                    because(rule, recheck, "The limit for the dose before is not met: stop.")));
        case Action.Ask ask -> advice.add(ask(rule, recheck));
        case Action.Reduce reduce ->
            rule.base(recheck)
                .map(dose -> Reduction.of(dose, reduce.percent(), rule.now()))
                .ifPresent(
                    it -> advice.add(reduced(rule, recheck, lastDay(recheck, reduce.days()), it)));
      }
    }
    return advice;
  }

  private static LocalDate lastDay(Value value, Optional<Integer> days) {
    return value.day().plusDays(days.orElse(1) - 1L);
  }

  private static Advice ask(MeasuredRule rule, Value value) {
    String text = "Ask who is responsible before anything is given: " + rule.words(value) + ".";
    return new Advice.Warning(text, "protocol", because(rule, value, ""));
  }

  private static Because because(MeasuredRule rule, Value value, String words) {
    return new Because(
        rule.rule().at(),
        () -> facts(rule, value),
        () -> (rule.rule().label() + ": " + rule.words(value) + ". " + words).strip());
  }

  private static List<Event> facts(MeasuredRule rule, Value value) {
    List<Event> facts = new ArrayList<>();
    facts.add(rule.event(value));
    rule.doseBefore(value).ifPresent(facts::add);
    return facts;
  }

  private static List<Advice> alerts(MeasuredRule rule) {
    if (!rule.measure().equals(CREATININE) || !(rule.before() instanceof Known known)) {
      return List.of();
    }
    Optional<Value> last = rule.counted().last();
    if (last.isEmpty()) {
      return List.of();
    }
    List<Advice> advice = new ArrayList<>();
    for (CreatinineAlert alert : CreatinineAlert.of(known, last.get().value())) {
      advice.add(
          new Advice.Warning(
              () -> rule.words(last.get()) + ": " + alert.words() + ".",
              alert.source(),
              because(rule, last.get(), "")));
    }
    return advice;
  }
}
