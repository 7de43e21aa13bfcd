// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.study.analysis.Analyses;
import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CalibratedTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "studies", "plates");

  /// Both fits are at the least squares to double precision.
  private static final double RELATIVE = 1e-8;

  @Test
  void valuesOfSamplesAreThoseOfNls() throws IOException {
    Study study =
        StudyReader.read(FOLDER.resolve("study.yaml"), Analyses.forms(Analyses.ALL)).orThrow();
    Table read = Sources.read(FOLDER, study.data(), study.dictionary()).orThrow();
    Table table = Calibrated.of(study, read).orThrow();
    Map<String, Integer> rows = new HashMap<>();
    Column.Text subjects = (Column.Text) table.column("id");
    for (int row = 0; row < table.rows(); row++) {
      rows.put(subjects.value(row), row);
    }
    Column.Numeric values = (Column.Numeric) table.column("igm");
    List<String> lines = Files.readAllLines(FOLDER.resolve("r-values.csv"));
    assertThat(lines).hasSize(1 + table.rows());
    for (String line : lines.subList(1, lines.size())) {
      String[] wanted = line.split(",", -1);
      int row = Objects.requireNonNull(rows.get(wanted[0]));
      double value = Double.parseDouble(wanted[1]);
      assertThat(values.value(row)).as(wanted[0]).isCloseTo(value, Offset.offset(RELATIVE * value));
      assertThat(sign(values.censoring(row))).as(wanted[0]).isEqualTo(wanted[2]);
    }
  }

  private static String sign(Censoring censoring) {
    return switch (censoring) {
      case NONE -> "=";
      case BELOW -> "<";
      case ABOVE -> ">";
    };
  }

  /// Responses without any error on the curve 3 c / (8 + c): a response of 1 stands for 4, of 2 for
  /// 16.
  @Test
  void exactStandardsGiveTheCurveBack() {
    Plate plate = Plate.of("p", hyperbola(1), new CurveRule(4, false));
    List<Measured> samples = plate.samples();
    assertThat(samples).extracting(Measured::sample).containsExactly("A", "B", "C", "D");
    assertThat(samples.get(0).value()).isCloseTo(4, within(1e-6));
    assertThat(samples.get(1).value()).isCloseTo(16, within(1e-6));
    assertThat(samples.get(2).censoring()).isEqualTo(Censoring.ABOVE);
    assertThat(samples.get(2).value()).isEqualTo(64);
    assertThat(samples.get(3).censoring()).isEqualTo(Censoring.BELOW);
    assertThat(samples.get(3).value()).isEqualTo(2);
  }

  @Test
  void responseThatFallsWithConcentrationIsCensoredOnTheOtherSide() {
    Plate plate = Plate.of("p", hyperbola(-1), new CurveRule(4, false));
    List<Measured> samples = plate.samples();
    assertThat(samples.get(0).value()).isCloseTo(4, within(1e-6));
    assertThat(samples.get(2).censoring()).isEqualTo(Censoring.ABOVE);
    assertThat(samples.get(3).censoring()).isEqualTo(Censoring.BELOW);
  }

  /// What a blank adds to every well is taken away again.
  @Test
  void blankChangesNothingWhereItIsInEveryWell() {
    List<Well> higher =
        new ArrayList<>(
            hyperbola(1).stream()
                .map(well ->
                    new Well(
                        well.line(),
                        well.plate(),
                        well.kind(),
                        well.sample(),
                        well.concentration(),
                        well.response() + 0.25,
                        "",
                        1))
                .toList());
    higher.add(well(Well.Kind.BLANK, "", OptionalDouble.empty(), 0.25));
    Plate plate = Plate.of("p", higher, new CurveRule(4, false));
    assertThat(plate.samples().getFirst().value()).isCloseTo(4, within(1e-6));
    assertThat(plate.standards().getLast().recovery().orElseThrow()).isCloseTo(100, within(1e-5));
  }

  /// A sample diluted 1:50 has 50 times the value that its wells stand for, and so have its limits
  /// and what is known of one beyond the standards.
  @Test
  void valueIsMultipliedByTheDilution() {
    List<Well> diluted =
        hyperbola(1).stream()
            .map(well ->
                new Well(
                    well.line(),
                    well.plate(),
                    well.kind(),
                    well.sample(),
                    well.concentration(),
                    well.response(),
                    "",
                    well.kind() == Well.Kind.SAMPLE ? 50 : 1))
            .toList();
    Plate plate = Plate.of("p", diluted, new CurveRule(4, false));
    Plate undiluted = Plate.of("p", hyperbola(1), new CurveRule(4, false));
    for (int i = 0; i < 4; i++) {
      Measured sample = plate.samples().get(i);
      Measured own = undiluted.samples().get(i);
      assertThat(sample.value()).isEqualTo(50 * own.value());
      assertThat(sample.censoring()).isEqualTo(own.censoring());
      assertThat(plate.interval(sample, 0.9).map(it -> it.high()))
          .isEqualTo(undiluted.interval(own, 0.9).map(it -> 50 * it.high()));
    }
    assertThat(plate.samples().get(3).value()).isEqualTo(100);
  }

  @Test
  void factorsThatCannotBeUsedAreNamed() {
    Problems problems = new Problems();
    List<Well> wells = new ArrayList<>();
    for (double dilution : new double[] {100, 200, 0}) {
      wells.add(new Well(7, "p", Well.Kind.SAMPLE, "A", OptionalDouble.empty(), 1, "", dilution));
    }
    new Dilutions("readings.csv", wells).judge(problems);
    assertThat(problems.list())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder("data/mixed-dilutions", "data/dilution");
  }

  /// Concentrations 2, 4, ..., 64 with alternating errors, so that a fit has something to leave
  /// over; they are small enough for six digits.
  private static List<Well> hyperbola(int sign) {
    List<Well> wells = new ArrayList<>();
    double shift = sign < 0 ? 4 : 0;
    for (double c : new double[] {2, 4, 8, 16, 32, 64}) {
      for (double error : new double[] {1e-9, -1e-9}) {
        double response = shift + sign * 3 * c / (8 + c) + error;
        wells.add(well(Well.Kind.STANDARD, "", OptionalDouble.of(c), response));
      }
    }
    wells.add(well(Well.Kind.SAMPLE, "A", OptionalDouble.empty(), shift + sign));
    wells.add(well(Well.Kind.SAMPLE, "B", OptionalDouble.empty(), shift + sign * 2));
    wells.add(well(Well.Kind.SAMPLE, "C", OptionalDouble.empty(), shift + sign * 3.5));
    wells.add(well(Well.Kind.SAMPLE, "D", OptionalDouble.empty(), shift + sign * 0.1));
    return wells;
  }

  private static Well well(
      Well.Kind kind, String sample, OptionalDouble concentration, double response) {
    return new Well(1, "p", kind, sample, concentration, response, "", 1);
  }
}
