// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Plot;
import casebook.study.finding.Plot.Axis;
import casebook.study.finding.Plot.Cloud;
import casebook.study.finding.Plot.Dot;
import casebook.study.finding.Plot.Pair;
import casebook.study.finding.Plot.Scatter;
import casebook.study.finding.Plot.Strip;
import casebook.study.finding.Plot.Strips;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PlotFigureTest {
  private final Numbers numbers = new Numbers(Journals.named("plain"));

  private static List<Shape.Path> marks(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Path.class::isInstance)
        .map(Shape.Path.class::cast)
        .toList();
  }

  private static double centre(Shape.Path mark) {
    double low = mark.points().stream().mapToDouble(Drawing.Point::x).min().orElseThrow();
    double high = mark.points().stream().mapToDouble(Drawing.Point::x).max().orElseThrow();
    return (low + high) / 2;
  }

  private static Strips strips(double... values) {
    List<Dot> dots = DoubleStream.of(values).mapToObj(value -> new Dot(value, 0)).toList();
    Estimate middle = new Estimate(values[0], new Interval(values[0], values[0] + 1, 0.95));
    return new Strips(
        new Axis("MDM2 mRNA", "", true),
        "SNP309",
        List.of(
            new Strip("TT", dots, Optional.of(middle)),
            new Strip("GG", List.of(), Optional.empty())));
  }

  @Test
  void equalValuesStandSideBySideByTheirOrderAlone() {
    Drawing drawing = PlotFigure.of(strips(2, 2, 2, 9), numbers);
    List<Double> places = marks(drawing).stream().map(PlotFigureTest::centre).toList();
    double step = places.get(1) - places.get(0);
    assertThat(step).isPositive();
    assertThat(places.get(2)).isCloseTo(places.get(0) - step, within(1e-6));
    assertThat(places.get(3)).isCloseTo(places.get(0), within(1e-6));
    assertThat(PlotFigure.of(strips(2, 2, 2, 9), numbers)).isEqualTo(drawing);
  }

  @Test
  void manyEqualValuesStayInTheirColumn() {
    double[] same = new double[400];
    Arrays.fill(same, 3);
    Drawing drawing = PlotFigure.of(strips(same), numbers);
    assertThat(marks(drawing)).hasSize(400);
    assertThat(marks(drawing))
        .allSatisfy(mark -> assertThat(centre(mark)).isBetween(0.0, drawing.width() / 2));
  }

  @Test
  void wordsSayGroupsAndMedians() {
    assertThat(PlotFigure.words(strips(2, 5), numbers))
        .isEqualTo("MDM2 mRNA by SNP309. TT: 2 values, median 2 (2–3). GG: 0 values.");
  }

  @Test
  void valueBeyondALimitIsATriangleAndSaidInTheLegend() {
    Strips some =
        new Strips(
            new Axis("Y", "mg/L", false),
            "G",
            List.of(new Strip("a", List.of(new Dot(1, -1), new Dot(4, 0)), Optional.empty())));
    assertThat(marks(PlotFigure.of(some, numbers)))
        .extracting(it -> it.points().size())
        .containsExactly(4, 17);
    assertThat(PlotFigure.legend(some, "95")).contains("Triangles");
    assertThat(PlotFigure.legend(strips(2), "95")).doesNotContain("Triangles");
  }

  @Test
  void scatterDrawsEachPairOnceAndNamesItsGroups() {
    Pair one = new Pair(new Dot(1, 0), new Dot(10, 0));
    Pair other = new Pair(new Dot(100, 0), new Dot(1000, 0));
    Plot grouped =
        new Scatter(
            new Axis("X", "", true),
            new Axis("Y", "mg/L", true),
            List.of(new Cloud("no", List.of(one)), new Cloud("yes", List.of(other, one))));
    Drawing drawing = PlotFigure.of(grouped, numbers);
    // three pairs and two marks of the legend
    assertThat(marks(drawing)).hasSize(5);
    assertThat(
            drawing.shapes().stream()
                .filter(Shape.Text.class::isInstance)
                .map(shape -> ((Shape.Text) shape).text()))
        .contains("no (n = 1)", "yes (n = 2)", "Y, mg/L (log scale)", "X (log scale)");
    assertThat(PlotFigure.words(grouped, numbers)).isEqualTo("Y against X: 3 pairs.");
  }

  @Test
  void axisHasRoundTicksOnEveryScale() {
    assertThat(ValueAxis.of(DoubleStream.of(0.3, 8), true, 0, 100).ticks())
        .containsExactly(0.5, 1.0, 2.0, 5.0);
    assertThat(ValueAxis.of(DoubleStream.of(1e-6, 1e6), true, 0, 100).ticks())
        .hasSizeBetween(2, 8)
        .contains(1.0);
    assertThat(ValueAxis.of(DoubleStream.of(31, 33), true, 0, 100).ticks()).hasSizeBetween(2, 8);
    assertThat(ValueAxis.of(DoubleStream.of(5, 5), false, 0, 100).ticks()).contains(5.0);
    ValueAxis log = new ValueAxis(1, 100, true, 0, 50);
    assertThat(log.place(10)).isCloseTo(25, within(1e-12));
    assertThat(log.place(1e9)).isEqualTo(50);
  }
}
