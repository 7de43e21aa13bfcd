// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.util.List;

/// Draws a ratio by every method: one line each on a logarithmic axis with a line at 1, the printed
/// one in bold and in the colour of the page.
public final class StripFigure {
  private static final double WIDTH = 330;
  private static final double SIZE = 9;
  private static final double LINE = 15;
  private static final double TOP = 3;
  private static final double WIDEST = 160;
  private static final double ARROW = 5;

  private final List<Line> entries;
  private final Numbers numbers;
  private final Canvas canvas = new Canvas();
  private final LogAxis axis;

  /// A ratio by one method.
  ///
  /// @param label the name of the method
  /// @param ratio the ratio with its interval
  /// @param printed whether it is the one in the table
  public record Line(String label, Estimate ratio, boolean printed) {
    Interval interval() {
      return ratio.interval().orElseThrow();
    }
  }

  private StripFigure(List<Line> entries, Numbers numbers) {
    this.entries = entries;
    this.numbers = numbers;
    double labels =
        entries.stream().mapToDouble(e -> TextWidth.of(e.label(), SIZE * 1.06)).max().orElse(0);
    List<Estimate> estimates = entries.stream().map(Line::ratio).toList();
    double from = Math.min(WIDEST, labels) + 14;
    this.axis = LogAxis.of(estimates, from, WIDTH - 2 * ARROW);
  }

  /// Draws the entries, all of which have an interval.
  public static Drawing of(List<Line> entries, Numbers numbers) {
    return new StripFigure(entries, numbers).draw();
  }

  private Drawing draw() {
    double bottom = TOP;
    for (Line entry : entries) {
      bottom += height(entry);
    }
    canvas.line(axis.x(1), TOP, axis.x(1), bottom, Stroke.DASHED);
    double y = TOP;
    for (Line entry : entries) {
      words(entry, y + LINE / 2 + SIZE * 0.36);
      interval(entry, y + LINE / 2);
      y += height(entry);
    }
    ticks(bottom);
    return canvas.drawing(WIDTH, bottom + 17);
  }

  private double height(Line entry) {
    return LINE + (lines(entry).size() - 1) * (SIZE + 1.5);
  }

  private List<String> lines(Line entry) {
    return TextWidth.wrap(entry.label(), SIZE * 1.06, WIDEST);
  }

  private void words(Line entry, double baseline) {
    double y = baseline;
    for (String line : lines(entry)) {
      canvas.text(line, 0, y, SIZE, Anchor.START, entry.printed() ? Weight.BOLD : Weight.NORMAL);
      y += SIZE + 1.5;
    }
  }

  private void interval(Line entry, double y) {
    Interval interval = entry.interval();
    Stroke stroke = entry.printed() ? Stroke.ACCENT : Stroke.INK;
    double left = axis.x(interval.low());
    double right = axis.x(interval.high());
    if (interval.low() < axis.low()) {
      canvas.arrow(right, y, left - ARROW, y, stroke);
    }
    if (interval.high() > axis.high()) {
      canvas.arrow(left, y, right + ARROW, y, stroke);
    }
    if (interval.low() >= axis.low() && interval.high() <= axis.high()) {
      canvas.line(left, y, right, y, stroke);
    }
    double value = entry.ratio().value();
    if (value > 0 && Double.isFinite(value)) {
      double side = entry.printed() ? 6 : 4;
      Fill fill = entry.printed() ? Fill.ACCENT : Fill.INK;
      canvas.box(axis.x(value) - side / 2, y - side / 2, side, side, fill, Stroke.NONE);
    }
  }

  private void ticks(double y) {
    canvas.line(axis.from(), y, axis.to(), y, Stroke.INK);
    for (double tick : axis.ticks()) {
      double x = axis.x(tick);
      canvas.line(x, y, x, y + 3.5, Stroke.INK);
      String label = numbers.quantity(Estimate.of(tick));
      canvas.text(label, x, y + 13, SIZE - 1, Anchor.MIDDLE, Weight.NORMAL);
    }
  }
}
