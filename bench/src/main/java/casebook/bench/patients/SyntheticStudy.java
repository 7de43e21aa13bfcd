// SPDX-License-Identifier: Apache-2.0
package casebook.bench.patients;

import casebook.clinic.protocol.ClinicSections;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.reading.ClinicData;
import casebook.study.data.Table;
import casebook.study.language.Study;
import casebook.study.language.Vocabulary;
import casebook.study.language.form.StudyReader;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The study of synthetic patients, read as every study is.
///
/// @param folder where its files lie
/// @param study the study file
/// @param protocol what it says to the clinic
record SyntheticStudy(Path folder, Study study, Protocol protocol) {
  static SyntheticStudy of(Path folder) throws IOException {
    byte[] text = Files.readAllBytes(folder.resolve("study.yaml"));
    Vocabulary words = new Vocabulary(ClinicSections.ALL, List.of());
    Study study = StudyReader.read("study.yaml", text, words).orThrow();
    return new SyntheticStudy(folder, study, ProtocolReader.read(study).orElseThrow().orThrow());
  }

  /// All patients with all their events in memory.
  ClinicData data() {
    Table patients = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    return ClinicData.read(folder, study, patients).orThrow();
  }
}
