// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder of `patients` is a test: `patients.csv` and `events.csv` are read by its
/// `study.yaml` or that of all, and for each line of `days.txt`, a day and a patient, the advice
/// stands in `advice.txt`. `-Dgolden.update=true` writes these files anew.
class PatientsTest {
  private static final Path FOLDER = Path.of("src/test/resources/patients");

  @TestFactory
  Stream<DynamicTest> eachFolderGetsItsAdvice() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
      return cases.stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> test(folder)));
    }
  }

  private static void test(Path folder) throws IOException {
    Path own = folder.resolve("study.yaml");
    byte[] text = Files.readAllBytes(Files.exists(own) ? own : FOLDER.resolve("study.yaml"));
    Study study =
        StudyReader.read("study.yaml", text, new Vocabulary(ClinicSections.ALL, List.of()))
            .orThrow();
    Protocol protocol = ProtocolReader.read(study).orElseThrow().orThrow();
    Table patients = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    ClinicData data = ClinicData.read(folder, study, patients).orThrow();
    List<String> pages = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("days.txt"))) {
      LocalDate day = LocalDate.parse(line.substring(0, 10));
      Timeline patient = data.find(line.substring(11)).orElseThrow();
      List<Advice> advice = Rules.advise(protocol, patient, day);
      pages.add(new AdvicePage("study.yaml", "events.csv", patient, day, advice).text());
    }
    String found = String.join("\n", pages);
    Path expected = folder.resolve("advice.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
  }
}
