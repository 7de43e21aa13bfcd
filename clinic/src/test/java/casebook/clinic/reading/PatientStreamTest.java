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
import casebook.study.problem.Problems;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A stream gives what the same file gives at rest, or leaves it to be read at rest.
class PatientStreamTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path MORNING = RESOURCES.resolve("patients").resolve("morning");

  /// What is said of each patient: as words, so that every part counts.
  private static final class Words implements Consumer<Timeline> {
    private final List<String> all = new ArrayList<>();

    @Override
    public void accept(Timeline patient) {
      StringBuilder words = new StringBuilder(patient.patient());
      for (Event event : patient.events()) {
        words.append('\n').append(event.entry()).append(EventWords.of(event)).append(event);
      }
      for (Struck struck : patient.struck()) {
        words.append('\n').append(struck.reason()).append(struck.event());
      }
      patient.facts().table().columns().forEach(it -> words.append('\n').append(it.name()));
      words.append(patient.facts().date("birth"));
      all.add(words.toString());
    }
  }

  private static Study study(Path folder) throws IOException {
    Path own = folder.resolve("study.yaml");
    Path file = Files.exists(own) ? own : folder.resolveSibling("study.yaml");
    Vocabulary words = new Vocabulary(ClinicSections.ALL, List.of());
    return StudyReader.read("study.yaml", Files.readAllBytes(file), words).orThrow();
  }

  private record Read(List<String> patients, List<String> problems) {}

  private static Read read(List<Words> words, List<String> problems) {
    return new Read(
        words.stream().flatMap(it -> it.all.stream()).sorted().toList(),
        problems.stream().sorted().toList());
  }

  private static Optional<Read> atRest(Path folder) throws IOException {
    Study study = study(folder);
    Table patients = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    Checked<ClinicData> data = ClinicData.read(folder, study, patients);
    Words words = new Words();
    data.value().ifPresent(it -> it.timelines().forEach(words));
    return data.value()
        .map(it -> read(List.of(words), data.problems().stream().map(Object::toString).toList()));
  }

  private static Optional<Read> streamed(Path folder, int threads, int size) throws IOException {
    Study study = study(folder);
    Table patients = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    Problems problems = new Problems();
    return new PatientStream(folder, study, () -> Optional.of(patients), threads, size)
        .read(Words::new, patient -> false, problems)
        .map(it -> read(it, problems.list().stream().map(Object::toString).toList()));
  }

  private static Path copy(String events) throws IOException {
    Path folder = Files.createTempDirectory("stream");
    for (String file : List.of("study.yaml", "patients.csv")) {
      Files.copy(MORNING.resolve(file), folder.resolve(file));
    }
    Files.writeString(folder.resolve("events.csv"), events);
    return folder;
  }

  private static String events() throws IOException {
    return Files.readString(MORNING.resolve("events.csv"));
  }

  /// The rows of each patient together, as the stream wants them.
  private static String together() throws IOException {
    List<String> lines = events().lines().toList();
    List<String> sorted = new ArrayList<>(lines.subList(1, lines.size()));
    sorted.sort(Comparator.comparing(it -> it.substring(0, it.indexOf(','))));
    // the last column before the date would be the time, which the stream reads as everywhere
    return lines.getFirst() + "\n" + String.join("\n", sorted) + "\n";
  }

  @TestFactory
  Stream<DynamicTest> everyFileGivesWhatItGivesAtRestOrIsLeftToIt() throws IOException {
    List<Path> cases = new ArrayList<>();
    for (String kind : List.of("patients", "event-files")) {
      try (Stream<Path> folders = Files.list(RESOURCES.resolve(kind))) {
        folders.filter(Files::isDirectory).sorted().forEach(cases::add);
      }
    }
    return cases.stream()
        .map(folder ->
            DynamicTest.dynamicTest(
                folder.getFileName().toString(),
                () -> {
                  Optional<Read> streamed = streamed(folder, 2, 256);
                  if (streamed.isPresent()) {
                    assertThat(streamed).isEqualTo(atRest(folder));
                  }
                }));
  }

  @Test
  void threadsAndSizeOfThePiecesChangeNothing() throws IOException {
    Path folder = copy(together());
    Optional<Read> expected = atRest(folder);
    assertThat(expected).isPresent();
    for (int threads = 1; threads <= 4; threads++) {
      for (int size : new int[] {64, 1000, 5000, 1 << 20}) {
        assertThat(streamed(folder, threads, size)).isEqualTo(expected);
      }
    }
  }

  @Test
  void lastLineMayHaveNoEndAndLinesMayEndWithTwoCharacters() throws IOException {
    String text = together();
    Optional<Read> expected = atRest(copy(text));
    assertThat(streamed(copy(text.stripTrailing()), 2, 500)).isEqualTo(expected);
    assertThat(streamed(copy(text.replace("\n", "\r\n")), 2, 500)).isEqualTo(expected);
  }

  @Test
  void rowsOfAPatientThatStandApartAreLeftToBeReadAtRest() throws IOException {
    List<String> lines = together().lines().toList();
    List<String> apart = new ArrayList<>(lines);
    apart.add(apart.remove(1));
    assertThat(streamed(copy(String.join("\n", apart)), 1, 1 << 20)).isEmpty();
    assertThat(streamed(copy(String.join("\n", apart)), 2, 500)).isEmpty();
  }

  @Test
  void quotesErrorsAndOtherColumnsAreLeftToBeReadAtRest() throws IOException {
    String text = together();
    assertThat(streamed(copy(text.replaceFirst("18", "\"18\"")), 2, 500)).isEmpty();
    assertThat(streamed(copy(text.replaceFirst(",18,", ",high,")), 2, 500)).isEmpty();
    assertThat(streamed(copy(text.replaceFirst("patient,date", "patient,day")), 2, 500)).isEmpty();
    assertThat(streamed(copy(text.replaceFirst("\n10,", "\n10,1994-09-30,")), 2, 500)).isEmpty();
    assertThat(streamed(copy(text.replaceFirst("\n10,1994-09-30", "\n10,30/09/1994")), 2, 500))
        .isEmpty();
    assertThat(streamed(copy(text + "nobody,1994-12-01,,contact,,,,,,,\n"), 2, 500)).isEmpty();
    assertThat(streamed(copy(text + lastRow(text)), 2, 500)).isEmpty();
  }

  /// The same event twice.
  private static String lastRow(String text) {
    List<String> lines = text.lines().toList();
    return lines.getLast() + "\n";
  }

  @Test
  void patientsWithoutEventsAreTakenLast() throws IOException {
    String few =
        """
        patient,date,kind,name,value
        2,1994-10-03,measurement,weight,70
        2,1994-10-03,dose,cyclosporine,350
        """;
    Optional<Read> streamed = streamed(copy(few), 2, 500);
    assertThat(streamed).isPresent().isEqualTo(atRest(copy(few)));
    assertThat(streamed.orElseThrow().patients()).hasSize(10);
  }
}
