// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Rows;
import casebook.study.problem.Span;
import casebook.study.report.Numbered;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForestFigureTest {
  private final Numbers numbers = new Numbers(Journals.named("plain"));

  private static Finding.Estimates table(String label, double[]... ratios) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ratios.length; i++) {
      double[] r = ratios[i];
      String address = "association.x" + i + ".crude.odds_ratio";
      Cell ratio =
          Cell.of(
              Cell.Form.RATIO,
              Numbered.ratio(
                  address,
                  r[0],
                  r[1],
                  r[2],
                  0.5,
                  Numbered.WALD,
                  Numbered.basis(1, Rows.all(20), Map.of())));
      rows.add(new Row(label, "", 0, List.of(Numbered.share("x" + i, "x", 3, 10, 1), ratio)));
    }
    Heading heading =
        new Heading(
            new Address("association.x"), "X", Span.ofLine("s", 1), true, List.of(), List.of());
    List<Column> columns =
        List.of(new Column("cases", "Cases", 10, ""), new Column("crude", "Crude", 0, ""));
    return new Finding.Estimates(heading, columns, rows);
  }

  private Drawing draw(Finding.Estimates table) {
    return ForestFigure.of(ForestRows.of(table, numbers, "95"), numbers);
  }

  private static List<Shape.Box> squares(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Box.class::isInstance)
        .map(Shape.Box.class::cast)
        .filter(box -> box.fill() == Fill.ACCENT)
        .toList();
  }

  private static long arrows(Drawing drawing) {
    return drawing.shapes().stream().filter(Shape.Path.class::isInstance).count();
  }

  /// The area is as the inverse variance: an interval half as wide on the log scale has a square
  /// twice as wide.
  @Test
  void areaIsProportionalToPrecision() {
    Drawing drawing = draw(table("x", new double[] {2, 1, 4}, new double[] {2, 0.5, 8}));
    List<Shape.Box> squares = squares(drawing);
    assertThat(squares.get(0).width()).isEqualTo(2 * squares.get(1).width());
    assertThat(squares.get(0).width()).isEqualTo(squares.get(0).height());
  }

  @Test
  void intervalBeyondTheAxisEndsInAnArrow() {
    assertThat(arrows(draw(table("x", new double[] {2, 1, 4}, new double[] {2, 1, 900}))))
        .isEqualTo(1);
    double infinite = Double.POSITIVE_INFINITY;
    Drawing open = draw(table("x", new double[] {2, 0, infinite}, new double[] {2, 1, 4}));
    assertThat(arrows(open)).isEqualTo(2);
  }

  @Test
  void estimateWithoutValueHasWordsButNoSquare() {
    double infinite = Double.POSITIVE_INFINITY;
    Drawing drawing =
        draw(
            table(
                "x",
                new double[] {infinite, 1.2, infinite},
                new double[] {2, 1, 4},
                new double[] {3, 1, 5}));
    assertThat(squares(drawing)).hasSize(2);
    assertThat(texts(drawing)).contains("not estimable (1.20 to not estimable)", "3/10");
  }

  @Test
  void longLabelsAreBrokenAndNothingLeavesTheFigure() {
    String label = "a very long label of an exposure that no column could ever hold in one line";
    Drawing drawing = draw(table(label, new double[] {2, 1, 4}, new double[] {3, 1, 5}));
    assertThat(texts(drawing)).noneMatch(text -> text.equals(label));
    for (Shape shape : drawing.shapes()) {
      if (shape instanceof Shape.Text text && text.anchor() == Drawing.Anchor.START) {
        assertThat(text.x() + TextWidth.of(text.text(), text.size()))
            .isLessThanOrEqualTo(drawing.width() + 1);
      }
    }
  }

  private static List<String> texts(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Text.class::isInstance)
        .map(shape -> ((Shape.Text) shape).text())
        .toList();
  }

  @Test
  void oneEstimateIsNotWorthAFigure() {
    ForestRows one = ForestRows.of(table("x", new double[] {2, 1, 4}), numbers, "95");
    assertThat(one.worthDrawing()).isFalse();
  }
}
