// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.protocol.Treatment.StopRule;
import casebook.clinic.record.Event;
import casebook.clinic.response.GradedCount;
import casebook.clinic.response.ResponseCourse;
import casebook.clinic.response.Spell;
import casebook.clinic.rule.Advice.Because;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether treatment ends by the response, as far as the counts tell.
final class EndByResponse {
  /// The count that decides may be so many days older than the day of the decision.
  private static final int RECENT_DAYS = 30;

  private EndByResponse() {}

  /// What follows for somebody who takes the drug.
  static List<Advice> advise(DoseOnDay now, Optional<ResponseCourse> response) {
    List<StopRule> rules = now.dosing().stops();
    if (rules.isEmpty() || now.dose().isEmpty() || response.isEmpty()) {
      return List.of();
    }
    ResponseCourse course = response.get();
    List<Advice> advice = new ArrayList<>();
    for (StopRule rule : rules) {
      Optional<Advice> one =
          rule.response() ? responding(rule, course, now.day()) : without(rule, course, now.day());
      one.ifPresent(advice::add);
    }
    return advice;
  }

  /// Says whether treatment is to end, so that no dose is raised or changed any more.
  static boolean stops(DoseOnDay now, Optional<ResponseCourse> response) {
    for (Advice one : advise(now, response)) {
      if (one instanceof Advice.Stop) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Advice> without(StopRule rule, ResponseCourse course, LocalDate day) {
    LocalDate start = course.start().orElseThrow();
    LocalDate end = rule.after().after(start, 1);
    if (!course.spells().isEmpty() || day.isBefore(end)) {
      return Optional.empty();
    }
    Supplier<String> over =
        () ->
            rule.label()
                + ": the first dose was on "
                + start
                + ", "
                + rule.after().words()
                + " ended on "
                + end;
    ResponseDefinition definition = course.definition();
    Optional<GradedCount> last = recent(course, end);
    if (last.isEmpty()) {
      return Optional.of(unknown(rule, List.of(), over, recently(definition, end)));
    }
    List<Event> facts = List.of(last.get().measured());
    if (last.get().grade().isEmpty()) {
      String missing = "a count of " + definition.measure() + " before the first dose";
      return Optional.of(unknown(rule, facts, over, missing));
    }
    if (last.get().grade().get() != Response.NONE) {
      String missing = "a later count that confirms the response of " + last.get().day();
      return Optional.of(unknown(rule, facts, over, missing));
    }
    LocalDate from = last.get().day().isAfter(end) ? last.get().day() : end;
    Because because =
        new Because(
            rule.at(),
            facts,
            () ->
                over.get()
                    + ". "
                    + definition.measure()
                    + " "
                    + last.get().measured().quantity().written()
                    + " on "
                    + last.get().day()
                    + " is no response, by "
                    + definition.name()
                    + ", and there was none before.");
    return Optional.of(new Advice.Stop(from, Optional.empty(), because));
  }

  private static Optional<Advice> responding(StopRule rule, ResponseCourse course, LocalDate day) {
    Optional<Spell> spell = course.current();
    if (spell.isEmpty()) {
      return Optional.empty();
    }
    LocalDate end = rule.after().after(spell.get().from(), 1);
    if (day.isBefore(end)) {
      return Optional.empty();
    }
    Supplier<String> over =
        () ->
            rule.label()
                + ": the response has lasted since "
                + spell.get().from()
                + ", "
                + rule.after().words()
                + " of it ended on "
                + end;
    Optional<GradedCount> last = recent(course, end);
    if (last.isEmpty()) {
      List<Event> facts = course.last().<Event>map(GradedCount::measured).stream().toList();
      return Optional.of(unknown(rule, facts, over, recently(course.definition(), end)));
    }
    Because because =
        new Because(
            rule.at(),
            List.of(last.get().measured()),
            () -> over.get() + "; the last count was on " + last.get().day() + ".");
    return Optional.of(new Advice.Stop(end, Optional.empty(), because));
  }

  /// The last count, if it is recent enough to decide.
  private static Optional<GradedCount> recent(ResponseCourse course, LocalDate end) {
    return course.last().filter(it -> !it.day().isBefore(end.minusDays(RECENT_DAYS)));
  }

  private static String recently(ResponseDefinition definition, LocalDate end) {
    return "a count of " + definition.measure() + " on or after " + end.minusDays(RECENT_DAYS);
  }

  private static Advice unknown(
      StopRule rule, List<Event> facts, Supplier<String> over, String missing) {
    return new Advice.CannotTell(
        "whether treatment ends, " + rule.label(),
        missing,
        new Because(rule.at(), () -> facts, () -> over.get() + ". It needs " + missing + "."));
  }
}
