// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws a forest plot: text columns, a logarithmic axis with a line at 1, squares whose area is
/// proportional to the precision of their estimate, arrows where an interval is cut.
public final class ForestFigure {
  private static final double WIDTH = 496;
  private static final double SIZE = 8;
  private static final double BOLD = SIZE * 1.06;
  private static final double LINE = 15;
  private static final double LEADING = 10;
  private static final double INDENT = 9;
  private static final double LEAST_PLOT = 120;
  private static final double GAP = 12;
  private static final double LARGEST = 8;
  private static final double SMALLEST = 3.2;

  private final ForestRows rows;
  private final Numbers numbers;
  private final Canvas canvas = new Canvas();
  private final Layout layout;

  private ForestFigure(ForestRows rows, Numbers numbers) {
    this.rows = rows;
    this.numbers = numbers;
    this.layout = layout(rows);
  }

  /// Where the columns stand.
  ///
  /// @param label width of the labels
  /// @param counts right ends of the columns of counts
  /// @param axis the axis between its ends
  /// @param estimates left end of the printed estimates
  private record Layout(double label, List<Double> counts, LogAxis axis, double estimates) {}

  /// Draws the figure.
  public static Drawing of(ForestRows rows, Numbers numbers) {
    return new ForestFigure(rows, numbers).draw();
  }

  private static Layout layout(ForestRows rows) {
    double printed = TextWidth.of(rows.head(), BOLD);
    double label = 60;
    for (ForestRows.Entry entry : rows.entries()) {
      label = Math.max(label, INDENT * entry.indent() + TextWidth.of(entry.label(), BOLD));
      printed = Math.max(printed, TextWidth.of(entry.printed(), SIZE));
    }
    List<Double> widths = new ArrayList<>();
    for (int i = 0; i < rows.groups().size(); i++) {
      widths.add(GAP + countWidth(rows, i));
    }
    double counts = widths.stream().mapToDouble(w -> w).sum();
    double room = WIDTH - counts - printed - 2 * (GAP + 6);
    label = Math.clamp(label, 60, Math.max(60, room - LEAST_PLOT));
    List<Double> ends = new ArrayList<>();
    double x = label;
    for (double width : widths) {
      x += width;
      ends.add(x);
    }
    double estimates = WIDTH - printed;
    LogAxis axis = LogAxis.of(rows.estimates(), x + GAP + 6, estimates - GAP - 6);
    return new Layout(label, ends, axis, estimates);
  }

  private static double countWidth(ForestRows rows, int place) {
    return rows.entries().stream()
        .filter(e -> place < e.counts().size())
        .mapToDouble(e -> TextWidth.of(e.counts().get(place), SIZE))
        .reduce(TextWidth.of(rows.groups().get(place), BOLD), Math::max);
  }

  private Drawing draw() {
    double top = 26;
    List<Double> heights = new ArrayList<>();
    rows.entries().forEach(e -> heights.add(LINE + (label(e).size() - 1) * LEADING));
    double bottom = top + heights.stream().mapToDouble(h -> h).sum() + 3;
    head();
    double one = layout.axis.x(1);
    canvas.line(one, top - 4, one, bottom, Stroke.QUIET);
    double y = top;
    for (int i = 0; i < rows.entries().size(); i++) {
      ForestRows.Entry entry = rows.entries().get(i);
      words(entry, y + LINE * 0.5 + SIZE * 0.36);
      double middle = y + LINE * 0.5;
      entry.estimate().ifPresent(estimate -> estimate(estimate, middle));
      y += heights.get(i);
    }
    axis(bottom);
    canvas.line(0, bottom + 36, WIDTH, bottom + 36, Stroke.INK);
    return canvas.drawing(WIDTH, bottom + 37);
  }

  private List<String> label(ForestRows.Entry entry) {
    return TextWidth.wrap(
        entry.label(), entry.heading() ? BOLD : SIZE, layout.label - INDENT * entry.indent() + 1);
  }

  private void head() {
    canvas.line(0, 1, WIDTH, 1, Stroke.INK);
    for (int i = 0; i < rows.groups().size(); i++) {
      canvas.text(rows.groups().get(i), layout.counts.get(i), 13, SIZE, Anchor.END, Weight.BOLD);
    }
    canvas.text(rows.head(), layout.estimates, 13, SIZE, Anchor.START, Weight.BOLD);
    canvas.line(0, 19, WIDTH, 19, Stroke.THIN);
  }

  private void words(ForestRows.Entry entry, double baseline) {
    Weight weight = entry.heading() ? Weight.BOLD : Weight.NORMAL;
    double y = baseline;
    for (String line : label(entry)) {
      canvas.text(line, INDENT * entry.indent(), y, SIZE, Anchor.START, weight);
      y += LEADING;
    }
    for (int i = 0; i < entry.counts().size(); i++) {
      canvas.number(
          entry.counts().get(i),
          layout.counts.get(i),
          baseline,
          SIZE,
          Anchor.END,
          Weight.NORMAL,
          entry.countAddresses().get(i));
    }
    canvas.number(
        entry.printed(),
        layout.estimates,
        baseline,
        SIZE,
        Anchor.START,
        entry.address().isEmpty() ? Weight.QUIET : Weight.NORMAL,
        entry.address());
  }

  private void estimate(Estimate estimate, double y) {
    LogAxis axis = layout.axis;
    estimate.interval().ifPresent(interval -> interval(interval, y));
    if (Double.isFinite(estimate.value()) && estimate.value() > 0) {
      double side = side(estimate.interval());
      double x = axis.x(estimate.value());
      canvas.box(x - side / 2, y - side / 2, side, side, Fill.ACCENT, Stroke.NONE);
    }
  }

  private void interval(Interval interval, double y) {
    LogAxis axis = layout.axis;
    boolean cutLeft = interval.low() < axis.low();
    boolean cutRight = interval.high() > axis.high();
    double left = axis.x(interval.low());
    double right = axis.x(interval.high());
    if (cutLeft) {
      canvas.arrow(right, y, left - 5, y, Stroke.INK);
    }
    if (cutRight) {
      canvas.arrow(left, y, right + 5, y, Stroke.INK);
    }
    if (!cutLeft && !cutRight) {
      canvas.line(left, y, right, y, Stroke.INK);
    }
  }

  /// The side of a square whose area is proportional to the inverse variance of the log ratio.
  private double side(Optional<Interval> interval) {
    double most =
        rows.estimates().stream().mapToDouble(e -> precision(e.interval())).max().orElse(0);
    double share = most > 0 ? precision(interval) / most : 1;
    return Math.max(SMALLEST, LARGEST * Math.sqrt(share));
  }

  private static double precision(Optional<Interval> interval) {
    double width =
        interval
            .filter(i -> i.low() > 0 && Double.isFinite(i.high()) && i.high() > i.low())
            .map(i -> Math.log(i.high() / i.low()))
            .orElse(Double.POSITIVE_INFINITY);
    return 1 / (width * width);
  }

  private void axis(double y) {
    LogAxis axis = layout.axis;
    canvas.line(axis.from(), y, axis.to(), y, Stroke.INK);
    for (double tick : axis.ticks()) {
      double x = axis.x(tick);
      canvas.line(x, y, x, y + 3.5, Stroke.INK);
      String label = numbers.quantity(Estimate.of(tick));
      canvas.text(label, x, y + 13, SIZE - 0.5, Anchor.MIDDLE, Weight.NORMAL);
    }
    canvas.text(
        rows.axis(), (axis.from() + axis.to()) / 2, y + 28, SIZE, Anchor.MIDDLE, Weight.NORMAL);
  }
}
