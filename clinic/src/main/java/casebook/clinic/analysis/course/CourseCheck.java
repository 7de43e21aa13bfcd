// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Measures.Kind;
import casebook.clinic.protocol.Measures.Measure;
import casebook.clinic.protocol.ProtocolReader;
import casebook.study.language.Clause;
import casebook.study.language.Study;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What is wrong with a `course` or a `swimmer` in the light of the study.
///
/// @param spec what was asked for
/// @param study what the file says
record CourseCheck(CourseSpec spec, Study study) {
  private static final String NOT_AMONG_EVENTS = "protocol/course-of-what";

  /// The problems of a course.
  List<Problem> ofCourse() {
    Problems problems = new Problems();
    Measures measures = ProtocolReader.measures(study);
    among(spec.subject(), measures, Measure::measured, "a measurement", problems);
    spec.lanes()
        .forEach(lane -> among(lane, measures, it -> it.kind() == Kind.DRUG, "a drug", problems));
    spec.level().ifPresent(it -> among(it, measures, Measure::measured, "a level", problems));
    return treated(problems);
  }

  /// The problems of a swimmer.
  List<Problem> ofSwimmer() {
    Problems problems = new Problems();
    among(
        spec.subject(),
        ProtocolReader.measures(study),
        it -> it.kind() == Kind.DRUG,
        "a drug",
        problems);
    return treated(problems);
  }

  private List<Problem> treated(Problems problems) {
    if (study.section("treatment").isEmpty()) {
      problems.error(
          "protocol/course-without-treatment",
          spec.at(),
          "The file has no `treatment`, so that it is not known from which day a patient is"
              + " followed.",
          "Write at least `treatment: {drug: ...}`.");
    }
    spec.of().ifPresent(of -> of.check(study).forEach(problems::add));
    return problems.list();
  }

  private static void among(
      Clause name, Measures measures, Predicate<Measure> wanted, String what, Problems problems) {
    Optional<Measure> found = measures.find(name.words());
    if (found.filter(wanted).isPresent()) {
      return;
    }
    List<String> names = measures.list().stream().filter(wanted).map(Measure::name).toList();
    String nearest = NearestWord.question(name.words(), names);
    problems.error(
        NOT_AMONG_EVENTS,
        name.wordsAt(),
        "`" + name.words() + "` is not " + what + " that `events` declares.",
        names.isEmpty()
            ? "Declare it under `events`."
            : nearest.isEmpty() ? "There are " + String.join(", ", names) + "." : nearest);
  }
}
