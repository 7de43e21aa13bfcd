// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.DataFiles;
import casebook.study.language.DataFiles.DateOrder;
import casebook.study.language.DataFiles.Duplicates;
import casebook.study.language.DataFiles.Writing;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// Which data a study uses and how they are written.
final class DataForm {
  static final Form<DataFiles> DATA =
      new Form<>(
          "data",
          "Which data the study uses, relative to the study file, and how they are written.",
          List.of(
              Field.optional(
                  "file",
                  Kind.TEXT,
                  "The data file, one row a person (.csv, .tsv, .txt, .xlsx, .rdml).",
                  "participants.csv"),
              Field.optional(
                  "patients", Kind.TEXT, "The same, where there are events.", "patients.csv"),
              Field.optional(
                      "events",
                      Kind.TEXT,
                      "What happened to them, one row an event or a visit.",
                      "events.csv")
                  .with(
                      Field.required("file", Kind.TEXT, "The file of events.", "clinic.xlsx"),
                      Field.optional("sheet", Kind.TEXT, "The sheet of a workbook.", "events")
                          .otherwise("the first that is not hidden")),
              ImputationsForm.FIELD,
              Field.optional("sheet", Kind.TEXT, "The sheet of a workbook (.xlsx).", "people")
                  .otherwise("the first that is not hidden"),
              Field.optional("separator", Kind.TEXT, "What stands between fields.", "\";\"")
                  .otherwise("a comma"),
              Field.optional("decimal", Kind.WORD, "The decimal sign.", "\",\"")
                  .among(".", ",")
                  .otherwise("."),
              Field.optional("missing", Kind.LIST, "Texts that mean missing.", "[\"\", NA]")
                  .otherwise("the empty cell"),
              Field.optional("dates", Kind.WORD, "The order of day, month and year.", "iso")
                  .among("iso", "day/month/year", "month/day/year")
                  .otherwise("iso"),
              Field.optional("duplicates", Kind.WORD, "What a row that stands twice gets.", "drop")
                  .among("refuse", "drop")
                  .otherwise("refuse"),
              Field.optional("spaces", Kind.WORD, "What spaces around a value get.", "trim")
                  .among("refuse", "trim")
                  .otherwise("refuse"),
              Field.optional(
                  "as of", Kind.DATE, "The day on which the data were closed.", "2007-05-31")),
          "data: {file: participants.csv, missing: [\"\", NA]}",
          DataForm::read);

  private DataForm() {}

  private static Checked<DataFiles> read(Clause clause) {
    Problems problems = new Problems();
    if (clause.isWords()) {
      Optional<String> file = FileName.of(clause, problems);
      return problems.with(
          new DataFiles(
              file.orElse(""),
              Optional.empty(),
              "",
              Writing.standard(),
              Duplicates.REFUSE,
              Optional.empty(),
              clause.at()));
    }
    Entries entries = Entries.of(clause, DATA.fields(), problems);
    String file = table(entries, problems);
    Duplicates duplicates =
        entries.word("duplicates").orElse("refuse").equals("drop")
            ? Duplicates.DROP
            : Duplicates.REFUSE;
    return problems.with(
        new DataFiles(
            file,
            entries.text("sheet"),
            "",
            writing(entries, problems),
            duplicates,
            entries.date("as of"),
            new DataFiles.Further(
                entries.clause("events").flatMap(it -> events(it, problems)),
                entries
                    .clause(ImputationsForm.KEYWORD)
                    .flatMap(it -> ImputationsForm.read(it, problems))),
            clause.at()));
  }

  /// The file with one row a person, called `file` or, beside events, `patients`.
  private static String table(Entries entries, Problems problems) {
    Optional<Clause> file = entries.clause("file");
    Optional<Clause> patients = entries.clause("patients");
    if (file.isPresent() == patients.isPresent()) {
      problems.error(
          Entries.MISSING_ENTRY,
          entries.at(),
          file.isPresent()
              ? "`file` and `patients` both name the table with one row a person."
              : "`file` is missing in `data`.",
          file.isPresent() ? "Keep one of them." : "Write, for example, `file: participants.csv`.");
    }
    return file.or(() -> patients).flatMap(it -> FileName.of(it, problems)).orElse("");
  }

  private static Optional<DataFiles.EventFile> events(Clause clause, Problems problems) {
    if (clause.isWords()) {
      return FileName.of(clause, problems)
          .map(it -> new DataFiles.EventFile(it, Optional.empty(), clause.wordsAt()));
    }
    Field events =
        DATA.fields().stream().filter(it -> it.name().equals("events")).findFirst().orElseThrow();
    Entries entries = Entries.of(clause, events.entries(), problems);
    return entries
        .clause("file")
        .flatMap(it -> FileName.of(it, problems))
        .map(it -> new DataFiles.EventFile(it, entries.text("sheet"), clause.at()));
  }

  private static Writing writing(Entries entries, Problems problems) {
    Writing standard = Writing.standard();
    char separator =
        entries
            .clause("separator")
            .flatMap(it -> separator(it, problems))
            .orElse(standard.separator());
    char decimal = entries.word("decimal").orElse(".").charAt(0);
    if (separator == decimal) {
      problems.error(
          "study/separator",
          entries.clause("decimal").orElseThrow().wordsAt(),
          "The decimal sign and the separator of fields are the same.",
          "Declare `separator: \";\"`, if the data are written so.");
    }
    List<String> missing = entries.items("missing").stream().map(Clause::words).toList();
    DateOrder dates =
        switch (entries.word("dates").orElse("iso")) {
          case "day/month/year" -> DateOrder.DAY_MONTH_YEAR;
          case "month/day/year" -> DateOrder.MONTH_DAY_YEAR;
          default -> DateOrder.ISO;
        };
    boolean trim = entries.word("spaces").orElse("refuse").equals("trim");
    return new Writing(separator, decimal, missing, dates, trim);
  }

  private static Optional<Character> separator(Clause clause, Problems problems) {
    String words = clause.words();
    if (words.equals("tab")) {
      return Optional.of('\t');
    }
    boolean one = words.length() == 1 && ",;|\t".contains(words);
    if (!one) {
      problems.error(
          "study/separator",
          clause.wordsAt(),
          "`" + words + "` cannot separate fields.",
          "It is one of \",\" \";\" \"|\" and tab.");
    }
    return one ? Optional.of(words.charAt(0)) : Optional.empty();
  }
}
