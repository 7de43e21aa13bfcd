// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.protocol.Treatment;
import casebook.study.language.DataFiles;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import java.util.List;
import java.util.Optional;

/// What every chunk of a file of events is read with.
///
/// @param study the study
/// @param patients the table of patients
/// @param header the headers of the file
/// @param files how the file is written
/// @param measures what may happen
/// @param treatment how patients are treated; empty: the file does not say
record StreamPlan(
    Study study,
    Places patients,
    List<String> header,
    DataFiles files,
    Measures measures,
    Optional<Treatment> treatment) {

  static StreamPlan of(Study study, Places patients, List<String> header) {
    return new StreamPlan(
        study,
        patients,
        header,
        study.data().ofEvents().orElseThrow(),
        ProtocolReader.measures(study),
        ProtocolReader.read(study).flatMap(Checked::value).map(Protocol::treatment));
  }

  /// The drug of the treatment; empty when there is none.
  String drug() {
    return treatment.map(it -> it.dosing().drug()).orElse("");
  }
}
