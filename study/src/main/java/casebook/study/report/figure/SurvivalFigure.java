// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.finding.Finding.Survival;
import casebook.study.finding.GroupCurve;
import casebook.study.finding.GroupCurve.Step;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Point;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Draws the curves of groups along time: steps with their bands, ticks where somebody was
/// censored, medians as dashes, the names beside the curves; below, how many were at risk, censored
/// and had the event.
public final class SurvivalFigure {
  private static final double WIDTH = 496;
  private static final double HEIGHT = 190;
  private static final double TOP = 28;
  private static final double SIZE = 8;
  private static final double LEADING = 11;
  private static final double GAP = 6;
  private static final double WIDEST = 96;
  private static final double TICK = 2.8;

  private final Survival survival;
  private final Numbers numbers;
  private final Canvas canvas = new Canvas();
  private final SurvivalAxis along;
  private final double bottom = TOP + HEIGHT;

  /// How much wider a bold line is, at most.
  private static final double BOLD = 1.1;

  private SurvivalFigure(Survival survival, Numbers numbers) {
    this.survival = survival;
    this.numbers = numbers;
    double left = 34;
    for (RiskTable.Line line : new RiskTable(survival).lines()) {
      boolean counts = line.curve().isPresent();
      left = Math.max(left, counts ? TextWidth.of(line.head(), SIZE) + 4 * GAP : 0);
    }
    double right = 0;
    for (GroupCurve curve : named()) {
      for (String line : TextWidth.wrap(curve.label(), SIZE, WIDEST)) {
        right = Math.max(right, BOLD * TextWidth.of(line, SIZE) + GAP);
      }
    }
    this.along =
        new SurvivalAxis(
            longest(survival), survival.time().unit(), left, WIDTH - Math.max(8, right));
  }

  /// Draws the figure.
  public static Drawing of(Survival survival, Numbers numbers) {
    return new SurvivalFigure(survival, numbers).draw();
  }

  /// Says whether there is anything to draw.
  public static boolean worthDrawing(Survival survival) {
    return longest(survival) > 0;
  }

  private static double longest(Survival survival) {
    return survival.groups().stream()
        .flatMap(curve -> curve.steps().stream())
        .mapToDouble(Step::time)
        .max()
        .orElse(0);
  }

  /// What the reader sees, in words.
  public static String legend(Survival survival, String level) {
    boolean rises = survival.time().rises();
    return (rises
            ? "Cumulative incidence (Aalen-Johansen), death being able to come first"
            : "Kaplan-Meier curves; ticks mark people who were censored")
        + (banded(survival) ? ". Bands are pointwise " + level + "% confidence intervals" : "")
        + "; a curve is grey"
        + (banded(survival) ? " and without a band" : "")
        + " where fewer than a tenth of its people, or fewer than three, are at risk"
        + (rises ? "." : "; dashed lines lead to the medians that are reached.")
        + " Below: at risk at each time, and censored and with the event before it.";
  }

  /// The figure in words.
  public static String words(Survival survival, Numbers numbers) {
    StringBuilder words = new StringBuilder();
    for (GroupCurve curve : survival.groups()) {
      Step last = curve.steps().getLast();
      words.append(curve.label()).append(": ").append(numbers.count(curve.people()));
      words.append(curve.people() == 1 ? " person, " : " persons, ");
      words.append(numbers.number(100 * last.share().value())).append("% ");
      words.append(survival.time().rises() ? "with" : "without").append(" the event at ");
      words.append(numbers.number(last.time())).append(" ").append(survival.time().unit());
      words.append(". ");
    }
    return words.toString().strip();
  }

  private List<GroupCurve> named() {
    return survival.groups().size() > 1 ? survival.groups() : List.of();
  }

  private double y(double share) {
    return bottom - share * HEIGHT;
  }

  private Drawing draw() {
    canvas.line(0, 1, WIDTH, 1, Stroke.INK);
    canvas.text(head() + ", %", 0, 14, SIZE, Anchor.START, Weight.BOLD);
    for (int i = 0; i < survival.groups().size() && banded(survival); i++) {
      band(survival.groups().get(i), Fill.ofGroup(i));
    }
    medians();
    for (int i = 0; i < survival.groups().size(); i++) {
      curve(survival.groups().get(i), Stroke.ofGroup(i));
    }
    labels();
    axes();
    double y = table(bottom + 42);
    canvas.line(0, y, WIDTH, y, Stroke.INK);
    return canvas.drawing(WIDTH, y + 1);
  }

  /// What the curves show: who is alive has a word of its own.
  private String head() {
    String event = lower(survival.time().event());
    boolean rises = survival.time().rises();
    boolean death = event.equals("death") || event.equals("died") || event.equals("dead");
    return death && !rises ? "Survival" : (rises ? "With " : "Without ") + event;
  }

  /// More bands than these hide each other.
  private static boolean banded(Survival survival) {
    return survival.groups().size() <= 4;
  }

  private static String lower(String words) {
    boolean word = words.length() > 1 && Character.isLowerCase(words.charAt(1));
    return word ? Character.toLowerCase(words.charAt(0)) + words.substring(1) : words;
  }

  /// From how many steps on too few are at risk to be trusted.
  private static int trusted(GroupCurve curve) {
    double least = Math.max(3, 0.1 * curve.people());
    int step = 0;
    while (step < curve.steps().size() && curve.steps().get(step).atRisk() >= least) {
      step++;
    }
    return step;
  }

