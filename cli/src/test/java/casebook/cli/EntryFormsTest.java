// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.entry.EntryForm;
import casebook.clinic.protocol.ClinicSections;
import casebook.study.analysis.Analyses;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.language.Vocabulary;
import casebook.study.language.form.StudyReader;
import casebook.study.render.BookFile;
import casebook.study.sheet.Book;
import casebook.study.sheet.Book.Heading;
import casebook.study.sheet.Book.Page;
import casebook.study.source.Sheets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryFormsTest {
  private static final Path CLINIC = Path.of("..", "clinic", "src", "test", "resources");
  private static final Path MORNING = CLINIC.resolve("patients").resolve("morning");
  private static final Path VISITS = CLINIC.resolve("event-files").resolve("visits");

  private Path folder = Path.of("");

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createTempDirectory("form");
  }

  private static Study study(Path file) throws IOException {
    Vocabulary words =
        new Vocabulary(
            ClinicSections.ALL, Analyses.ALL.stream().<Form<?>>map(it -> it.form()).toList());
    return StudyReader.read("study.yaml", Files.readAllBytes(file), words).orThrow();
  }

  /// The form of a study with the rows of tables in it, as somebody would have written them.
  private Path filled(Path study, boolean longForm, Path... tables) throws IOException {
    Book form = EntryForm.of(study(study), longForm);
    List<Page> pages = new ArrayList<>(form.pages());
    for (int i = 0; i < tables.length; i++) {
      pages.set(i, filled(pages.get(i), tables[i]));
    }
    Path file = folder.resolve("filled.xlsx");
    Files.write(file, BookFile.of(new Book(form.title(), pages)));
    return file;
  }

  private static Page filled(Page page, Path table) {
    var sheet = Sheets.read(table).orThrow();
    List<String> headers =
        sheet.header().stream()
            .map(it -> it.equals("blood_pressure") ? "blood pressure" : it)
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : sheet.rows()) {
      List<String> cells = new ArrayList<>();
      for (Heading column : page.columns()) {
        int place = headers.indexOf(column.text());
        cells.add(place < 0 ? "" : row.get(place));
      }
      rows.add(cells);
    }
    assertThat(page.columns()).extracting(Heading::text).containsAll(headers);
    return page.with(rows);
  }

  @Test
  void formHasTheSheetsAndColumnsOfTheStudyFile() throws IOException {
    Book form = EntryForm.of(study(MORNING.resolve("study.yaml")), false);
    assertThat(form.pages())
        .extracting(Page::name)
        .containsExactly("patients", "visits", "columns");
    assertThat(form.pages().getFirst().columns())
        .extracting(Heading::text)
        .containsExactly(
            "patient",
            "sex",
            "birth",
            "diagnosed",
            "start",
            "diagnosis",
            "prior",
            "bleeding",
            "hp");
    assertThat(form.pages().get(1).columns())
        .extracting(Heading::text)
        .startsWith("patient", "date", "time", "platelets", "cya_level")
        .contains("cyclosporine", "grapefruit juice", "specimen", "complication", "struck");
    assertThat(form.pages().get(2).rows())
        .contains(
            List.of("visits", "platelets", "A number in ×10⁹/L; normal are 150 to 400."),
            List.of(
                "visits", "cyclosporine", "The daily dose in mg from this day on; 0 is a stop."),
            List.of("patients", "sex", "One of female, male."));
  }

  @Test
  void sameStudyGivesTheSameBytes() throws IOException {
    Path study = MORNING.resolve("study.yaml");
    Told first = Told.by("form", study, "--out", folder.resolve("a.xlsx"));
    Told second = Told.by("form", study, "--out", folder.resolve("b.xlsx"));
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(second.exit()).isZero();
    assertThat(folder.resolve("a.xlsx")).hasSameBinaryContentAs(folder.resolve("b.xlsx"));
    assertThat(first.out()).contains("casebook check " + study + " --data");
  }

  @Test
  void existingFileIsNotOverwritten() throws IOException {
    Path out = folder.resolve("form.xlsx");
    Files.writeString(out, "mine");
    Told run = Told.by("form", MORNING.resolve("study.yaml"), "--out", out);
    assertThat(run.exit()).isEqualTo(ExitCode.STUDY);
    assertThat(run.err()).contains("exists and is not overwritten");
    assertThat(out).hasContent("mine");
  }

  @Test
  void filledFormOfEventsGivesTheSameWorkListAsTheFiles() throws IOException {
    Path study = MORNING.resolve("study.yaml");
    Path filled =
        filled(study, true, MORNING.resolve("patients.csv"), MORNING.resolve("events.csv"));
    Told run = Told.by("due", study, "--on", "1994-12-01", "--data", filled);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo(
            Files.readString(MORNING.resolve("due.txt")).replace("events.csv", "filled.xlsx"));
    assertThat(run.err().lines().filter(it -> it.contains("  error  "))).isEmpty();
    assertThat(run.err()).doesNotContain("other-sheets");
  }

  @Test
  void filledFormOfVisitsReadsBackWithoutProblems() throws IOException {
    Path study = VISITS.resolve("study.yaml");
    Path visits = VISITS.resolve("visits.csv");
    Path filled = filled(study, false, VISITS.resolve("patients.csv"), visits);
    String fromFiles = Told.by("response", study).out();
    Told read = Told.by("response", study, "--data", filled);
    assertThat(read.exit()).as(read.err()).isZero();
    assertThat(read.out()).isEqualTo(fromFiles);
    Told check = Told.by("check", study, "--data", filled);
    assertThat(check.exit()).as(check.err()).isZero();
    assertThat(check.err()).doesNotContain("data/unread-column", "other-sheets");
    Told due = Told.by("due", study, "--data", filled, "--on", "1994-08-26");
    assertThat(due.out())
        .isEqualTo(
            Told.by("due", study, "--on", "1994-08-26").out().replace("visits.csv", "filled.xlsx"));
  }

  @Test
  void workbookThatTheStudyFileNamesIsReadBySheet() throws IOException {
    Path study = VISITS.resolve("study.yaml");
    Path filled =
        filled(study, false, VISITS.resolve("patients.csv"), VISITS.resolve("visits.csv"));
    String declared =
        Files.readString(study)
            .replace(
                "data: {patients: patients.csv, events: visits.csv}",
                "data: {patients: filled.xlsx, sheet: patients, events: {file: filled.xlsx, sheet:"
                    + " visits}}");
    Path own = folder.resolve("study.yaml");
    Files.writeString(own, declared);
    Told run = Told.by("response", own);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(Told.by("response", study).out());
    assertThat(filled).exists();
    // and its own form has the sheets that it names
    assertThat(EntryForm.of(study(own), false).pages())
        .extracting(Page::name)
        .containsExactly("patients", "visits", "columns");
  }

  @Test
  void flawOfAVisitIsToldAtItsCell() throws IOException {
    Path study = VISITS.resolve("study.yaml");
    Path visits = folder.resolve("visits.csv");
    Files.writeString(visits, "patient,date,platelets\n1,1994-04-12,high\n");
    Path filled = filled(study, false, VISITS.resolve("patients.csv"), visits);
    Told run = Told.by("check", study, "--data", filled);
    assertThat(run.exit()).isEqualTo(ExitCode.DATA);
    assertThat(run.err()).contains("filled.xlsx:2").contains("platelets");
  }

  @Test
  void studyWithoutEventsHasOneSheetToFillIn() throws IOException {
    Path study = Path.of("..", "studies", "anti-protein-s", "study.yaml");
    Path table = study.resolveSibling("participants.csv");
    Path filled = filled(study, false, table);
    Told run = Told.by("check", study, "--data", filled);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("500 rows");
    assertThat(run.out()).isEqualTo(Told.by("check", study).out());
  }
}
