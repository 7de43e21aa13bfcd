// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.entry;

import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Study;
import casebook.study.sheet.Book.Heading;
import casebook.study.sheet.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns of the sheet with one row a patient: those of the variables that are read from data.
final class PatientColumns {
  private static final int NARROW = 12;
  private static final int WIDE = 24;

  private PatientColumns() {}

  static List<Heading> of(Study study) {
    List<Heading> columns = new ArrayList<>();
    String subject = study.data().subject();
    List<Variable> read =
        study.dictionary().inData().variables().stream().filter(it -> !computed(it)).toList();
    if (!subject.isEmpty() && read.stream().noneMatch(it -> it.name().equals(subject))) {
      String note = "The id of the person: each stands once.";
      columns.add(new Heading(subject, note, NARROW, new Cells.Words()));
    }
    read.forEach(it -> columns.add(column(it, it.name().equals(subject))));
    return columns;
  }

  private static boolean computed(Variable variable) {
    return variable.type() instanceof Dictionary.Type.Measure measure && measure.computed();
  }

  private static Heading column(Variable variable, boolean subject) {
    String name = variable.column();
    int width = Math.max(NARROW, Math.min(WIDE, name.length() + 3));
    Cells cells = subject ? new Cells.Words() : cells(variable.type());
    return new Heading(name, note(variable), width, cells);
  }

  private static Cells cells(Dictionary.Type type) {
    return switch (type) {
      case Dictionary.Type.Measure it ->
          new Cells.Numbers(
              it.range().map(range -> range.low()),
              it.range().map(range -> range.high()),
              it.censored());
      case Dictionary.Type.Levels it ->
          new Cells.OneOf(
              it.levels().stream().map(level -> it.codes().getOrDefault(level, level)).toList());
      case Dictionary.Type.YesNo it ->
          new Cells.OneOf(
              List.of("yes", "no").stream()
                  .map(word -> it.codes().getOrDefault(word, word))
                  .toList());
      case Dictionary.Type.Genotype it ->
          new Cells.OneOf(
              it.genotypes().stream().map(one -> it.codes().getOrDefault(one, one)).toList());
      case Dictionary.Type.Several it -> new Cells.Words();
      case Dictionary.Type.Date it -> new Cells.Days();
      case Dictionary.Type.Text it -> new Cells.Words();
    };
  }

  private static String note(Variable variable) {
    List<String> parts = new ArrayList<>();
    if (!variable.label().equals(variable.column().replace('_', ' '))) {
      parts.add(variable.label() + ".");
    }
    parts.add(words(variable.type()));
    if (!variable.of().equals("all")) {
      parts.add("Asked of " + variable.of() + " only.");
    }
    if (!variable.missing().isEmpty()) {
      parts.add("Missing: " + String.join(", ", variable.missing()) + ".");
    }
    return String.join(" ", parts);
  }

  private static String words(Dictionary.Type type) {
    return switch (type) {
      case Dictionary.Type.Measure it ->
          "A number"
              + Optional.of(it.unit().printed())
                  .filter(unit -> !unit.isEmpty())
                  .map(unit -> " in " + unit)
                  .orElse("")
              + it.range()
                  .map(range ->
                      " from "
                          + range.low().toPlainString()
                          + " to "
                          + range.high().toPlainString())
                  .orElse("")
              + (it.censored() ? ", or a limit of detection such as <5." : ".");
      case Dictionary.Type.Levels it -> "One of " + coded(it.levels(), it.codes()) + ".";
      case Dictionary.Type.YesNo it -> "One of " + coded(List.of("yes", "no"), it.codes()) + ".";
      case Dictionary.Type.Genotype it -> "One of " + coded(it.genotypes(), it.codes()) + ".";
      case Dictionary.Type.Several it ->
          "Several of "
              + String.join(
                  ", ",
                  it.items().stream()
                      .map(item ->
                          it.meanings().containsKey(item)
                              ? item + " (" + it.meanings().get(item) + ")"
                              : item)
                      .toList())
              + ", with commas between them; none where there is none.";
      case Dictionary.Type.Date it -> "A day, such as 2004-03-28.";
      case Dictionary.Type.Text it -> "Text.";
    };
  }

  private static String coded(List<String> levels, Map<String, String> codes) {
    return String.join(
        ", ",
        levels.stream()
            .map(level ->
                codes.getOrDefault(level, level).equals(level)
                    ? level
                    : codes.get(level) + " (" + level + ")")
            .toList());
  }
}
