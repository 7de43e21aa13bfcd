// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Plot.Dot;
import casebook.study.finding.Plot.Strip;
import casebook.study.finding.Plot.Strips;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Draws values by group: every value, and the median with its interval beside them. Values that
/// would lie upon each other stand side by side, by their order alone.
final class StripsFigure {
  private static final double WIDTH = 496;
  private static final double HEIGHT = 230;
  private static final double TOP = 30;
  private static final double BAR = 13;

  private final Strips plot;
  private final Numbers numbers;
  private final Canvas canvas = new Canvas();
  private final PlotMarks marks;
  private final ValueAxis axis;

  private StripsFigure(Strips plot, Numbers numbers) {
    this.plot = plot;
    this.numbers = numbers;
    this.marks = new PlotMarks(canvas, numbers);
    DoubleStream values =
        plot.groups().stream().flatMapToDouble(group -> PlotMarks.values(group.dots()));
    this.axis = ValueAxis.of(values, plot.values().logarithmic(), TOP + HEIGHT, TOP);
  }

  static Drawing of(Strips plot, Numbers numbers) {
    return new StripsFigure(plot, numbers).draw();
  }

  /// The figure in words.
  static String words(Strips plot, Numbers numbers) {
    StringBuilder words = new StringBuilder(plot.values().label()).append(" by ").append(plot.by());
    words.append(". ");
    for (Strip group : plot.groups()) {
      words.append(group.label()).append(": ").append(numbers.count(group.dots().size()));
      words.append(group.dots().size() == 1 ? " value" : " values");
      group.middle().ifPresent(it -> words.append(", median ").append(numbers.quantity(it)));
      words.append(". ");
    }
    return words.toString().strip();
  }

  private Drawing draw() {
    double bottom = TOP + HEIGHT;
    canvas.line(0, 1, WIDTH, 1, Stroke.INK);
    canvas.text(PlotMarks.title(plot.values()), 0, 14, PlotMarks.SIZE, Anchor.START, Weight.BOLD);
    double left = marks.room(axis);
    marks.left(axis, left);
    canvas.line(left, bottom, WIDTH, bottom, Stroke.INK);
    double column = (WIDTH - left) / plot.groups().size();
    for (int i = 0; i < plot.groups().size(); i++) {
      Strip group = plot.groups().get(i);
      double centre = left + (i + 0.5) * column;
      points(group.dots(), centre - column * 0.06, column * 0.34);
      group.middle().ifPresent(it -> middle(it, centre + column * 0.36));
      String head = group.label() + " (" + numbers.n(group.dots().size()) + ")";
      canvas.text(head, centre, bottom + 14, PlotMarks.SIZE, Anchor.MIDDLE, Weight.NORMAL);
    }
    double middle = (left + WIDTH) / 2;
    canvas.text(plot.by(), middle, bottom + 29, PlotMarks.SIZE, Anchor.MIDDLE, Weight.NORMAL);
    canvas.line(0, bottom + 37, WIDTH, bottom + 37, Stroke.INK);
    return canvas.drawing(WIDTH, bottom + 38);
  }

  /// A value that lies nearer than its mark to one that is drawn takes the nearest free place to
  /// its sides, the right one first; where the column has none left, they overlap.
  private void points(List<Dot> dots, double centre, double half) {
    double step = 2 * PlotMarks.RADIUS + 0.8;
    int places = (int) (half / step);
    List<double[]> near = new ArrayList<>();
    for (Dot dot : dots) {
      double y = axis.place(dot.at());
      near.removeIf(other -> Math.abs(other[1] - y) >= step);
      int chosen = 0;
      for (int k = 0; k <= 2 * places; k++) {
        int place = k % 2 == 0 ? -k / 2 : (k + 1) / 2;
        boolean free = near.stream().noneMatch(other -> (int) other[0] == place);
        if (free) {
          chosen = place;
          break;
        }
      }
      near.add(new double[] {chosen, y});
      marks.mark(centre + chosen * step, y, dot.beyond(), Stroke.ACCENT);
    }
  }

  private void middle(Estimate median, double x) {
    double y = axis.place(median.value());
    canvas.line(x - BAR, y, x + BAR, y, Stroke.INK);
    canvas.line(x - BAR, y + 0.6, x + BAR, y + 0.6, Stroke.INK);
    median.interval().ifPresent(interval -> whisker(interval, x));
  }

  private void whisker(Interval interval, double x) {
    double low = axis.place(interval.low());
    double high = axis.place(interval.high());
    canvas.line(x, low, x, high, Stroke.INK);
    canvas.line(x - 3.5, low, x + 3.5, low, Stroke.INK);
    canvas.line(x - 3.5, high, x + 3.5, high, Stroke.INK);
  }
}
