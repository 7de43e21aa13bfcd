// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

import casebook.study.data.Table;
import casebook.study.language.Calibration;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The plates on which a variable was measured, each with its own curve, in the order of the file.
///
/// @param calibration what the study says of them
/// @param file the name of the file of readings
/// @param list the plates
public record Plates(Calibration calibration, String file, List<Plate> list) {
  public Plates {
    list = List.copyOf(list);
  }

  /// The plates of a variable whose readings were found in order before; empty for a variable that
  /// has none.
  ///
  /// @param table the data with the readings beside them
  public static Optional<Plates> of(Study study, Table table, String variable) {
    return study
        .dictionary()
        .find(variable)
        .filter(it -> study.dictionary().calibration(variable).isPresent())
        .flatMap(it -> checked(study, table, it).value());
  }

  /// The plates of a calibrated variable with what is wrong with them.
  static Checked<Plates> checked(Study study, Table table, Variable variable) {
    Calibration calibration = study.dictionary().calibration(variable.name()).orElseThrow();
    Table readings =
        table.beside().stream()
            .filter(it -> it.origin().file().equals(calibration.plates()))
            .findFirst()
            .orElseThrow();
    Problems problems = new Problems();
    Optional<List<Well>> wells = problems.take(Wells.of(readings, calibration, variable));
    if (wells.isEmpty()) {
      return Checked.none(problems.list());
    }
    Map<String, List<Well>> byPlate = new LinkedHashMap<>();
    for (Well well : wells.get()) {
      byPlate.computeIfAbsent(well.plate(), any -> new ArrayList<>()).add(well);
    }
    CurveRule rule = CurveRule.of(calibration);
    List<Plate> list = new ArrayList<>();
    byPlate.forEach((name, own) -> list.add(Plate.of(name, own, rule)));
    Plates plates = new Plates(calibration, readings.origin().file(), list);
    plates.withoutCurve(problems);
    plates.onTwoPlates(problems);
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(plates);
  }

  private void withoutCurve(Problems problems) {
    for (Plate plate : list) {
      if (plate.curve().value().isEmpty()) {
        String reason = plate.curve().outcome().words();
        problems.warning(
            CurveRule.code(reason),
            Span.ofLine(file, plate.line()),
            "Plate "
                + plate.name()
                + " has no calibration curve: "
                + reason
                + ". Its samples have no value.",
            "Look at its standards; measure the plate again, or take its rows out.");
      }
    }
  }

  private void onTwoPlates(Problems problems) {
    Map<String, String> first = new LinkedHashMap<>();
    List<Integer> again = new ArrayList<>();
    for (Measured sample : samples()) {
      if (first.putIfAbsent(sample.sample(), sample.plate()) != null) {
        again.add(sample.line());
      }
    }
    if (!again.isEmpty()) {
      problems.add(
          Problem.error(
              "data/sample-on-two-plates",
              Span.ofLine(file, again.getFirst()),
              "A sample stands on two plates (" + LineNumbers.words(again, again.size()) + ").",
              "Keep the plate whose value counts; what is measured on every plate is a control."));
    }
  }

  /// The samples of all plates that have a curve.
  public List<Measured> samples() {
    return list.stream().flatMap(plate -> plate.samples().stream()).toList();
  }

  /// The controls of all plates that have a curve.
  public List<Measured> controls() {
    return list.stream().flatMap(plate -> plate.controls().stream()).toList();
  }
}
