// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.record.Timeline;
import casebook.study.analysis.provenance.Origin;
import casebook.study.cohort.Cohort;
import casebook.study.data.Table;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What analyses of treated patients share: the drug, and what happened to the patient of each row.
///
/// @param protocol how patients are treated
/// @param timelines one a row of the table of the cohort
record Treated(Protocol protocol, List<Timeline> timelines) {
  Treated {
    timelines = List.copyOf(timelines);
  }

  /// The patients of a study for which `check` found nothing.
  static Treated of(Study study, List<Timeline> timelines) {
    return new Treated(protocol(study).orElseThrow(), timelines);
  }

  private static Optional<Protocol> protocol(Study study) {
    return ProtocolReader.read(study).flatMap(Checked::value);
  }

  /// Whether the study says how patients are treated and where the events stand.
  ///
  /// @param keyword the analysis that needs it
  static List<Problem> check(Study study, String keyword, Span at) {
    List<Problem> problems = new ArrayList<>();
    if (study.section("treatment").isEmpty() || study.data().ofEvents().isEmpty()) {
      problems.add(
          Problem.error(
              "study/no-treatment",
              at,
              "`"
                  + keyword
                  + "` needs to know how patients were treated and what happened to them.",
              "Write `treatment:` with the drug, and name the file of events:"
                  + " `data: {patients: patients.csv, events: events.csv}`."));
    }
    return problems;
  }

  /// The drug of the treatment.
  String drug() {
    return protocol.treatment().dosing().drug();
  }

  /// Where the numbers of an analysis come from: the patients and their events.
  static Origin origin(Cohort cohort, Span at) {
    List<String> files = new ArrayList<>(List.of(cohort.table().origin().file()));
    cohort.table().beside().stream().map(Table::origin).map(Table.Origin::file).forEach(files::add);
    return new Origin(files, at);
  }
}
