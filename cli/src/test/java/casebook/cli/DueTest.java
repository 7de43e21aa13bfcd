// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.data.Sheet;
import casebook.study.source.Sheets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueTest {
  private static final Path MORNING =
      Path.of("..", "clinic", "src", "test", "resources", "patients", "morning");
  private static final String STUDY = MORNING.resolve("study.yaml").toString();

  @Test
  void workListOfTheDayIsPrinted() throws IOException {
    Told run = Told.by("due", STUDY, "--on", "1994-12-01");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(MORNING.resolve("due.txt")));
  }

  @Test
  void jsonHoldsTheItemsWithTheirVisits() {
    Told run = Told.by("due", STUDY, "--on", "1994-12-01", "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("{\n  \"format\" : \"casebook-due/1\",")
        .contains("\"patients\" : 10", "\"listed\" : 8", "\"died\" : 1")
        .contains(
            """
                "patient" : "10",
                "group" : "in_window",
                "what" : "blood count: platelets",
                "line" : "blood count",
                "measures" : [ "platelets" ],
                "due" : "1994-12-03",
                "from" : "1994-11-26",
                "until" : "1994-12-10",
            """);
  }

  @Test
  void reasonsStandInTheListWhereTheyAreAskedFor() {
    String asked = "A level 5 to 7 days after the start of clarithromycin on 1994-11-29";
    assertThat(Told.by("due", STUDY, "--on", "1994-12-01", "--json").out()).doesNotContain(asked);
    assertThat(Told.by("due", STUDY, "--on", "1994-12-01", "--json", "--why").out())
        .contains(asked);
  }

  @Test
  void dayMustBeSaidAndRead() {
    assertThat(Told.by("due", STUDY).err()).contains("Name the day: --on 2026-03-31.");
    assertThat(Told.by("due", STUDY, "--on", "tomorrow").err()).contains("--on is tomorrow");
    assertThat(Told.by("due", STUDY, "--on", "1994-12-01", "--ahead", "-1").err())
        .contains("--ahead is -1");
  }

  @Test
  void flawOfTheDataPreventsTheList() throws IOException {
    Path folder = Files.createTempDirectory("due");
    for (String file : List.of("study.yaml", "patients.csv")) {
      Files.copy(MORNING.resolve(file), folder.resolve(file));
    }
    Files.writeString(
        folder.resolve("events.csv"),
        "patient,date,kind,name,value\n2,1994-12-01,measurement,platelets,high\n");
    Told run = Told.by("due", folder.resolve("study.yaml").toString(), "--on", "1994-12-01");
    assertThat(run.exit()).isEqualTo(ExitCode.DATA);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("events.csv:2");
  }

  @Test
  void calendarFileIsPrintedOrWritten() throws IOException {
    Told printed = Told.by("due", STUDY, "--on", "1994-12-01", "--format", "ics");
    assertThat(printed.exit()).as(printed.err()).isZero();
    assertThat(printed.out()).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    Path out = Files.createTempDirectory("due").resolve("week.ics");
    Told written =
        Told.by("due", STUDY, "--on", "1994-12-01", "--format", "ics", "--out", out.toString());
    assertThat(written.out()).isEqualTo(out + System.lineSeparator());
    assertThat(Files.readString(out)).isEqualTo(printed.out());
    Told again =
        Told.by("due", STUDY, "--on", "1994-12-01", "--format", "ics", "--out", out.toString());
    assertThat(again.exit()).isEqualTo(ExitCode.STUDY);
    assertThat(again.err()).contains("exists and is not overwritten");
  }

  @Test
  void workbookHoldsOneRowAnItem() throws IOException {
    Path out = Files.createTempDirectory("due").resolve("week.xlsx");
    Told run =
        Told.by("due", STUDY, "--on", "1994-12-01", "--format", "xlsx", "--out", out.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    Sheet sheet = Sheets.read(out).orThrow();
    assertThat(sheet.header()).startsWith("group", "patient", "what", "due", "from", "until");
    assertThat(sheet.rows()).hasSize(26);
    assertThat(sheet.rows())
        .anySatisfy(row ->
            assertThat(row)
                .startsWith(
                    "in the window today",
                    "10",
                    "blood count: platelets",
                    "1994-12-03",
                    "1994-11-26",
                    "1994-12-10"));
  }

  @Test
  void formatMustBeKnownAndAWorkbookNeedsAPlace() {
    assertThat(Told.by("due", STUDY, "--on", "1994-12-01", "--format", "pdf").err())
        .contains("There is no format `pdf`; there are text, json, ics, xlsx.");
    assertThat(Told.by("due", STUDY, "--on", "1994-12-01", "--format", "xlsx").err())
        .contains("--out FILE");
  }
}
