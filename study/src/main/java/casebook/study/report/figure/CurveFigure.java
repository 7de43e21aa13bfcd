// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Finding.Curve;
import casebook.study.finding.Finding.Curve.Mark;
import casebook.study.finding.Finding.Curve.Stretch;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Point;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Draws a ratio along a quantity: a line of steps with its band on a logarithmic axis, the marked
/// places above it, the counts below it.
public final class CurveFigure {
  private static final double WIDTH = 496;
  private static final double HEIGHT = 180;
  private static final double SIZE = 8;
  private static final double LEADING = 12;
  private static final double GAP = 6;

  private final Curve curve;
  private final Numbers numbers;
  private final String level;
  private final Canvas canvas = new Canvas();
  private final double top;
  private final LinearAxis along;
  private final LogAxis effect;

  private CurveFigure(Curve curve, Numbers numbers, String level) {
    this.curve = curve;
    this.numbers = numbers;
    this.level = level;
    double label = 24;
    for (var group : curve.groups()) {
      label = Math.max(label, TextWidth.of(group.label(), SIZE) + 2 * GAP);
    }
    this.top = 24 + LEADING * curve.marks().size() + 8;
    this.along = new LinearAxis(first().from(), end(), label, WIDTH - 10);
    this.effect =
        LogAxis.of(curve.steps().stream().map(Stretch::effect).toList(), top + HEIGHT, top);
  }

  /// Draws the figure.
  ///
  /// @param level the confidence level as printed
  public static Drawing of(Curve curve, Numbers numbers, String level) {
    return new CurveFigure(curve, numbers, level).draw();
  }

  /// The figure in words.
  public static String words(Curve curve, Numbers numbers) {
    String unit = curve.axes().unit().isEmpty() ? "" : " " + curve.axes().unit();
    List<Stretch> steps = curve.steps();
    StringBuilder words = new StringBuilder(curve.axes().effect()).append(" by ");
    words.append(curve.axes().along()).append(". ");
    for (Stretch step : List.of(steps.getFirst(), steps.getLast())) {
      words.append("From ").append(numbers.quantity(Estimate.of(step.from()))).append(unit);
      words.append(": ").append(numbers.ratio(step.effect())).append(". ");
    }
    for (Mark mark : curve.marks()) {
      words.append(mark.label()).append(": ");
      words.append(numbers.quantity(new Estimate(mark.at(), mark.range())));
      words.append(unit).append(". ");
    }
    return words.toString().strip();
  }

  private Stretch first() {
    return curve.steps().getFirst();
  }

  /// The last step may be long, up to the largest value of all; it is cut a little beyond where it
  /// begins and what is marked.
  private double end() {
    Stretch last = curve.steps().getLast();
    double least = last.from();
    for (Mark mark : curve.marks()) {
      least = Math.max(least, mark.range().map(Interval::high).orElse(mark.at()));
    }
    double far = least + 0.1 * (Math.max(least, last.from()) - first().from());
    return far > first().from() ? Math.min(last.to(), far) : last.to();
  }

  private Drawing draw() {
    double bottom = top + HEIGHT;
    canvas.line(0, 1, WIDTH, 1, Stroke.INK);
    String head = curve.axes().effect() + " (" + level + "% CI)";
    canvas.text(head, 0, 14, SIZE, Anchor.START, Weight.BOLD);
    band();
    canvas.line(along.from(), effect.x(1), along.to(), effect.x(1), Stroke.QUIET);
    marks(bottom);
    canvas.path(line(step -> step.effect().value()), Stroke.ACCENT);
    used();
    axes(bottom);
    double y = counts(bottom + 44);
    canvas.line(0, y, WIDTH, y, Stroke.INK);
    return canvas.drawing(WIDTH, y + 1);
  }

  private List<Point> line(ToDoubleFunction<Stretch> value) {
    List<Point> points = new ArrayList<>();
    for (Stretch step : curve.steps()) {
      double y = effect.x(value.applyAsDouble(step));
      points.add(new Point(along.x(step.from()), y));
      points.add(new Point(along.x(step.to()), y));
    }
    return points;
  }

  private void band() {
    if (curve.steps().stream().anyMatch(step -> step.effect().interval().isEmpty())) {
      return;
    }
    List<Point> outline = new ArrayList<>(line(step -> interval(step).high()));
    outline.addAll(line(step -> interval(step).low()).reversed());
    canvas.area(outline, Fill.QUIET);
    limit(step -> interval(step).high());
    limit(step -> interval(step).low());
  }

