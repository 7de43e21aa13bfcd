// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Event;
import casebook.clinic.record.Facts;
import casebook.clinic.record.Timeline;
import casebook.clinic.rule.Advice.Because;
import casebook.clinic.rule.Advice.Verdict;
import casebook.study.cohort.Conditions;
import casebook.study.cohort.Value;
import casebook.study.language.Dictionary.Moment;
import casebook.study.language.ExprUses;
import casebook.study.language.Selection.Criterion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Each criterion of eligibility: met, not met, or not to be told, with what was looked at. Judged
/// on the day of start; before it, as if treatment started on the day of the advice.
public record Eligibility() implements Rule {
  private static final String START = "start";

  @Override
  public List<Advice> advise(PatientDay day) {
    Protocol protocol = day.protocol();
    Timeline patient = day.patient();
    LocalDate today = day.day();
    if (protocol.eligibility().isEmpty() || patient.facts().equals(Facts.none())) {
      return List.of();
    }
    Facts facts = onStart(protocol, patient, today);
    List<Advice> advice = new ArrayList<>();
    Conditions conditions = Conditions.of(facts.table());
    for (Criterion criterion : protocol.eligibility()) {
      Value met = conditions.value(criterion.require(), facts.row());
      advice.add(judged(criterion, met, protocol, patient, facts));
    }
    return advice;
  }

  /// The facts of a patient who starts on the day, where no start is known yet. A start that lies
  /// after the day is not known on the day.
  private static Facts onStart(Protocol protocol, Timeline patient, LocalDate today) {
    Facts facts = patient.facts();
    Optional<LocalDate> start = facts.date(START);
    boolean started = start.isPresent() && !start.get().isAfter(today);
    return started || facts.table().find(START).isEmpty()
        ? facts
        : StartedToday.of(protocol.moments(), patient, START, today);
  }

  private static Advice judged(
      Criterion criterion, Value met, Protocol protocol, Timeline patient, Facts facts) {
    Verdict verdict =
        met == Value.Truth.YES || met instanceof Value.NotApplicable
            ? Verdict.PASS
            : met == Value.Truth.NO ? Verdict.FAIL : Verdict.UNKNOWN;
    Because because =
        new Because(
            criterion.at(),
            () -> events(criterion, protocol, patient, facts),
            () -> Evidence.of(criterion, met, facts, protocol.moments(), patient));
    return new Advice.Eligible(criterion.label(), verdict, because);
  }

  private static List<Event> events(
      Criterion criterion, Protocol protocol, Timeline patient, Facts facts) {
    List<Event> events = new ArrayList<>();
    Set<String> used = ExprUses.variables(criterion.require());
    for (Moment moment : protocol.moments()) {
      if (used.contains(moment.name())) {
        facts
            .date(moment.day())
            .flatMap(day -> patient.latest(moment.measure(), day, moment.days()))
            .ifPresent(events::add);
      }
    }
    return events;
  }
}
