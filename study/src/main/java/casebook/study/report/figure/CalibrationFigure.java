// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.study.finding.Finding.Calibration;
import casebook.study.finding.Finding.Curve.Mark;
import casebook.study.finding.PlateCurve;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Point;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// Draws calibration curves as small multiples, two beside each other, on axes that all share: the
/// response along the logarithm of the concentration.
public final class CalibrationFigure {
  private static final double WIDTH = 496;
  private static final double HEIGHT = 112;
  private static final double SIZE = 8;
  private static final double LEFT = 30;
  private static final double TOP = 34;
  private static final double PANEL = 218;
  private static final double GUTTER = 24;
  private static final double BELOW = 34;

  private final Calibration calibration;
  private final Numbers numbers;
  private final Canvas canvas = new Canvas();
  private final double low;
  private final double high;
  private final double least;
  private final double most;

  private CalibrationFigure(Calibration calibration, Numbers numbers) {
    this.calibration = calibration;
    this.numbers = numbers;
    this.low = values(PlateCurve.Dot::concentration).min().orElse(1) / 1.25;
    this.high = values(PlateCurve.Dot::concentration).max().orElse(10) * 1.25;
    double smallest = values(PlateCurve.Dot::response).min().orElse(0);
    double largest = values(PlateCurve.Dot::response).max().orElse(1);
    double margin = 0.06 * (largest - smallest);
    this.least = Math.min(0, smallest - margin);
    this.most = largest + margin;
  }

  private DoubleStream values(ToDoubleFunction<PlateCurve.Dot> value) {
    return calibration.plates().stream()
        .flatMap(plate -> plate.standards().stream())
        .mapToDouble(value);
  }

  /// Draws the figure.
  public static Drawing of(Calibration calibration, Numbers numbers) {
    return new CalibrationFigure(calibration, numbers).draw();
  }

  /// The figure in words.
  public static String words(Calibration calibration, Numbers numbers) {
    StringBuilder words = new StringBuilder(calibration.axes().effect());
    words.append(" along ").append(calibration.axes().along()).append(". ");
    for (PlateCurve plate : calibration.plates()) {
      words.append(plate.label()).append(": ").append(plate.standards().size());
      words.append(" standards. ");
    }
    for (Mark mark : calibration.marks()) {
      words.append(mark.label()).append(": ");
      words.append(numbers.quantity(Estimate.of(mark.at()))).append(". ");
    }
    return words.toString().strip();
  }

  private Drawing draw() {
    canvas.line(0, 1, WIDTH, 1, Stroke.INK);
    canvas.text(calibration.axes().effect(), 0, 14, SIZE, Anchor.START, Weight.BOLD);
    for (int i = 0; i < calibration.plates().size(); i++) {
      double x = LEFT + i % 2 * (PANEL + GUTTER);
      int line = i / 2;
      double y = TOP + line * (HEIGHT + BELOW + 6);
      new Panel(x, y).draw(calibration.plates().get(i), i % 2 == 0);
    }
    int lines = (calibration.plates().size() + 1) / 2;
    double bottom = TOP + lines * (HEIGHT + BELOW + 6) - 6;
    String unit = calibration.axes().unit();
    canvas.text(
        calibration.axes().along() + (unit.isEmpty() ? "" : ", " + unit) + ", log scale",
        LEFT + PANEL + GUTTER / 2,
        bottom + 2,
        SIZE,
        Anchor.MIDDLE,
        Weight.NORMAL);
    canvas.line(0, bottom + 10, WIDTH, bottom + 10, Stroke.INK);
    return canvas.drawing(WIDTH, bottom + 11);
  }

  /// Ticks at 1, 2 and 5 times the powers of ten, or at these powers alone where there are many.
  private List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    boolean wide = Math.log10(high / low) > 2.5;
    for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
      for (int digit : wide ? new int[] {1} : new int[] {1, 2, 5}) {
        double tick = BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue();
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /// One plate on the drawing.
  private final class Panel {
    private final double left;
    private final double top;
    private final LinearAxis response;

    Panel(double left, double top) {
      this.left = left;
      this.top = top;
      this.response = new LinearAxis(least, most, top + HEIGHT, top);
    }

    private double x(double concentration) {
      double share = Math.log(concentration / low) / Math.log(high / low);
      return left + Math.clamp(share, 0, 1) * PANEL;
    }

    void draw(PlateCurve plate, boolean labelled) {
      double bottom = top + HEIGHT;
      canvas.text(plate.label(), left + 6, top + 4, SIZE, Anchor.START, Weight.BOLD);
      for (Mark mark : calibration.marks()) {
        canvas.line(x(mark.at()), top + 10, x(mark.at()), bottom, Stroke.DASHED);
      }
      plate.samples().ifPresent(this::samples);
      canvas.path(
          plate.curve().stream()
              .filter(dot -> dot.response() >= least && dot.response() <= most)
              .map(dot -> new Point(x(dot.concentration()), response.x(dot.response())))
              .toList(),
          Stroke.ACCENT);
      for (PlateCurve.Dot dot : plate.standards()) {
        double x = x(dot.concentration()) - 2;
        double y = response.x(dot.response()) - 2;
        canvas.box(x, y, 4, 4, Fill.PAPER, Stroke.INK);
      }
      axes(bottom, labelled);
    }

    private void samples(PlateCurve.Range range) {
      double from = x(range.low());
      double to = Math.max(x(range.high()), from + 0.5);
      canvas.box(from, top + HEIGHT - 6, to - from, 3, Fill.ACCENT, Stroke.NONE);
    }

    private void axes(double bottom, boolean labelled) {
      canvas.line(left, top, left, bottom, Stroke.INK);
      for (double tick : response.ticks()) {
        double y = response.x(tick);
        canvas.line(left - 3, y, left, y, Stroke.INK);
        if (labelled) {
          String text = numbers.quantity(Estimate.of(tick));
          canvas.text(text, left - 5, y + 2.6, SIZE - 0.5, Anchor.END, Weight.NORMAL);
        }
      }
      canvas.line(left, bottom, left + PANEL, bottom, Stroke.INK);
      for (double tick : ticks()) {
        canvas.line(x(tick), bottom, x(tick), bottom + 3, Stroke.INK);
        String text = numbers.quantity(Estimate.of(tick));
        canvas.text(text, x(tick), bottom + 12, SIZE - 0.5, Anchor.MIDDLE, Weight.NORMAL);
      }
    }
  }
}
