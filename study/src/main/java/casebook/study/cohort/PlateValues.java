// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.result.Interval;
import casebook.study.csv.CsvText;
import casebook.study.data.Censoring;
import casebook.study.language.Dictionary.Variable;
import casebook.study.plate.Measured;
import casebook.study.plate.Plate;
import casebook.study.plate.Plates;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// `plate-values.csv`: what the wells of each sample on a plate stand for, with the interval by
/// inverse prediction, one row a sample. Values are multiplied by the dilution; an end of an
/// interval that the curve does not reach is empty. UTF-8, `.` as the decimal sign.
public final class PlateValues {
  private PlateValues() {}

  /// Writes the values of all plates; empty when no variable was measured on plates.
  ///
  /// @param level confidence level of the intervals, between 0 and 1
  public static Optional<byte[]> csv(Cohort cohort, double level) {
    List<Variable> calibrated = cohort.study().dictionary().calibrated();
    if (calibrated.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder out =
        new StringBuilder(
            CsvText.line(
                List.of(
                    "variable", "sample", "plate", "wells", "dilution", "value", "low", "high")));
    for (Variable variable : calibrated) {
      Plates.of(cohort.study(), cohort.table(), variable.name()).stream()
          .flatMap(plates -> plates.list().stream())
          .forEach(
              plate -> plate.samples().forEach(it -> out.append(line(variable, plate, it, level))));
    }
    return Optional.of(out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(Variable variable, Plate plate, Measured sample, double level) {
    Optional<Interval> interval =
        sample.censoring() == Censoring.NONE ? plate.interval(sample, level) : Optional.empty();
    String sign =
        switch (sample.censoring()) {
          case NONE -> "";
          case BELOW -> "<";
          case ABOVE -> ">";
        };
    return CsvText.line(
        List.of(
            CsvText.text(variable.name()),
            CsvText.text(sample.sample()),
            CsvText.text(plate.name()),
            String.valueOf(sample.reading().wells()),
            number(sample.reading().dilution()),
            CsvText.value(sign + number(sample.value())),
            interval.map(it -> it.low() > 0 ? number(it.low()) : "").orElse(""),
            interval.map(it -> Double.isFinite(it.high()) ? number(it.high()) : "").orElse("")));
  }

  private static String number(double value) {
    return AnalysisSet.decimal(BigDecimal.valueOf(value));
  }
}
