// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Table;
import casebook.study.language.Calibration;
import casebook.study.language.DataFiles;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import casebook.study.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Reads the readings of plates that a study names for its assays: one row a well.
final class Readings {
  private Readings() {}

  /// The data with the readings of every calibrated variable beside them.
  ///
  /// @param data what was read of the data file
  /// @param files how the data are written, and so are the readings
  /// @param dictionary the variables of the study
  /// @param reader reads the columns of a file
  static Checked<Table> beside(
      Checked<Table> data,
      DataFiles files,
      Dictionary dictionary,
      BiFunction<DataFiles, Dictionary, Checked<Table>> reader) {
    List<Variable> calibrated = dictionary.calibrated();
    if (calibrated.isEmpty()) {
      return data;
    }
    Problems problems = new Problems();
    Optional<Table> whole = problems.take(data);
    for (Variable variable : calibrated) {
      Calibration calibration = dictionary.calibration(variable.name()).orElseThrow();
      Optional<Table> readings =
          problems.take(reader.apply(written(files, calibration), columns(variable, calibration)));
      whole = whole.flatMap(table -> readings.map(table::beside));
    }
    return whole.isPresent() ? problems.with(whole.get()) : Checked.none(problems.list());
  }

  private static DataFiles written(DataFiles files, Calibration calibration) {
    return new DataFiles(
        calibration.plates(),
        Optional.empty(),
        "",
        files.writing(),
        files.duplicates(),
        Optional.empty(),
        calibration.at());
  }

  private static Dictionary columns(Variable variable, Calibration calibration) {
    Dictionary.Type kinds =
        new Dictionary.Type.Levels(
            List.of("standard", "sample", "control", "blank"), Map.of(), false);
    Unit unit =
        variable.type() instanceof Dictionary.Type.Measure measure ? measure.unit() : Unit.NONE;
    List<Variable> columns = new ArrayList<>();
    columns.add(column(Calibration.PLATE, new Dictionary.Type.Text(), calibration));
    columns.add(column(Calibration.WELL, new Dictionary.Type.Text(), calibration));
    columns.add(column(Calibration.KIND, kinds, calibration));
    columns.add(column(Calibration.SAMPLE, new Dictionary.Type.Text(), calibration));
    columns.add(
        column(
            Calibration.CONCENTRATION,
            new Dictionary.Type.Measure(unit, Optional.empty(), false),
            calibration));
    columns.add(
        column(
            calibration.response(),
            new Dictionary.Type.Measure(Unit.NONE, Optional.empty(), false),
            calibration));
    calibration
        .units()
        .ifPresent(it -> columns.add(column(it, new Dictionary.Type.Text(), calibration)));
    calibration
        .day()
        .ifPresent(it -> columns.add(column(it, new Dictionary.Type.Text(), calibration)));
    calibration
        .dilution()
        .ifPresent(it ->
            columns.add(
                column(
                    it,
                    new Dictionary.Type.Measure(Unit.NONE, Optional.empty(), false),
                    calibration)));
    return new Dictionary(columns, List.of(), List.of());
  }

  private static Variable column(String name, Dictionary.Type type, Calibration calibration) {
    return new Variable(name, name, name, type, "all", List.of(), calibration.at());
  }
}
