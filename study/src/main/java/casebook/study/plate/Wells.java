// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.Calibration;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.problem.Checked;
import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the wells out of a table of readings, and says what is wrong with them.
final class Wells {
  private static final String DILUTION = "dilution";

  private final Table readings;
  private final Column.Numeric responses;
  private final Optional<Column.Numeric> dilutions;
  private final Optional<String> days;
  private final Problems problems = new Problems();
  private final Map<String, List<Integer>> incomplete = new HashMap<>();
  private final List<Integer> unread = new ArrayList<>();
  private final List<Well> wells = new ArrayList<>();

  private Wells(Table readings, Calibration calibration) {
    this.readings = readings;
    this.responses = (Column.Numeric) readings.column(calibration.response());
    this.dilutions = calibration.dilution().map(it -> (Column.Numeric) readings.column(it));
    this.days = calibration.day();
  }

  /// The wells with a response, in the order of the file.
  static Checked<List<Well>> of(Table readings, Calibration calibration, Variable variable) {
    Wells wells = new Wells(readings, calibration);
    wells.twice();
    for (int row = 0; row < readings.rows(); row++) {
      wells.take(row);
    }
    wells.incomplete();
    new Dilutions(readings.origin().file(), wells.wells).judge(wells.problems);
    calibration.day().ifPresent(column -> wells.days());
    calibration.units().ifPresent(column -> wells.units(column, variable));
    return wells.problems.hasErrors()
        ? Checked.none(wells.problems.list())
        : wells.problems.with(wells.wells);
  }

  private String file() {
    return readings.origin().file();
  }

  private String text(String name, int row) {
    return readings.column(name) instanceof Column.Text texts && texts.known(row)
        ? texts.value(row)
        : "";
  }

  private OptionalDouble number(Column.Numeric column, int row) {
    return column.known(row) ? OptionalDouble.of(column.value(row)) : OptionalDouble.empty();
  }

  private void take(int row) {
    int line = readings.line(row);
    Column.Leveled kinds = (Column.Leveled) readings.column(Calibration.KIND);
    if (text(Calibration.PLATE, row).isEmpty()) {
      missing(Calibration.PLATE, line);
    } else if (!kinds.known(row)) {
      missing(Calibration.KIND, line);
    } else if (!responses.known(row)) {
      unread.add(line);
    } else {
      Well.Kind kind = Well.Kind.of(kinds.level(row));
      Column.Numeric concentrations = (Column.Numeric) readings.column(Calibration.CONCENTRATION);
      OptionalDouble concentration =
          kind == Well.Kind.STANDARD ? number(concentrations, row) : OptionalDouble.empty();
      String sample = text(Calibration.SAMPLE, row);
      if (kind == Well.Kind.STANDARD && !(concentration.orElse(-1) >= 0)) {
        missing(Calibration.CONCENTRATION, line);
      } else if ((kind == Well.Kind.SAMPLE || kind == Well.Kind.CONTROL) && sample.isEmpty()) {
        missing(Calibration.SAMPLE, line);
      } else {
        String plate = text(Calibration.PLATE, row);
        double response = responses.value(row);
        double dilution = dilution(kind, row);
        String day = days.map(it -> text(it, row)).orElse("");
        wells.add(new Well(line, plate, kind, sample, concentration, response, day, dilution));
      }
    }
  }

  /// A sample without a factor cannot be read; standards, blanks and controls need none.
  private double dilution(Well.Kind kind, int row) {
    if (dilutions.isEmpty() || kind == Well.Kind.STANDARD || kind == Well.Kind.BLANK) {
      return 1;
    }
    Column.Numeric factors = dilutions.get();
    if (!factors.known(row) && kind == Well.Kind.SAMPLE) {
      missing(DILUTION, readings.line(row));
    }
    return factors.known(row) ? factors.value(row) : 1;
  }

  /// A plate is measured on one day.
  private void days() {
    Map<String, String> first = new HashMap<>();
    List<Integer> others = new ArrayList<>();
    for (Well well : wells) {
      String before = first.putIfAbsent(well.plate(), well.day());
      if (well.day().isEmpty() || (before != null && !before.equals(well.day()))) {
        others.add(well.line());
      }
    }
    if (!others.isEmpty()) {
      problems.error(
          "data/plate-without-day",
          Span.ofLine(file(), others.getFirst()),
          "A plate has no day, or more than one ("
              + LineNumbers.words(others, others.size())
              + ").",
          "Write the same day in every row of a plate; runs of one day are plates of their own.");
    }
  }

  private void missing(String column, int line) {
    incomplete.computeIfAbsent(column, any -> new ArrayList<>()).add(line);
  }

  /// Two rows of one well cannot both be what was read.
  private void twice() {
    Map<String, Integer> first = new HashMap<>();
    List<Integer> again = new ArrayList<>();
    for (int row = 0; row < readings.rows(); row++) {
      String well = text(Calibration.WELL, row);
      String place = text(Calibration.PLATE, row) + "\u0000" + well;
      if (!well.isEmpty() && first.putIfAbsent(place, row) != null) {
        again.add(readings.line(row));
      }
    }
    if (!again.isEmpty()) {
      problems.error(
          "data/duplicate-well",
          Span.ofLine(file(), again.getFirst()),
          "A well of a plate was read twice (" + LineNumbers.words(again, again.size()) + ").",
          "Keep the reading that counts, or correct the name of the well or of the plate.");
    }
  }

  private void incomplete() {
    List.of(
            Calibration.PLATE,
            Calibration.KIND,
            Calibration.CONCENTRATION,
            Calibration.SAMPLE,
            DILUTION)
        .forEach(column -> {
          List<Integer> lines = incomplete.getOrDefault(column, List.of());
          if (!lines.isEmpty()) {
            problems.error(
                "data/well-incomplete",
                Span.ofLine(file(), lines.getFirst()),
                "A well has no " + column + " (" + LineNumbers.words(lines, lines.size()) + ").",
                "Each well needs a plate and a kind; a standard its concentration, at least 0; a"
                    + " sample and a control whose it is; a sample its dilution, where a column for"
                    + " it is declared.");
          }
        });
    if (!unread.isEmpty()) {
      problems.add(
          Problem.note(
              "data/well-without-reading",
              Span.ofLine(file(), unread.getFirst()),
              (unread.size() == 1
                      ? "A well has no reading and was"
                      : unread.size() + " wells have no reading and were")
                  + " left out ("
                  + LineNumbers.words(unread, unread.size())
                  + ")."));
    }
  }

  /// The concentrations of all standards must be in the unit of the variable.
  private void units(String column, Variable variable) {
    String unit =
        variable.type() instanceof Dictionary.Type.Measure measure ? measure.unit().printed() : "";
    Column.Leveled kinds = (Column.Leveled) readings.column(Calibration.KIND);
    List<Integer> others = new ArrayList<>();
    for (int row = 0; row < readings.rows(); row++) {
      boolean standard = kinds.known(row) && Well.Kind.of(kinds.level(row)) == Well.Kind.STANDARD;
      if (standard && !text(column, row).equals(unit)) {
        others.add(readings.line(row));
      }
    }
    if (!others.isEmpty()) {
      problems.error(
          "data/mixed-units",
          Span.ofLine(file(), others.getFirst()),
          "The concentration of a standard is not in "
              + (unit.isEmpty() ? "the unit" : unit + ", the unit")
              + " of `"
              + variable.name()
              + "` ("
              + LineNumbers.words(others, others.size())
              + ").",
          "Convert it and write the unit, or correct the unit of the variable.");
    }
  }
}
