// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.DataFiles.Writing;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.problem.Checked;
import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import casebook.study.source.TextRow.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// One reading of a separated text or a sheet: takes the rows in order, gives the table at the end.
final class TableReading {
  private final DataFiles files;
  private final Columns wanted;
  private final List<TextColumn> columns = new ArrayList<>();
  private final Problems problems = new Problems();
  private final CellProblems found;
  private final Subjects subjects;
  private final IntStream.Builder lines = IntStream.builder();
  private Optional<Header> header = Optional.empty();
  private int rows;

  TableReading(DataFiles files, Columns wanted) {
    this.files = files;
    this.found = new CellProblems(files.file());
    this.subjects = new Subjects(files.duplicates(), found);
    this.wanted = wanted;
  }

  /// The declared variables; the subject first, when it is not declared itself.
  private List<Variable> wanted(TextRow row) {
    List<String> header = row.cells().stream().map(it -> it.text().strip()).toList();
    String subject = files.subject();
    List<Variable> all = new ArrayList<>(wanted.of(header));
    all.removeIf(it -> it.type() instanceof Dictionary.Type.Measure measure && measure.computed());
    if (!subject.isEmpty() && all.stream().noneMatch(it -> it.name().equals(subject))) {
      all.addFirst(
          new Variable(
              subject, subject, subject, new Dictionary.Type.Text(), "all", List.of(), files.at()));
    }
    return all;
  }

  void take(TextRow row) {
    if (row.blank()) {
      return;
    }
    if (header.isEmpty()) {
      List<Variable> variables = wanted(row);
      Header read = Header.find(row, variables, files, problems);
      header = Optional.of(read);
      for (Variable variable : variables) {
        read.field(variable).ifPresent(field -> columns.add(column(variable, field)));
      }
    } else if (!columns.isEmpty()) {
      takeRow(row, header.orElseThrow());
    }
  }

  private TextColumn column(Variable variable, int field) {
    boolean subject = variable.name().equals(files.subject());
    Cells cells =
        subject ? new Cells.Words(variable.name(), true) : cells(variable, files.writing());
    boolean days = wanted.mayHoldDays(variable);
    return new TextColumn(variable, field, subject, days, cells, files.writing(), found);
  }

  /// Makes what reads a variable.
  private static Cells cells(Variable variable, Writing writing) {
    return switch (variable.type()) {
      case Dictionary.Type.Measure measure -> new NumberCells(variable, measure, writing.decimal());
      case Dictionary.Type.Levels levels ->
          new Cells.Levels(variable.name(), LevelWords.of(levels));
      case Dictionary.Type.YesNo yesNo -> new Cells.Levels(variable.name(), LevelWords.of(yesNo));
      case Dictionary.Type.Genotype genotype ->
          new Cells.Genotypes(variable.name(), new GenotypeCalls(genotype));
      case Dictionary.Type.Date date -> new Cells.Days(variable.name(), writing.dates());
      case Dictionary.Type.Several several -> new Cells.Items(variable.name(), several);
      case Dictionary.Type.Text text -> new Cells.Words(variable.name(), false);
    };
  }

  private void takeRow(TextRow row, Header header) {
    if (row.cells().size() != header.names().size()) {
      found.row(row.line(), Ragged.flaw(row, header.names().size(), files.writing().separator()));
      return;
    }
    Optional<String> subject = subject(row);
    if (subject.isPresent() && !subjects.isNew(subject.get(), row)) {
      return;
    }
    rows++;
    lines.add(row.line());
    for (TextColumn column : columns) {
      column.take(row);
    }
  }

  /// The person's id as it stands; empty when it is missing or the column was not found.
  private Optional<String> subject(TextRow row) {
    for (TextColumn column : columns) {
      if (column.isSubject()) {
        Cell cell = row.cells().get(column.field());
        return column.isMissing(cell.text()) ? Optional.empty() : Optional.of(cell.text());
      }
    }
    return Optional.empty();
  }

  /// The table, or what prevents it.
  ///
  /// @param refusal why the text could not be read to its end
  /// @param byteOrderMark whether the text begins with one
  /// @param digest makes the digest of its bytes
  Checked<Table> table(Optional<Problem> refusal, boolean byteOrderMark, Supplier<String> digest) {
    refusal.ifPresent(problems::add);
    if (refusal.isEmpty()) {
      judgeWhole(byteOrderMark);
    }
    found.into(problems);
    if (problems.hasErrors()) {
      return Checked.none(problems.list());
    }
    List<Column> read = columns.stream().map(TextColumn::column).toList();
    judgeColumns(read);
    Table.Origin origin = new Table.Origin(files.file(), digest.get(), rows);
    return problems.with(new Table(origin, lines.build().toArray(), read));
  }

  private void judgeWhole(boolean byteOrderMark) {
    if (byteOrderMark && header.isPresent() && !files.writing().trimSpaces()) {
      problems.error(
          "data/byte-order-mark",
          new Span(files.file(), 1, 1, 1),
          "The file begins with a byte order mark (U+FEFF), which stands before the first header.",
          "Write `spaces: trim` under `data:` to have it dropped, or save the file as UTF-8 without"
              + " it.");
    }
    if (header.isEmpty()) {
      problems.error(
          "data/empty-file",
          Span.ofFile(files.file()),
          "The file is empty.",
          "It needs a row of headers and one row a person.");
    } else if (rows == 0 && !columns.isEmpty() && !found.hasErrors()) {
      problems.error(
          "data/no-rows",
          Span.ofFile(files.file()),
          "The file has headers but no rows: 0 patients.",
          "Export the data again, with one row a person.");
    }
    if (!subjects.dropped().isEmpty()) {
      List<Integer> dropped = subjects.dropped();
      problems.warning(
          "data/duplicates-dropped",
          Span.ofLine(files.file(), dropped.getFirst()),
          dropped.size()
              + (dropped.size() == 1 ? " row was" : " rows were")
              + " dropped because the same row stands before ("
              + LineNumbers.words(dropped, dropped.size())
              + ").",
          "");
    }
  }

  private void judgeColumns(List<Column> read) {
    for (int i = 0; i < read.size(); i++) {
      Column column = read.get(i);
      TextColumn source = columns.get(i);
      if (IntStream.range(0, rows).noneMatch(column::known)) {
        problems.warning(
            Columns.ALL_MISSING,
            Span.ofLine(files.file(), 1),
            "Column " + Shown.text(source.header()) + " has no value in any row.",
            "Analyses that need `" + column.name() + "` are left out.");
      }
      source
          .trimmedNote()
          .ifPresent(note ->
              problems.add(
                  Problem.note("data/spaces-dropped", Span.ofLine(files.file(), 1), note)));
    }
  }
}
