// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.report.figure.Drawing;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Stroke;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.001, 0",
    "1.5, 1.5",
    "1.25, 1.25",
    "1.006, 1.01",
    "-3.4567, -3.46",
    "12.04, 12.04"
  })
  void coordinatesHaveAtMostTwoDecimals(double value, String expected) {
    assertThat(SvgText.number(value)).isEqualTo(expected);
  }

  @Test
  void circleIsWrittenWithItsCentreAndRadius() {
    Markup out = new Markup();
    Drawing drawing =
        new Drawing(9, 9, List.of(new Drawing.Shape.Circle(4, 5.25, 2.5, Fill.INK, Stroke.FAINT)));
    new SvgText(false).shapes(out, drawing);
    assertThat(out.toString().strip())
        .isEqualTo("<circle class=\"f-ink s-faint\" cx=\"4\" cy=\"5.25\" r=\"2.5\"/>");
  }

  @ParameterizedTest
  @CsvSource({"figure.css", "figure-page.css"})
  void everyFillStrokeAndWeightHasAStyle(String sheet) {
    String style = PageFile.read(sheet);
    for (Fill fill : Fill.values()) {
      assertThat(style).contains(".f-" + fill.name().toLowerCase(Locale.ROOT) + "{");
    }
    for (Stroke stroke : Stroke.values()) {
      assertThat(style).contains(".s-" + stroke.name().toLowerCase(Locale.ROOT) + "{");
    }
  }
}
