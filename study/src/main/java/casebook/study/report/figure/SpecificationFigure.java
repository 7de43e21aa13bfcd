// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Choice;
import casebook.study.finding.Finding.Specifications;
import casebook.study.finding.Finding.Specifications.Specification;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws a specification curve: the answers from the smallest to the largest with their intervals
/// on a logarithmic axis, and below them a dot for each option taken.
public final class SpecificationFigure {
  private static final double WIDTH = 496;
  private static final double HEIGHT = 170;
  private static final double TOP = 26;
  private static final double SIZE = 8;
  private static final double LINE = 11;
  private static final double GAP = 6;
  private static final double INDENT = 6;
  private static final double MOST_LABEL = 150;
  private static final double LARGEST = 4.4;

  private final Specifications grid;
  private final Numbers numbers;
  private final Canvas canvas = new Canvas();
  private final String level;
  private final double left;
  private final double step;
  private final LogAxis effect;

  private SpecificationFigure(Specifications grid, Numbers numbers, String level) {
    this.grid = grid;
    this.numbers = numbers;
    this.level = level;
    double label = 40;
    for (int place : SpecificationChoices.several(grid)) {
      Choice choice = grid.choices().get(place);
      label = Math.max(label, TextWidth.of(choice.label(), SIZE * 1.06));
      for (int option = 0; option < choice.options().size(); option++) {
        label = Math.max(label, INDENT + TextWidth.of(label(choice, option), SIZE));
      }
    }
    this.left = Math.min(label, MOST_LABEL) + 2 * GAP;
    this.step = (WIDTH - left - GAP) / Math.max(1, grid.specifications().size());
    List<Estimate> estimates =
        grid.specifications().stream().flatMap(it -> it.answer().estimate().stream()).toList();
    this.effect = LogAxis.of(estimates, TOP + HEIGHT, TOP);
  }

  /// Draws the figure.
  ///
  /// @param level the confidence level as printed
  public static Drawing of(Specifications grid, Numbers numbers, String level) {
    return new SpecificationFigure(grid, numbers, level).draw();
  }

  /// How to read the figure.
  public static String legend(Specifications grid, String level) {
    boolean main = grid.specifications().stream().anyMatch(Specification::main);
    boolean without =
        grid.specifications().stream().anyMatch(it -> it.answer().estimate().isEmpty());
    return "Each column is one specification, with the number of its line in the table; the square"
        + " is the odds ratio, the line its "
        + level
        + "% confidence interval (pale where it holds 1), cut off at the edge of the figure. The"
        + " marks below show what was chosen."
        + (main ? " The dashed line marks the main result." : "")
        + (without ? " Columns without a square could not be estimated; the table says why." : "");
  }

  private String label(Choice choice, int option) {
    return SpecificationChoices.label(choice, choice.options().get(option), numbers);
  }

  private double x(int specification) {
    return left + (specification + 0.5) * step;
  }

  private Drawing draw() {
    canvas.line(0, 1, WIDTH, 1, Stroke.INK);
    String head = "Odds ratio (" + level + "% CI)";
    canvas.text(head, 0, 14, SIZE, Anchor.START, Weight.BOLD);
    double bottom = TOP + HEIGHT;
    canvas.line(left, effect.x(1), WIDTH, effect.x(1), Stroke.QUIET);
    double matrix = bottom + 24;
    double end = matrix;
    for (int place : SpecificationChoices.several(grid)) {
      end += LINE * (grid.choices().get(place).options().size() + 1) + 3;
    }
    main(end - 6);
    for (int i = 0; i < grid.specifications().size(); i++) {
      answer(grid.specifications().get(i), x(i));
    }
    axes(bottom);
    matrix(matrix);
    canvas.line(0, end, WIDTH, end, Stroke.INK);
    return canvas.drawing(WIDTH, end + 1);
  }

