// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.DataFiles;
import casebook.study.language.Dictionary.Variable;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import casebook.study.source.TextRow.Cell;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The first row of a separated text: which field of a row belongs to which variable.
///
/// @param names the headers, without spaces where the study says so
/// @param index for each variable that was found the field of its column, from 0
record Header(List<String> names, Map<String, Integer> index) {
  private static final List<String> SEPARATORS = List.of(";", "\t", ",", "|");

  /// Finds the declared columns; each that is not there, and each header that stands twice, becomes
  /// a problem.
  static Header find(TextRow row, List<Variable> wanted, DataFiles files, Problems problems) {
    boolean trim = files.writing().trimSpaces();
    List<String> names =
        row.cells().stream().map(cell -> trim ? cell.text().strip() : cell.text()).toList();
    Map<String, Integer> places = places(row, names, files, problems);
    Map<String, Integer> index = new LinkedHashMap<>();
    boolean otherSeparator = otherSeparator(row, files, problems);
    boolean first = true;
    for (Variable variable : wanted) {
      Integer place = places.get(variable.column());
      if (place != null) {
        index.put(variable.name(), place);
      } else if (!otherSeparator) {
        missing(variable, names, first, files, problems);
        first = false;
      }
    }
    return new Header(names, index);
  }

  /// The field of a variable's column, from 0; empty when there is no such column.
  Optional<Integer> field(Variable variable) {
    return Optional.ofNullable(index.get(variable.name()));
  }

  private static Map<String, Integer> places(
      TextRow row, List<String> names, DataFiles files, Problems problems) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Integer first = names.get(i).isEmpty() ? null : places.putIfAbsent(names.get(i), i);
      if (first != null) {
        Cell cell = row.cells().get(i);
        problems.error(
            "data/duplicate-header",
            span(files, cell),
            "Two columns are called "
                + Shown.text(names.get(i))
                + ": the "
                + ordinal(first)
                + " and the "
                + ordinal(i)
                + ".",
            "Give each column a name of its own.");
      }
    }
    return places;
  }

  private static boolean otherSeparator(TextRow row, DataFiles files, Problems problems) {
    String only = row.cells().getFirst().text();
    if (row.cells().size() > 1) {
      return false;
    }
    for (String other : SEPARATORS) {
      if (only.contains(other) && other.charAt(0) != files.writing().separator()) {
        problems.error(
            "data/separator",
            span(files, row.cells().getFirst()),
            "The header is one field, "
                + Shown.text(only)
                + "; its columns seem to be separated by "
                + named(other)
                + ", and the study says "
                + named(String.valueOf(files.writing().separator()))
                + ".",
            "Write `data: {file: "
                + files.file()
                + ", separator: "
                + (other.equals("\t") ? "tab" : "\"" + other + "\"")
                + "}`, and `decimal: \",\"` if numbers are written with a decimal comma.");
        return true;
      }
    }
    return false;
  }

  private static void missing(
      Variable variable, List<String> names, boolean first, DataFiles files, Problems problems) {
    String wanted = variable.column();
    List<String> near =
        names.stream()
            .filter(name -> name.replace("\uFEFF", "").strip().equalsIgnoreCase(wanted))
            .toList();
    String question =
        near.isEmpty()
            ? NearestWord.question(wanted, names)
            : "There is "
                + Shown.text(near.getFirst())
                + ", which differs in "
                + difference(near.getFirst(), wanted)
                + ".";
    problems.error(
        "data/missing-column",
        Span.ofLine(files.file(), 1),
        "There is no column "
            + Shown.text(wanted)
            + " for the variable `"
            + variable.name()
            + "` (line "
            + variable.at().line()
            + " of the study file)."
            + (question.isEmpty() ? "" : " " + question)
            + (first ? " The columns are " + Shown.names(names) + "." : ""),
        "Rename the column, or write `column:` at the variable"
            + (difference(near, wanted).equals("spaces")
                ? ", or `spaces: trim` under `data:`."
                : "."));
  }

  private static String difference(List<String> near, String wanted) {
    return near.isEmpty() ? "" : difference(near.getFirst(), wanted);
  }

  private static String difference(String found, String wanted) {
    boolean sameLetters = found.replace("\uFEFF", "").strip().equals(wanted);
    return sameLetters ? "spaces" : "upper and lower case";
  }

  private static String named(String separator) {
    return switch (separator) {
      case "\t" -> "a tab";
      case ";" -> "a semicolon";
      case "," -> "a comma";
      default -> "`" + separator + "`";
    };
  }

  private static String ordinal(int index) {
    int number = index + 1;
    int tens = number % 100;
    String ending =
        tens >= 11 && tens <= 13
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + ending;
  }

  private static Span span(DataFiles files, Cell cell) {
    return new Span(files.file(), cell.line(), cell.column(), cell.length());
  }
}
