// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.ClinicSections;
import casebook.clinic.record.Event;
import casebook.clinic.record.EventWords;
import casebook.clinic.record.Struck;
import casebook.clinic.record.Timeline;
import casebook.study.data.Table;
import casebook.study.language.Study;
import casebook.study.language.Vocabulary;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Checked;
import casebook.study.problem.ProblemText;
import casebook.study.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder of `event-files` is a test: events or visits are read for the patients beside them,
/// by the study file of the folder or that of all. What a person gets to see, and every event that
/// was read, stand in `answer.txt`. `-Dgolden.update=true` writes these files anew.
class EventFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/event-files");

  @TestFactory
  Stream<DynamicTest> eachFolderGetsItsAnswer() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
      return cases.stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> test(folder)));
    }
  }

  private static void test(Path folder) throws IOException {
    String found = answer(folder);
    Path expected = folder.resolve("answer.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  private static String answer(Path folder) throws IOException {
    Path own = folder.resolve("study.yaml");
    byte[] text = Files.readAllBytes(Files.exists(own) ? own : FOLDER.resolve("study.yaml"));
    Study study =
        StudyReader.read("study.yaml", text, new Vocabulary(ClinicSections.ALL, List.of()))
            .orThrow();
    Table patients = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    Checked<ClinicData> data = ClinicData.read(folder, study, patients);
    List<String> lines = lines(folder.resolve(study.data().events().orElseThrow().file()));
    StringBuilder answer = new StringBuilder(ProblemText.of(data.problems(), lines));
    data.value().ifPresent(it -> it.timelines().forEach(patient -> write(patient, answer)));
    return answer.toString();
  }

  private static List<String> lines(Path file) {
    try {
      return file.toString().endsWith(".csv")
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Timeline patient, StringBuilder answer) {
    answer.append("-- patient ").append(patient.patient()).append('\n');
    for (Event event : patient.events()) {
      line("", event, "", answer);
    }
    for (Struck struck : patient.struck()) {
      line("struck ", struck.event(), ": " + struck.reason(), answer);
    }
  }

  private static void line(String before, Event event, String after, StringBuilder answer) {
    answer.append("line ").append(event.entry().line()).append(": ").append(before);
    answer.append(EventWords.of(event));
    if (event instanceof Event.Measured it) {
      answer.append(" = ").append(it.value().stripTrailingZeros().toPlainString());
      it.quantity().second().ifPresent(low -> answer.append('/').append(low.toPlainString()));
      answer.append(' ').append(it.quantity().unit().printed());
      answer.append(it.quantity().exact() ? "" : " (limit)");
    }
    if (event instanceof Event.Level it) {
      answer.append(
          it.hoursSinceDose()
              .map(hours -> ", " + hours.stripTrailingZeros().toPlainString() + " h after a dose")
              .orElse(", time since dose not known"));
    }
    answer.append(after).append('\n');
  }
}