  /// The column of the main result, with its number.
  private void main(double end) {
    for (int i = 0; i < grid.specifications().size(); i++) {
      Specification it = grid.specifications().get(i);
      if (it.main()) {
        canvas.line(x(i), TOP - 8, x(i), end, Stroke.DASHED);
        String text = "Main: " + it.answer().estimate().map(numbers::ratio).orElse("");
        boolean right = x(i) > WIDTH / 2;
        canvas.number(
            text,
            x(i) + (right ? 4 : -4),
            TOP - 11,
            SIZE,
            right ? Anchor.END : Anchor.START,
            Weight.BOLD,
            it.answer().address().path());
      }
    }
  }

  private void answer(Specification specification, double x) {
    Optional<Estimate> estimate = specification.answer().estimate();
    Optional<Interval> interval = estimate.flatMap(Estimate::interval);
    boolean one = interval.filter(it -> it.low() > 1 || it.high() < 1).isEmpty();
    interval.ifPresent(it ->
        canvas.line(
            x, effect.x(it.low()), x, effect.x(it.high()), one ? Stroke.QUIET : Stroke.ACCENT));
    if (estimate.isPresent() && estimate.get().value() > 0) {
      double side = Math.min(LARGEST, 0.8 * step) * (specification.main() ? 1.4 : 1);
      double y = effect.x(estimate.get().value());
      Fill fill = specification.main() ? Fill.INK : Fill.ACCENT;
      canvas.box(x - side / 2, y - side / 2, side, side, fill, Stroke.NONE);
    }
  }

  private void axes(double bottom) {
    canvas.line(left, TOP, left, bottom, Stroke.INK);
    for (double tick : effect.ticks()) {
      double y = effect.x(tick);
      canvas.line(left - 3.5, y, left, y, Stroke.INK);
      String text = numbers.quantity(Estimate.of(tick));
      canvas.text(text, left - GAP, y + 2.8, SIZE - 0.5, Anchor.END, Weight.NORMAL);
    }
    canvas.line(left, bottom, WIDTH, bottom, Stroke.INK);
    canvas.text("Specification", left - GAP, bottom + 13, SIZE, Anchor.END, Weight.NORMAL);
    for (int number : numbered()) {
      double x = x(number - 1);
      canvas.line(x, bottom, x, bottom + 3.5, Stroke.INK);
      canvas.text(numbers.count(number), x, bottom + 13, SIZE - 0.5, Anchor.MIDDLE, Weight.NORMAL);
    }
  }

  /// The numbers that are written: the first, then each fifth, tenth or twentieth.
  private List<Integer> numbered() {
    int all = grid.specifications().size();
    int by = all <= 24 ? 1 : all <= 60 ? 5 : all <= 120 ? 10 : 20;
    List<Integer> written = new ArrayList<>(List.of(1));
    for (int number = Math.max(2, by); number <= all; number += by) {
      written.add(number);
    }
    return written;
  }

  private void matrix(double from) {
    double side = Math.min(LARGEST, 0.8 * step);
    double y = from;
    for (int place : SpecificationChoices.several(grid)) {
      Choice choice = grid.choices().get(place);
      canvas.text(choice.label(), 0, y + LINE - 3, SIZE, Anchor.START, Weight.BOLD);
      y += LINE;
      for (int option = 0; option < choice.options().size(); option++) {
        double middle = y + LINE / 2;
        String label = TextWidth.wrap(label(choice, option), SIZE, left - GAP - INDENT).getFirst();
        canvas.text(label, INDENT, middle + 2.8, SIZE, Anchor.START, Weight.NORMAL);
        canvas.line(left, middle, WIDTH, middle, Stroke.QUIET);
        for (int i = 0; i < grid.specifications().size(); i++) {
          Specification it = grid.specifications().get(i);
          if (it.taken().get(place) == option) {
            Fill fill = it.main() ? Fill.INK : Fill.ACCENT;
            canvas.box(x(i) - side / 2, middle - side / 2, side, side, fill, Stroke.NONE);
          }
        }
        y += LINE;
      }
      y += 3;
    }
  }
}
