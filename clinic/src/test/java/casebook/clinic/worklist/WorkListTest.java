// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.clinic.protocol.ClinicSections;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.reading.ClinicData;
import casebook.clinic.reading.PatientStream;
import casebook.clinic.record.Timeline;
import casebook.clinic.worklist.WorkItem.Group;
import casebook.study.data.Table;
import casebook.study.language.Study;
import casebook.study.language.Vocabulary;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Problems;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The work list of `patients/morning`, ten patients by the protocol of the letter; expected pages
/// stand in its folder, and `-Dgolden.update=true` writes them anew.
class WorkListTest {
  private static final Path FOLDER = Path.of("src/test/resources/patients/morning");
  private static final LocalDate DAY = LocalDate.of(1994, 12, 1);

  private static Study study() {
    try {
      byte[] text = Files.readAllBytes(FOLDER.resolve("study.yaml"));
      Vocabulary words = new Vocabulary(ClinicSections.ALL, List.of());
      return StudyReader.read("study.yaml", text, words).orThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Protocol protocol() {
    return ProtocolReader.read(study()).orElseThrow().orThrow();
  }

  private static List<Timeline> patients() {
    Study study = study();
    Table patients = Sources.read(FOLDER, study.data(), study.dictionary()).orThrow();
    return ClinicData.read(FOLDER, study, patients).orThrow().timelines();
  }

  private static WorkList list(LocalDate day) {
    return WorkList.of(new WorkQuestion(protocol(), day, 14, false), patients());
  }

  private static List<String> of(WorkList list, Group group) {
    return list.of(group).stream().map(WorkItem::patient).toList();
  }

  private static void matches(String file, String found) throws IOException {
    Path expected = FOLDER.resolve(file);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  @Test
  void pageOfAMorningReadsInEightyColumns() throws IOException {
    String page = new WorkPage("study.yaml", "events.csv", list(DAY)).text();
    matches("due.txt", page);
    assertThat(page.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void pageWithReasonsSaysWhatEachItemRestsOn() throws IOException {
    WorkQuestion question = new WorkQuestion(protocol(), LocalDate.of(1995, 1, 10), 0, true);
    WorkList list = WorkList.of(question, patients());
    matches("due-why.txt", new WorkPage("study.yaml", "events.csv", list).text());
    assertThat(list.items()).allMatch(it -> !it.why().isEmpty());
  }

  @Test
  void orderOfPatientsChangesNothing() {
    WorkList expected = list(DAY);
    List<Timeline> shuffled = new ArrayList<>(patients());
    for (int seed = 1; seed <= 5; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      WorkQuestion question = new WorkQuestion(protocol(), DAY, 14, false);
      assertThat(WorkList.of(question, shuffled)).isEqualTo(expected);
    }
  }

  @Test
  void whatHappensAfterTheDayIsNotKnown() {
    // patient 6 dies on 15 November, patient 2's creatinine rises on 30 November
    WorkList before = list(LocalDate.of(1994, 11, 14));
    assertThat(before.count().died()).isZero();
    assertThat(of(before, Group.IN_WINDOW)).isEmpty();
    assertThat(of(before, Group.DOSE)).isEmpty();
    WorkList after = list(LocalDate.of(1994, 11, 30));
    assertThat(after.count().died()).isEqualTo(1);
    assertThat(of(after, Group.DOSE)).contains("2");
  }

  @Test
  void reductionThatIsTakenAlreadyIsNoWork() {
    assertThat(of(list(LocalDate.of(1994, 11, 30)), Group.DOSE)).containsExactly("2", "4", "9");
    assertThat(of(list(DAY), Group.DOSE)).doesNotContain("9");
  }

  @Test
  void startingDoseIsListedOnlyWhereEveryCriterionIsMet() {
    WorkList list = list(DAY);
    assertThat(of(list, Group.START)).containsExactly("1");
    assertThat(of(list, Group.NOT_ELIGIBLE)).containsExactly("5");
    // three weeks later the counts of patient 1 are too old to tell
    WorkList later = list(LocalDate.of(1994, 12, 20));
    assertThat(of(later, Group.START)).isEmpty();
    assertThat(later.of(Group.CANNOT_TELL).stream().filter(it -> it.patient().equals("1")))
        .extracting(WorkItem::what)
        .contains("eligibility: platelets below 30");
  }

  @Test
  void overdueIsOrderedByHowLongItHasWaited() {
    List<WorkItem> overdue = list(LocalDate.of(1995, 1, 20)).of(Group.OVERDUE);
    assertThat(overdue).hasSizeGreaterThan(3);
    assertThat(overdue).extracting(it -> it.visit().orElseThrow().due()).isSorted();
  }

  @Test
  void visitBeyondTheDaysAheadIsNotListed() {
    WorkQuestion near = new WorkQuestion(protocol(), DAY, 0, false);
    WorkQuestion far = new WorkQuestion(protocol(), DAY, 400, false);
    assertThat(of(WorkList.of(near, patients()), Group.COMING)).isEmpty();
    assertThat(of(WorkList.of(far, patients()), Group.COMING)).contains("8");
    assertThatThrownBy(() -> new WorkQuestion(protocol(), DAY, -1, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 days ahead");
  }

  @Test
  void patientsAreOrderedAsAPersonCounts() {
    List<String> ids = new ArrayList<>(List.of("10", "B2", "2", "02", "A10", "A9", "9", "B"));
    ids.sort(PatientOrder.BY_ID);
    assertThat(ids).containsExactly("02", "2", "9", "10", "A9", "A10", "B", "B2");
  }

  @Test
  void listThatIsMadeWhileTheFileIsReadIsTheSame() throws IOException {
    Path folder = Files.createTempDirectory("stream");
    for (String file : List.of("study.yaml", "patients.csv")) {
      Files.copy(FOLDER.resolve(file), folder.resolve(file));
    }
    List<String> lines = Files.readAllLines(FOLDER.resolve("events.csv"));
    List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
    rows.sort(Comparator.comparing(it -> it.substring(0, it.indexOf(','))));
    Files.writeString(
        folder.resolve("events.csv"), lines.getFirst() + "\n" + String.join("\n", rows));
    Study study = study();
    Table patients = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    for (LocalDate day : List.of(DAY, LocalDate.of(1995, 1, 10))) {
      WorkQuestion question = new WorkQuestion(protocol(), day, 14, false);
      List<Timeline> atRest = ClinicData.read(folder, study, patients).orThrow().timelines();
      for (int threads = 1; threads <= 3; threads++) {
        PatientStream stream =
            new PatientStream(folder, study, () -> Optional.of(patients), threads, 2000);
        assertThat(WorkList.of(question, stream, new Problems()))
            .contains(WorkList.of(question, atRest));
      }
    }
  }
}
