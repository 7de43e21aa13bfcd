// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.ClinicSections;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.reading.ClinicData;
import casebook.clinic.record.Timeline;
import casebook.study.data.Table;
import casebook.study.language.Study;
import casebook.study.language.Vocabulary;
import casebook.study.language.form.StudyReader;
import casebook.study.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A study file with its patients and events, written to a folder and read as the program reads
/// them.
record WrittenStudy(Protocol protocol, ClinicData data) {

  /// A study with some criteria of eligibility.
  ///
  /// @param criteria lines of `eligibility`, as they stand there
  /// @param patients the table of patients: the columns patient, birth, diagnosed, start,
  ///   diagnosis, prior, hp, fever, pain, alt
  /// @param events the measurements: patient, date, name, value; patient 1 has a weight already
  static WrittenStudy of(
      Path folder, List<String> criteria, List<String> patients, String... events) {
    List<String> study =
        new ArrayList<>(
            """
            casebook: 1
            title: Who may start
            design: single-arm
            data: {patients: patients.csv, events: events.csv}
            subject: patient
            variables:
              "birth, diagnosed, start": date
              diagnosis: ITP | other
              prior: {is: list, levels: {P: prednisone, G: γ-globulins, Sple: splenectomy}}
              "hp, fever, pain": yes/no
              alt: {unit: U/L, censored: yes}
            events:
              platelets: {unit: 10^9/L}
              weight: {unit: kg}
              cyclosporine: {is: drug}
            treatment:
              drug: cyclosporine
              dose: [5 mg/kg/d for 6 days, 2.5 to 3 mg/kg/d]
              given: twice a day
              capsules: [25 mg, 100 mg]
            eligibility:
            """
                .lines()
                .toList());
    criteria.forEach(it -> study.add("  " + it));
    List<String> rows = new ArrayList<>();
    rows.add("patient,birth,diagnosed,start,diagnosis,prior,hp,fever,pain,alt");
    rows.addAll(patients);
    List<String> lines =
        new ArrayList<>(
            List.of("patient,date,kind,name,value", "1,1990-01-01,measurement,weight,70"));
    for (String event : events) {
      String[] parts = event.split(",");
      lines.add(parts[0] + "," + parts[1] + ",measurement," + parts[2] + "," + parts[3]);
    }
    try {
      Files.write(folder.resolve("patients.csv"), rows);
      Files.write(folder.resolve("events.csv"), lines);
      return read(folder, String.join("\n", study));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WrittenStudy read(Path folder, String text) {
    Study study =
        StudyReader.read(
                "study.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                new Vocabulary(ClinicSections.ALL, List.of()))
            .orThrow();
    Table patients = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    return new WrittenStudy(
        ProtocolReader.read(study).orElseThrow().orThrow(),
        ClinicData.read(folder, study, patients).orThrow());
  }

  /// A patient with all that happened, later days included.
  Timeline patient(String id) {
    return data.find(id).orElseThrow();
  }

  /// Each criterion for a patient on a day: its name, the verdict, and the evidence.
  List<String> judged(String id, LocalDate day) {
    return Rules.advise(protocol, patient(id), day).stream()
        .filter(it -> it instanceof Advice.Eligible)
        .map(it -> (Advice.Eligible) it)
        .map(it -> it.criterion() + " " + it.verdict() + ": " + it.because().sentence())
        .toList();
  }
}
