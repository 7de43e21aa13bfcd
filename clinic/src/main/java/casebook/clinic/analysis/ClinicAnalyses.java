// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.analysis.course.Course;
import casebook.clinic.analysis.course.Swimmer;
import casebook.clinic.record.Timeline;
import casebook.study.analysis.Analysis;
import java.util.List;

/// All analyses that need the events of the patients.
public final class ClinicAnalyses {
  private ClinicAnalyses() {}

  /// The analyses of these patients; one line an analysis.
  ///
  /// @param timelines one a row of the table of the cohort; none where only the study file is read
  public static List<Analysis<?>> of(List<Timeline> timelines) {
    return List.of(
        new BestResponse(timelines),
        new PatientListing(timelines),
        new Complications(timelines),
        new Course(timelines),
        new Swimmer(timelines));
  }
}
