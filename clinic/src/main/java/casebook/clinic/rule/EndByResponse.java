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
    return !now.dosing().stops().isEmpty()
        && advise(now, response).stream().anyMatch(it -> it instanceof Advice.Stop);
  }

  private static Optional<Advice> without(StopRule rule, ResponseCourse course, LocalDate day) {
    if (course.start().isEmpty() || !course.spells().isEmpty()) {
      return Optional.empty();
    }
    LocalDate end = rule.after().after(course.start().get(), 1);
    if (day.isBefore(end)) {
      return Optional.empty();
    }
    LocalDate recent = end.minusDays(RECENT_DAYS);
    ResponseDefinition definition = course.definition();
    Optional<GradedCount> last = course.last().filter(it -> !it.day().isBefore(recent));
    if (last.isEmpty()) {
      String missing = "a count of " + definition.measure() + " on or after " + recent;
      return Optional.of(unknown(rule, course, List.of(), missing));
    }
    List<Event> facts = List.of(last.get().measured());
    if (last.get().grade().isEmpty()) {
      String missing = "a count of " + definition.measure() + " before the first dose";
      return Optional.of(unknown(rule, course, facts, missing));
    }
    if (last.get().grade().get() != Response.NONE) {
      String missing = "a later count that confirms the response of " + last.get().day();
      return Optional.of(unknown(rule, course, facts, missing));
    }
    LocalDate from = last.get().day().isAfter(end) ? last.get().day() : end;
    Because because =
        new Because(
            rule.at(),
            facts,
            () ->
                over(rule, course)
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
    Optional<GradedCount> last = course.last();
    if (spell.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    LocalDate end = rule.after().after(spell.get().from(), 1);
    if (day.isBefore(end)) {
      return Optional.empty();
    }
    Because because =
        new Because(
            rule.at(),
            List.of(last.get().measured()),
            () ->
                rule.label()
                    + ": the response has lasted since "
                    + spell.get().from()
                    + ", "
                    + rule.after().words()
                    + " of it ended on "
                    + end
                    + "; the last count was on "
                    + last.get().day()
                    + ".");
    return Optional.of(new Advice.Stop(end, Optional.empty(), because));
  }

  private static Advice unknown(
      StopRule rule, ResponseCourse course, List<Event> facts, String missing) {
    return new Advice.CannotTell(
        "whether treatment ends, " + rule.label(),
        missing,
        new Because(
            rule.at(), () -> facts, () -> over(rule, course) + "It needs " + missing + "."));
  }

  private static String over(StopRule rule, ResponseCourse course) {
    LocalDate start = course.start().orElseThrow();
    return rule.label()
        + ": the first dose was on "
        + start
        + ", "
        + rule.after().words()
        + " ended on "
        + rule.after().after(start, 1)
        + ". ";
  }
}
