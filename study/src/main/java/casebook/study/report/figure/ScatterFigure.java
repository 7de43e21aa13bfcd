// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.finding.Plot.Cloud;
import casebook.study.finding.Plot.Pair;
import casebook.study.finding.Plot.Scatter;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;

/// Draws pairs of values, with the values of each measurement alone along the edges.
final class ScatterFigure {
  private static final double WIDTH = 360;
  private static final double HEIGHT = 260;
  private static final double LEADING = 12;
  private static final double RUG = 6;

  private final Scatter plot;
  private final Numbers numbers;
  private final Canvas canvas = new Canvas();
  private final PlotMarks marks;
  private final double top;
  private final ValueAxis up;
  private final ValueAxis across;

  private ScatterFigure(Scatter plot, Numbers numbers) {
    this.plot = plot;
    this.numbers = numbers;
    this.marks = new PlotMarks(canvas, numbers);
    this.top = 26 + (grouped() ? LEADING : 0) + RUG + 4;
    this.up =
        ValueAxis.of(
            plot.groups().stream()
                .flatMap(group -> group.pairs().stream())
                .mapToDouble(pair -> pair.up().at()),
            plot.up().logarithmic(),
            top + HEIGHT,
            top);
    this.across =
        ValueAxis.of(
            plot.groups().stream()
                .flatMap(group -> group.pairs().stream())
                .mapToDouble(pair -> pair.across().at()),
            plot.across().logarithmic(),
            marks.room(up),
            WIDTH - RUG - 6);
  }

  private boolean grouped() {
    return !plot.groups().getFirst().label().isEmpty();
  }

  static Drawing of(Scatter plot, Numbers numbers) {
    return new ScatterFigure(plot, numbers).draw();
  }

  /// The figure in words.
  static String words(Scatter plot) {
    int pairs = plot.groups().stream().mapToInt(group -> group.pairs().size()).sum();
    return plot.up().label() + " against " + plot.across().label() + ": " + pairs + " pairs.";
  }

  private Drawing draw() {
    double bottom = top + HEIGHT;
    canvas.line(0, 1, WIDTH, 1, Stroke.INK);
    canvas.text(PlotMarks.title(plot.up()), 0, 14, PlotMarks.SIZE, Anchor.START, Weight.BOLD);
    legend();
    marks.left(up, across.from());
    marks.below(across, bottom);
    canvas.text(
        PlotMarks.title(plot.across()),
        (across.from() + across.to()) / 2,
        bottom + 27,
        PlotMarks.SIZE,
        Anchor.MIDDLE,
        Weight.BOLD);
    for (int i = 0; i < plot.groups().size(); i++) {
      for (Pair pair : plot.groups().get(i).pairs()) {
        pair(pair, i);
      }
    }
    canvas.line(0, bottom + 35, WIDTH, bottom + 35, Stroke.INK);
    return canvas.drawing(WIDTH, bottom + 36);
  }

  private void legend() {
    if (!grouped()) {
      return;
    }
    double x = 4;
    for (int i = 0; i < plot.groups().size(); i++) {
      Cloud group = plot.groups().get(i);
      String words = group.label() + " (" + numbers.n(group.pairs().size()) + ")";
      marks.mark(x, 14 + LEADING - 2.8, 0, i);
      canvas.text(words, x + 6, 14 + LEADING, PlotMarks.SIZE, Anchor.START, Weight.NORMAL);
      x += 6 + TextWidth.of(words, PlotMarks.SIZE) + 14;
    }
  }

  private void pair(Pair pair, int group) {
    double x = across.place(pair.across().at());
    double y = up.place(pair.up().at());
    int beyond = pair.up().beyond() != 0 ? pair.up().beyond() : pair.across().beyond();
    marks.mark(x, y, beyond, group);
    canvas.line(x, top - RUG, x, top - 1, Stroke.QUIET);
    canvas.line(across.to() + 3, y, across.to() + 3 + RUG, y, Stroke.QUIET);
  }
}
