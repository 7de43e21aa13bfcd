// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.response.GradedCount;
import casebook.clinic.response.ResponseCourse;
import casebook.clinic.response.Spell;
import casebook.clinic.rule.Advice.Because;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state of the response on a day, with the counts that make it.
public record ResponseState() implements Rule {
  @Override
  public List<Advice> advise(PatientDay day) {
    return day.response()
        .filter(it -> it.start().isPresent())
        .map(it -> advise(it, day.now()))
        .orElse(List.of());
  }

  private static List<Advice> advise(ResponseCourse course, DoseOnDay now) {
    ResponseDefinition definition = course.definition();
    Optional<GradedCount> last = course.last();
    if (last.isEmpty()) {
      String words = "No count after the first dose on " + course.start().get() + " yet.";
      return List.of(
          new Advice.CannotTell(
              "the response",
              "a count of " + definition.measure() + " after the first dose",
              Because.of(definition.at(), List.of(), words)));
    }
    Optional<Spell> spell = course.current();
    Response response = spell.isEmpty() ? Response.NONE : last.get().certain();
    LocalDate since =
        spell
            .map(Spell::from)
            .orElseGet(() ->
                course.spells().isEmpty()
                    ? course.start().get()
                    : course.spells().getLast().lost().orElseThrow());
    boolean onDrug = now.dose().isPresent();
    Because because =
        new Because(
            definition.at(),
            List.of(last.get().measured()),
            () -> sentence(course, last.get(), definition));
    return List.of(new Advice.State(response, since, onDrug, because));
  }

  private static String sentence(
      ResponseCourse course, GradedCount last, ResponseDefinition definition) {
    List<String> parts = new ArrayList<>();
    parts.add(
        definition.measure()
            + " "
            + last.measured().quantity().written()
            + " on "
            + last.day()
            + " is "
            + last.grade()
                .map(Response::word)
                .orElse("not to be graded without a count before start")
            + ", by "
            + definition.name());
    course
        .daysToResponse()
        .ifPresent(days -> parts.add("the first response came after " + days + " days"));
    course.relapse().ifPresent(day -> parts.add("relapse on " + day));
    if (course.dependent()) {
      parts.add("the response depends on the drug");
    }
    course.stableSince().ifPresent(day -> parts.add("stable remission from " + day));
    return String.join("; ", parts);
  }
}
