// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.entry.EntryForm;
import casebook.study.language.Study;
import casebook.study.render.BookFile;
import casebook.study.sheet.Book;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `casebook form STUDY`: a workbook to write the data of a study in.
final class EntryForms implements Command {
  private static final Option OUT =
      new Option("out", "FILE", "where it goes (default: form.xlsx beside the study file)");
  private static final Option LONG =
      new Option("long", "", "one row an event instead of one row a visit");

  @Override
  public String name() {
    return "form";
  }

  @Override
  public String summary() {
    return "write a workbook to fill in, made from the study file";
  }

  @Override
  public String words() {
    return "STUDY";
  }

  @Override
  public String details() {
    return """
    The sheets have the columns that the study file declares, with units and ranges in notes
    at the heads, lists to choose from, and cells that refuse what cannot be. A study that
    follows its patients gets a sheet of visits beside that of the patients. Filled in, the
    workbook is read by `check`, `run`, `advise`, `due` and `response` with --data. A file that
    exists is never overwritten.

    example: casebook form studies/anti-protein-s/study.yaml --out form.xlsx\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(OUT, LONG);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    Studies studies = Studies.begin(arguments, terminal);
    Optional<Study> study = studies.study();
    int code = studies.tell();
    if (code != ExitCode.DONE || study.isEmpty()) {
      return code;
    }
    Path out =
        arguments
            .option(OUT)
            .map(Path::of)
            .orElseGet(() -> studies.file().path().resolveSibling("form.xlsx"));
    Book book = EntryForm.of(study.get(), arguments.has(LONG));
    NewFile.write(out, BookFile.of(book));
    terminal.out().println(out + " is written; filled in, it is read by");
    terminal.out().println("  casebook check " + studies.file().path() + " --data " + out);
    return ExitCode.DONE;
  }
}