  private void band(GroupCurve curve, Fill fill) {
    List<Point> upper = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    int trusted = Math.min(trusted(curve), curve.steps().size() - 1);
    for (int i = 0; i < trusted; i++) {
      Step step = curve.steps().get(i);
      if (step.share().interval().isPresent()) {
        double x = along.x(step.time());
        double until = along.x(curve.steps().get(i + 1).time());
        double high = y(step.share().interval().get().high());
        double low = y(step.share().interval().get().low());
        upper.add(new Point(x, high));
        upper.add(new Point(until, high));
        lower.add(new Point(x, low));
        lower.add(new Point(until, low));
      }
    }
    if (!upper.isEmpty()) {
      upper.addAll(lower.reversed());
      canvas.area(upper, fill);
    }
  }

  private void curve(GroupCurve curve, Stroke stroke) {
    double start = survival.time().rises() ? 0 : 1;
    int trusted = trusted(curve);
    double share = start;
    List<Point> line = new ArrayList<>(List.of(new Point(along.x(0), y(start))));
    Stroke now = stroke;
    for (int i = 0; i < curve.steps().size(); i++) {
      Step step = curve.steps().get(i);
      double x = along.x(step.time());
      line.add(new Point(x, y(share)));
      if (i == trusted) {
        canvas.path(line, now);
        line = new ArrayList<>(List.of(new Point(x, y(share))));
        now = Stroke.QUIET;
      }
      share = step.share().value();
      line.add(new Point(x, y(share)));
    }
    canvas.path(line, now);
    if (!survival.time().rises()) {
      for (Step step : curve.steps()) {
        if (step.censored() > 0) {
          double x = along.x(step.time());
          double at = y(step.share().value());
          canvas.line(x, at - TICK, x, at + TICK, Stroke.THIN);
        }
      }
    }
  }

  private void medians() {
    double[] reached =
        survival.groups().stream()
            .mapToDouble(GroupCurve::median)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (survival.time().rises() || reached.length == 0) {
      return;
    }
    canvas.line(along.from(), y(0.5), along.x(reached[reached.length - 1]), y(0.5), Stroke.DASHED);
    for (double median : reached) {
      canvas.line(along.x(median), y(0.5), along.x(median), bottom, Stroke.DASHED);
    }
  }

  /// The names of the curves where they end, moved apart where they would lie upon each other.
  private void labels() {
    record Label(List<String> lines, double x, double y) {}
    List<Label> labels = new ArrayList<>();
    for (GroupCurve curve : named()) {
      Step last = curve.steps().getLast();
      labels.add(
          new Label(
              TextWidth.wrap(curve.label(), SIZE, WIDEST),
              along.x(last.time()) + GAP,
              y(last.share().value())));
    }
    labels.sort(Comparator.comparingDouble(Label::y));
    double free = TOP;
    for (Label label : labels) {
      // a curve that ends at 0 must not write its name across the axis
      double lowest = bottom - 4 - (label.lines().size() - 1) * (SIZE + 1);
      double y = Math.max(Math.min(label.y() + 2.8, lowest), free);
      for (String line : label.lines()) {
        canvas.text(line, label.x(), y, SIZE, Anchor.START, Weight.BOLD);
        y += SIZE + 1;
      }
      free = y + 1;
    }
  }

  private void axes() {
    canvas.line(along.from(), TOP, along.from(), bottom, Stroke.INK);
    for (int percent = 0; percent <= 100; percent += 25) {
      double y = y(percent / 100.0);
      canvas.line(along.from() - 3.5, y, along.from(), y, Stroke.INK);
      canvas.text(
          numbers.count(percent),
          along.from() - GAP,
          y + 2.8,
          SIZE - 0.5,
          Anchor.END,
          Weight.NORMAL);
    }
    canvas.line(along.from(), bottom, along.to(), bottom, Stroke.INK);
    for (double tick : along.ticks()) {
      double x = along.x(tick);
      canvas.line(x, bottom, x, bottom + 3.5, Stroke.INK);
      canvas.text(tick(tick), x, bottom + 13, SIZE - 0.5, Anchor.MIDDLE, Weight.NORMAL);
    }
    double middle = (along.from() + along.to()) / 2;
    canvas.text(title(), middle, bottom + 26, SIZE, Anchor.MIDDLE, Weight.NORMAL);
  }

  private String tick(double tick) {
    return tick == Math.rint(tick) ? numbers.count(Math.round(tick)) : numbers.number(tick);
  }

  private String title() {
    String unit = survival.time().unit();
    String time =
        unit.isEmpty() ? "Time" : Character.toUpperCase(unit.charAt(0)) + unit.substring(1);
    String from = survival.time().from();
    return from.isEmpty() ? time : time + " since " + lower(from);
  }

  /// The counts at each tick, a block of lines a group; where they end.
  private double table(double from) {
    double y = from;
    List<RiskTable.Line> lines = new RiskTable(survival).lines();
    for (RiskTable.Line line : lines) {
      boolean head = line.curve().isEmpty();
      canvas.text(
          line.head(), head ? 0 : GAP, y, SIZE, Anchor.START, head ? Weight.BOLD : Weight.NORMAL);
      if (line.group() >= 0) {
        double x = TextWidth.of(line.head(), SIZE * 1.06) + GAP;
        canvas.line(x, y - 2.6, x + 26, y - 2.6, Stroke.ofGroup(line.group()));
      }
      for (double tick : line.curve().isPresent() ? along.ticks() : List.<Double>of()) {
        String count = numbers.count(line.count(tick));
        canvas.text(count, along.x(tick), y, SIZE, Anchor.MIDDLE, Weight.NORMAL);
      }
      y += LEADING;
    }
    return y - LEADING + GAP;
  }
}
