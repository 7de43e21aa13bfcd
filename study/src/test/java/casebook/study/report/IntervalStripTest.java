// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.report.Explanation.Part;
import casebook.study.report.figure.Drawing;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntervalStripTest {
  private static final Numbers PLAIN = new Numbers(Journals.named("plain"));

  private static Statistic ratio(
      String slug, String interval, Estimate estimate, PValue p, Basis.Other... others) {
    return new Statistic(
        new Address("association.x.crude." + slug),
        "x",
        Optional.of(estimate),
        Optional.of(p),
        "",
        new Method("odds ratio", interval, "", "", ""),
        Numbered.basis(1, Rows.all(1), Map.of(), others),
        "");
  }

  private static IntervalStrip strip(TwoByTwo table) {
    OddsRatio method = OddsRatio.standard();
    var score = method.miettinenNurminen(table).orThrow();
    var wald = method.woolf(table).orThrow();
    var exact = method.centralExact(table).orThrow();
    return IntervalStrip.of(
            ratio(
                "odds_ratio",
                "score",
                score.estimate(),
                score.p(),
                new Basis.Other(
                    "Wald", ratio("odds_ratio.wald", "Wald", wald.estimate(), wald.p())),
                new Basis.Other(
                    "exact", ratio("odds_ratio.exact", "exact", exact.estimate(), exact.p()))))
        .orElseThrow();
  }

  private static Optional<String> said(TwoByTwo table) {
    return strip(table).disagreement(PLAIN, "95");
  }

  /// Upper limits 25.4482 and 58.4785: their ratio is 2.3.
  @Test
  void letterIsToldWithTheTwoExtremes() {
    assertThat(said(new TwoByTwo(12, 232, 2, 244)))
        .hasValue("The upper 95% limit depends on the method: 25.4 by score, 58.5 by exact.");
  }

  /// The same table with its groups exchanged: 1 / 25.4482 and 1 / 58.4785.
  @Test
  void exchangingTheGroupsTellsOfTheLowerLimit() {
    assertThat(said(new TwoByTwo(2, 244, 12, 232)))
        .hasValue("The lower 95% limit depends on the method: 0.039 by score, 0.017 by exact.");
  }

  @Test
  void agreeingMethodsSayNothing() {
    assertThat(said(new TwoByTwo(60, 140, 40, 160))).isEmpty();
  }

  @Test
  void limitWithoutEndIsNotEstimable() {
    Statistic open =
        ratio(
            "odds_ratio",
            "Firth",
            new Estimate(13.4, new Interval(1.6, 1755.8, 0.95)),
            PValue.of(0.01),
            new Basis.Other(
                "exact",
                ratio(
                    "odds_ratio.exact",
                    "exact",
                    new Estimate(
                        Double.POSITIVE_INFINITY,
                        new Interval(1.2, Double.POSITIVE_INFINITY, 0.95)),
                    PValue.of(0.03))));
    assertThat(IntervalStrip.of(open).orElseThrow().disagreement(PLAIN, "95"))
        .hasValue(
            "The upper 95% limit depends on the method: 1755.8 by Firth, not estimable by exact.");
  }

  @Test
  void figureShowsEachMethodWithThePrintedOneFirst() {
    List<Part> parts = strip(new TwoByTwo(12, 232, 2, 244)).parts(PLAIN);
    Part.Figure figure = (Part.Figure) parts.getFirst();
    assertThat(figure.words())
        .isEqualTo(
            "Intervals on a logarithmic axis with a line at 1: score 6.3 (1.6–25.4), printed; Wald"
                + " 6.3 (1.4–28.5); exact 6.3 (1.4–58.5).");
    List<String> bold =
        figure.drawing().shapes().stream()
            .filter(Drawing.Shape.Text.class::isInstance)
            .map(Drawing.Shape.Text.class::cast)
            .filter(text -> text.weight() == Drawing.Weight.BOLD)
            .map(Drawing.Shape.Text::text)
            .toList();
    assertThat(bold).containsExactly("score");
    Part.Grid grid = (Part.Grid) parts.get(1);
    assertThat(grid.rows().getFirst())
        .containsExactly("score, printed", "6.3103 (1.5588 to 25.448)", "0.006443");
    assertThat(grid.rows()).hasSize(3);
  }

  @Test
  void allShapesLieOnTheCanvas() {
    Drawing drawing =
        ((Part.Figure) strip(new TwoByTwo(1, 40, 1, 39)).parts(PLAIN).getFirst()).drawing();
    for (Drawing.Shape shape : drawing.shapes()) {
      if (shape instanceof Drawing.Shape.Line line) {
        assertThat(List.of(line.x1(), line.x2())).allMatch(x -> x >= 0 && x <= drawing.width());
        assertThat(List.of(line.y1(), line.y2())).allMatch(y -> y >= 0 && y <= drawing.height());
      }
    }
  }

  @Test
  void numberWithoutOtherMethodsHasNoStrip() {
    Statistic alone = ratio("odds_ratio", "score", Estimate.of(2), PValue.of(0.5));
    assertThat(IntervalStrip.of(alone)).isEmpty();
  }
}