  /// The edge of the band, as far as it lies within the axis.
  private void limit(ToDoubleFunction<Stretch> value) {
    List<Point> points = new ArrayList<>();
    for (Stretch step : curve.steps()) {
      double limit = value.applyAsDouble(step);
      if (limit >= effect.low() && limit <= effect.high()) {
        points.add(new Point(along.x(step.from()), effect.x(limit)));
        points.add(new Point(along.x(step.to()), effect.x(limit)));
      } else {
        edge(points);
        points.clear();
      }
    }
    edge(points);
  }

  private void edge(List<Point> points) {
    if (!points.isEmpty()) {
      canvas.path(points, Stroke.QUIET);
    }
  }

  private static Interval interval(Stretch step) {
    return step.effect().interval().orElseThrow();
  }

  private void marks(double bottom) {
    double y = 24 + SIZE;
    for (int i = 0; i < curve.marks().size(); i++) {
      Mark mark = curve.marks().get(i);
      double x = along.x(mark.at());
      if (i == 0) {
        canvas.line(x, y - 3, x, bottom, Stroke.DASHED);
      } else if (mark.at() != curve.marks().getFirst().at()) {
        canvas.line(x, y - 3, x, bottom, Stroke.QUIET);
      }
      double left = mark.range().map(range -> along.x(range.low())).orElse(x);
      double right = mark.range().map(range -> along.x(range.high())).orElse(x);
      if (left < right) {
        canvas.line(left, y - 3, right, y - 3, Stroke.ACCENT);
        canvas.line(left, y - 5.5, left, y - 0.5, Stroke.ACCENT);
        canvas.line(right, y - 5.5, right, y - 0.5, Stroke.ACCENT);
      }
      canvas.box(x - 1.8, y - 4.8, 3.6, 3.6, Fill.ACCENT, Stroke.NONE);
      label(mark, left, right, y);
      y += LEADING;
    }
  }

  /// The words of a mark, left of it where they fit, else right of it.
  private void label(Mark mark, double left, double right, double y) {
    String text = mark.label() + " " + value(mark);
    boolean fits = TextWidth.of(text, SIZE) <= left - GAP;
    canvas.text(
        text,
        fits ? left - GAP : right + GAP,
        y,
        SIZE,
        fits ? Anchor.END : Anchor.START,
        Weight.NORMAL);
  }

  private String value(Mark mark) {
    String unit = curve.axes().unit();
    return numbers.quantity(new Estimate(mark.at(), mark.range()))
        + (unit.isEmpty() ? "" : " " + unit);
  }

  /// The estimate at the value in use.
  private void used() {
    for (Mark mark : curve.marks().stream().limit(1).toList()) {
      for (Stretch step : curve.steps()) {
        if (step.from() <= mark.at() && mark.at() < step.to()) {
          double y = effect.x(step.effect().value());
          canvas.box(along.x(mark.at()) - 2.5, y - 2.5, 5, 5, Fill.ACCENT, Stroke.NONE);
        }
      }
    }
  }

  private void axes(double bottom) {
    canvas.line(along.from(), top, along.from(), bottom, Stroke.INK);
    for (double tick : effect.ticks()) {
      double y = effect.x(tick);
      canvas.line(along.from() - 3.5, y, along.from(), y, Stroke.INK);
      String text = numbers.quantity(Estimate.of(tick));
      canvas.text(text, along.from() - GAP, y + 2.8, SIZE - 0.5, Anchor.END, Weight.NORMAL);
    }
    canvas.line(along.from(), bottom, along.to(), bottom, Stroke.INK);
    for (double tick : along.ticks()) {
      double x = along.x(tick);
      canvas.line(x, bottom, x, bottom + 3.5, Stroke.INK);
      String text = numbers.quantity(Estimate.of(tick));
      canvas.text(text, x, bottom + 13, SIZE - 0.5, Anchor.MIDDLE, Weight.NORMAL);
    }
    String unit = curve.axes().unit().isEmpty() ? "" : ", " + curve.axes().unit();
    canvas.text(
        curve.axes().along() + unit,
        (along.from() + along.to()) / 2,
        bottom + 27,
        SIZE,
        Anchor.MIDDLE,
        Weight.NORMAL);
  }

  /// The counts at each tick, one line a group; where they end.
  private double counts(double from) {
    double y = from;
    for (int i = 0; i < curve.groups().size(); i++) {
      canvas.text(curve.groups().get(i).label(), 0, y, SIZE, Anchor.START, Weight.NORMAL);
      for (double tick : along.ticks()) {
        for (Stretch step : curve.steps()) {
          if (step.from() <= tick && tick < step.to()) {
            String text = numbers.count(step.counts().get(i));
            canvas.text(text, along.x(tick), y, SIZE, Anchor.MIDDLE, Weight.NORMAL);
          }
        }
      }
      y += LEADING;
    }
    return y - LEADING + 7;
  }
}
