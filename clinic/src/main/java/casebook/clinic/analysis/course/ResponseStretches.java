// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.response.GradedCount;
import casebook.clinic.response.ResponseCourse;
import casebook.clinic.response.Spell;
import casebook.study.finding.PatientCourse.Followed;
import casebook.study.finding.PatientCourse.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Times in response by grade: a grade holds from its count to the next count of another grade, or
/// to the count by which the response is lost. Counts that do not count change nothing.
final class ResponseStretches {
  private ResponseStretches() {}

  static List<Stretch> of(ResponseCourse course, Followed followed) {
    List<Stretch> all = new ArrayList<>();
    for (Spell spell : course.spells()) {
      all.addAll(of(course, spell, followed));
    }
    return all;
  }

  private static List<Stretch> of(ResponseCourse course, Spell spell, Followed followed) {
    List<Stretch> stretches = new ArrayList<>();
    LocalDate from = spell.from();
    Response grade = Response.NONE;
    for (GradedCount count : course.counts()) {
      boolean inside = !count.day().isBefore(spell.from()) && !count.day().isAfter(spell.last());
      if (inside && count.counted() && count.response() && count.certain() != grade) {
        if (grade != Response.NONE) {
          stretches.add(new Stretch(from, count.day(), grade == Response.COMPLETE, false));
        }
        from = count.day();
        grade = count.certain();
      }
    }
    boolean ongoing = spell.lost().isEmpty();
    LocalDate to = spell.lost().orElse(followed.last());
    stretches.add(new Stretch(from, to, grade == Response.COMPLETE, ongoing && !followed.died()));
    return stretches;
  }
}
