// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.entry;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.study.language.DataFiles;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.sheet.Book;
import casebook.study.sheet.Book.Heading;
import casebook.study.sheet.Book.Page;
import casebook.study.sheet.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A workbook to write the data of a study in: a sheet with one row a patient, a sheet of visits or
/// of events where the study follows its patients, and a sheet that explains every column. Filled
/// in, it is read back as it stands.
public final class EntryForm {
  /// The sheet with one row a patient, where the study file names none.
  public static final String PATIENTS = "patients";

  /// The sheet with one row a visit.
  public static final String VISITS = "visits";

  /// The sheet with one row an event.
  public static final String EVENTS = "events";

  private static final String COLUMNS = "columns";
  private static final int FREE_PATIENTS = 500;
  private static final int FREE_ROWS = 5000;

  private EntryForm() {}

  /// The sheets.
  ///
  /// @param longForm whether one row is an event rather than a visit
  public static Book of(Study study, boolean longForm) {
    List<Page> pages = new ArrayList<>();
    pages.add(
        new Page(
            study.data().sheet().orElse(PATIENTS),
            PatientColumns.of(study),
            List.of(),
            FREE_PATIENTS));
    Measures measures = ProtocolReader.measures(study);
    if (!measures.list().isEmpty()) {
      String name =
          study
              .data()
              .events()
              .flatMap(DataFiles.EventFile::sheet)
              .orElse(longForm ? EVENTS : VISITS);
      EventColumns columns = new EventColumns(study.data().subject(), measures, drug(study));
      pages.add(
          new Page(name, longForm ? columns.events() : columns.visits(), List.of(), FREE_ROWS));
    }
    pages.add(explained(pages));
    return new Book(study.heading().title(), pages);
  }

  private static Optional<String> drug(Study study) {
    return ProtocolReader.read(study)
        .flatMap(Checked::value)
        .map(Protocol::treatment)
        .map(it -> it.dosing().drug());
  }

  /// What stands in which column.
  private static Page explained(List<Page> pages) {
    List<Heading> heads =
        List.of(
            new Heading("sheet", "", 12, new Cells.Words()),
            new Heading("column", "", 24, new Cells.Words()),
            new Heading("what", "", 90, new Cells.Sentences()));
    List<List<String>> rows = new ArrayList<>();
    for (Page page : pages) {
      for (Heading column : page.columns()) {
        rows.add(List.of(page.name(), column.text(), column.note()));
      }
    }
    return new Page(COLUMNS, heads, rows, 0);
  }

  /// The same data files, in a workbook that was made from the study file.
  ///
  /// @param file its name
  /// @param sheets the names of its sheets
  public static DataFiles files(DataFiles declared, String file, List<String> sheets) {
    Optional<String> patients =
        declared.sheet().or(() -> Optional.of(PATIENTS).filter(sheets::contains));
    Optional<String> events =
        declared
            .events()
            .flatMap(DataFiles.EventFile::sheet)
            .filter(sheets::contains)
            .or(() -> List.of(EVENTS, VISITS).stream().filter(sheets::contains).findFirst());
    return new DataFiles(
        file,
        patients,
        declared.subject(),
        declared.writing(),
        declared.duplicates(),
        declared.asOf(),
        new DataFiles.Further(
            events
                .map(sheet -> new DataFiles.EventFile(file, Optional.of(sheet), declared.at()))
                .or(declared::events),
            declared.imputations()),
        declared.at());
  }
}
