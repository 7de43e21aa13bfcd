// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import casebook.study.cohort.Cohort;
import casebook.study.data.Table;
import casebook.study.finding.Finding;
import casebook.study.finding.Findings;
import casebook.study.finding.Findings.DataFile;
import casebook.study.finding.Findings.StudyFile;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// Puts the findings of a run together with where they came from.
final class Gathered {
  private Gathered() {}

  static Findings of(
      String version,
      Cohort cohort,
      Settings settings,
      List<Finding> findings,
      List<Problem> remarks) {
    Study study = cohort.study();
    List<DataFile> data = new ArrayList<>();
    data.add(file(cohort.table()));
    cohort.table().beside().forEach(table -> data.add(file(table)));
    return new Findings(
        version,
        new StudyFile(
            study.file().name(),
            study.file().sha256(),
            study.file().lines(),
            DeclaredPlaces.of(study)),
        data,
        settings,
        study.heading().title(),
        study.heading().note(),
        findings,
        remarks);
  }

  private static DataFile file(Table table) {
    Table.Origin origin = table.origin();
    return new DataFile(origin.file(), origin.sha256(), origin.rows());
  }
}
