// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Treatment.Action;
import casebook.clinic.protocol.Treatment.DoseRule;
import casebook.clinic.protocol.Treatment.Trigger.Happening;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Complication;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.rule.Advice.Because;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a complication does to the dose: *infection or intolerance: reduce 25 % or stop for 3
/// days*.
///
/// It begins on the first day of the complication. A complication is of a kind when its name or the
/// note beside it has the word. After the days the dose before may be given again, but not blindly
/// while another drug changes the level.
public record Holds() implements Rule {
  @Override
  public List<Advice> advise(PatientDay day) {
    DoseOnDay now = day.now();
    List<Complication> complications = now.patient().all(Complication.class);
    if (complications.isEmpty()) {
      return List.of();
    }
    List<Advice> advice = new ArrayList<>();
    for (DoseRule rule : day.protocol().treatment().doseRules()) {
      if (rule.trigger() instanceof Happening happening) {
        for (Complication complication : complications) {
          if (Held.of(happening, complication)) {
            advice.addAll(held(rule, complication, now));
          }
        }
      }
    }
    return advice;
  }

  private static List<Advice> held(DoseRule rule, Complication complication, DoseOnDay now) {
    Optional<Event.Dose> before = before(complication, now);
    if (before.isEmpty()) {
      return List.of();
    }
    return Held.over(rule, complication, now.day())
        ? over(rule, complication, before.get(), now)
        : acted(rule, complication, before.get(), now);
  }

  private static Optional<Event.Dose> before(Complication complication, DoseOnDay now) {
    String drug = now.dosing().drug();
    LocalDate day = complication.day();
    return now.patient()
        .exposure(drug, day.minusDays(1))
        .or(() -> now.patient().exposure(drug, day));
  }

  private static List<Advice> acted(
      DoseRule rule, Complication complication, Event.Dose before, DoseOnDay now) {
    List<Advice> advice = new ArrayList<>();
    LocalDate last = Held.last(rule, complication);
    for (Action action : rule.actions()) {
      switch (action) {
        case Action.Reduce reduce ->
            advice.add(
                reduced(
                    rule,
                    complication,
                    Reduction.of(before.mgPerDay(), reduce.percent(), now),
                    now));
        case Action.Stop stop ->
            advice.add(
                new Advice.Stop(
                    complication.day(),
                    Optional.of(last),
                    because(rule, complication, before, "Stop until " + last + ".")));
        case Action.Ask ask ->
            advice.add(
                new Advice.Warning(
                    "Ask who is responsible: " + complication.name() + ".",
                    "protocol",
                    because(rule, complication, before, "")));
      }
    }
    return advice;
  }

  private static Advice reduced(
      DoseRule rule, Complication complication, Reduction reduction, DoseOnDay now) {
    Optional<Measured> weight = now.lastWeight();
    LocalDate last = Held.last(rule, complication);
    String words = reduction.words(weight) + ", until " + last + ".";
    Event.Dose before = before(complication, now).orElseThrow();
    Because because = because(rule, complication, before, words);
    if (reduction.choice().isEmpty() || weight.isEmpty()) {
      return new Advice.Warning("Reduce the dose: " + words, "protocol", because);
    }
    BigDecimal total = reduction.choice().get().total();
    return new Advice.Dose(
        DoseOnDay.perKilogram(total, weight.get()),
        reduction.choice().get().portions(),
        complication.day(),
        Optional.of(last),
        because);
  }

  /// After the days, until a dose is written down.
  private static List<Advice> over(
      DoseRule rule, Complication complication, Event.Dose before, DoseOnDay now) {
    LocalDate last = Held.last(rule, complication);
    boolean lower =
        now.dose().filter(it -> it.mgPerDay().compareTo(before.mgPerDay()) >= 0).isEmpty();
    boolean decided = now.dose().filter(it -> it.day().isAfter(last)).isPresent();
    if (!lower || decided) {
      return List.of();
    }
    String given = DoseOnDay.plain(before.mgPerDay()) + " mg a day";
    String text =
        Interactions.changing(now).isEmpty()
            ? "The days of " + rule.label() + " are over: " + given + " may be given again."
            : "The days of "
                + rule.label()
                + " are over, but "
                + String.join(", ", Interactions.changing(now))
                + " changes the level: do not give "
                + given
                + " again blindly; measure a level 5 to 7 days after any dose.";
    return List.of(new Advice.Note(text, because(rule, complication, before, text)));
  }

  private static Because because(
      DoseRule rule, Complication complication, Event.Dose before, String words) {
    return new Because(
        rule.at(),
        List.of(complication, before),
        () ->
            (rule.label() + ": " + complication.name() + " on " + complication.day() + ". " + words)
                .strip());
  }
}
