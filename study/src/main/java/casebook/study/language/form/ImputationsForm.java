// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.DataFiles.Imputations;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// Where the data sets lie in which missing values were filled in elsewhere.
final class ImputationsForm {
  static final String KEYWORD = "imputations";
  private static final String STANDARD = ".imp";
  private static final String POOLED = "pooled";

  private static final List<Field> FIELDS =
      List.of(
          Field.optional(
              "file",
              Kind.TEXT,
              "One file that holds all sets one below the other.",
              "imputed.csv"),
          Field.optional(
                  "by",
                  Kind.TEXT,
                  "Its column that numbers the sets; set 0 is the original.",
                  "Imputation_")
              .otherwise(STANDARD),
          Field.optional(
              "files", Kind.LIST, "Or one file for each set.", "[imputed1.csv, imputed2.csv]"),
          Field.optional(
                  "main", Kind.WORD, "What tables print first; the other stands below it.", POOLED)
              .among("complete cases", POOLED)
              .otherwise("complete cases"));

  static final Field FIELD =
      Field.optional(
              KEYWORD,
              Kind.TEXT,
              "Data sets of the same persons in which missing values were filled in elsewhere (mice,"
                  + " SPSS, Stata, SAS), at least two; crude and adjusted odds ratios are pooled over"
                  + " them by Rubin's rules.",
              "imputed.csv")
          .with(FIELDS.toArray(new Field[0]));

  private ImputationsForm() {}

  static Optional<Imputations> read(Clause clause, Problems problems) {
    if (clause.isWords()) {
      return FileName.of(clause, problems)
          .map(it -> new Imputations(List.of(it), Optional.of(STANDARD), false, clause.wordsAt()));
    }
    Entries entries = Entries.of(clause, FIELDS, problems);
    Optional<String> by = entries.text("by");
    boolean pooledFirst = entries.word("main").filter(POOLED::equals).isPresent();
    Optional<Clause> one = entries.clause("file");
    List<Clause> several = entries.items("files");
    if (one.isPresent() == !several.isEmpty()) {
      problems.error(
          Entries.MISSING_ENTRY,
          entries.at(),
          one.isPresent()
              ? "`file` and `files` both name the imputations."
              : "`file` is missing in `imputations`.",
          one.isPresent()
              ? "Keep `file` for one file with all sets, `files` for one file a set."
              : "Write, for example, `imputations: {file: imputed.csv, by: .imp}`.");
      return Optional.empty();
    }
    List<String> files =
        one.map(List::of).orElse(several).stream()
            .flatMap(it -> FileName.of(it, problems).stream())
            .toList();
    return Optional.of(
        new Imputations(files, one.map(it -> by.orElse(STANDARD)), pooledFirst, entries.at()));
  }
}
