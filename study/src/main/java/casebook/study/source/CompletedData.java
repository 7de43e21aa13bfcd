// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.DataFiles.Imputations;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.problem.Checked;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import casebook.study.problem.Severity;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Reads the files of imputations that a study names: who, which set, and every variable that has a
/// column there.
final class CompletedData {
  private CompletedData() {}

  /// The data with the imputations beside them.
  ///
  /// @param data what was read so far
  /// @param files how the data are written, and so are the imputations
  /// @param dictionary the variables of the study
  /// @param reader reads the columns of a file
  static Checked<Table> beside(
      Checked<Table> data,
      DataFiles files,
      Dictionary dictionary,
      BiFunction<DataFiles, Columns, Checked<Table>> reader) {
    Optional<Imputations> imputations = files.imputations();
    if (imputations.isEmpty()) {
      return data;
    }
    Problems problems = new Problems();
    Optional<Table> whole = problems.take(data);
    for (String file : imputations.get().files()) {
      Columns columns =
          header -> {
            numbered(header, imputations.get(), file, problems);
            return columns(header, files, dictionary);
          };
      Checked<Table> read =
          reader.apply(files.ofImputations(file, imputations.get().at()), columns);
      // what is odd without being wrong was said of the data file already
      read.problems().stream().filter(it -> it.severity() == Severity.ERROR).forEach(problems::add);
      whole = whole.flatMap(table -> read.value().map(table::beside));
    }
    return whole.isPresent() && !problems.hasErrors()
        ? problems.with(whole.get())
        : Checked.none(problems.list());
  }

  /// One file that holds all sets has a column that numbers them.
  private static void numbered(
      List<String> header, Imputations imputations, String file, Problems problems) {
    String by = imputations.by().orElse("");
    if (!by.isEmpty() && !header.contains(by)) {
      String question = NearestWord.question(by, header);
      problems.error(
          "data/no-imputation-number",
          Span.ofLine(file, 1),
          "There is no column "
              + Shown.text(by)
              + " that numbers the imputed data sets. The columns are "
              + Shown.names(header)
              + ".",
          question.isEmpty()
              ? "Name it: `by: Imputation_`, as SPSS calls it, or `files:` for one file a set."
              : question);
    }
  }

  private static List<Variable> columns(
      List<String> header, DataFiles files, Dictionary dictionary) {
    String subject = files.subject();
    Optional<String> by = files.imputations().orElseThrow().by();
    List<Variable> columns = new ArrayList<>();
    String column = dictionary.find(subject).map(Variable::column).orElse(subject);
    columns.add(text(subject, column, files));
    by.filter(header::contains).ifPresent(it -> columns.add(text(it, it, files)));
    dictionary.variables().stream()
        .filter(it -> header.contains(it.column()) && !it.name().equals(subject))
        .filter(it -> by.filter(it.name()::equals).isEmpty())
        .forEach(columns::add);
    return columns;
  }

  private static Variable text(String name, String column, DataFiles files) {
    return new Variable(
        name,
        column,
        name,
        new Dictionary.Type.Text(),
        "all",
        List.of(),
        files.imputations().orElseThrow().at());
  }
}
