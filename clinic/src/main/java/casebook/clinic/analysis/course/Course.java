// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import casebook.clinic.record.Timeline;
import casebook.study.analysis.Analysis;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.List;

/// A small panel for each patient: values, drugs with gaps and doses, levels, what happened.
///
/// @param timelines what happened to the patients, one a row of the table of the cohort
public record Course(List<Timeline> timelines) implements Analysis<CourseSpec> {
  public Course {
    timelines = List.copyOf(timelines);
  }

  @Override
  public Form<CourseSpec> form() {
    return CourseForm.FORM_OF_COURSE;
  }

  @Override
  public Address address(CourseSpec spec) {
    return Address.of(CourseForm.COURSE, spec.name().orElse(spec.subject().words()));
  }

  @Override
  public List<Problem> check(CourseSpec spec, Study study) {
    return new CourseCheck(spec, study).ofCourse();
  }

  @Override
  public List<Finding> run(CourseSpec spec, Cohort cohort, Settings settings) {
    return new CourseFindings(spec, address(spec), cohort, timelines).course();
  }
}
