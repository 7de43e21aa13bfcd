// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.study.finding.Finding.Flow;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws how participants came into the analysis: one lane a group with its exclusions beside it,
/// or, when there are not two groups, one lane for all.
public final class FlowFigure {
  private static final double WIDTH = 496;
  private static final double SIZE = 8;
  private static final double LEADING = 10.5;
  private static final double PAD = 7;

  private final Flow flow;
  private final Numbers numbers;
  private final Canvas canvas = new Canvas();

  private FlowFigure(Flow flow, Numbers numbers) {
    this.flow = flow;
    this.numbers = numbers;
  }

  /// Draws the flow diagram.
  public static Drawing of(Flow flow, Numbers numbers) {
    return new FlowFigure(flow, numbers).draw();
  }

  private Drawing draw() {
    int groups = flow.steps().getFirst().groups().size();
    List<Lane> lanes = new ArrayList<>();
    if (groups == 2) {
      lanes.add(lane(0, new Place(132, 108, 0.5, 121.5)));
      lanes.add(lane(1, new Place(256, 108, 374, 121.5)));
    } else {
      lanes.add(lane(-1, new Place(40, 190, 262, 234)));
    }
    double side = lanes.stream().mapToDouble(l -> l.side.height()).max().orElse(0);
    double top = lanes.stream().mapToDouble(l -> l.first.height()).max().orElse(0);
    double bottom = lanes.stream().mapToDouble(l -> l.last.height()).max().orElse(0);
    double middle = side > 0 ? side + 24 : 28;
    double height = 1 + top + middle + bottom + 1;
    for (Lane lane : lanes) {
      double x = lane.place.box + lane.place.width / 2;
      draw(lane.first, lane.place.box, 1, lane.place.width, top);
      canvas.arrow(x, 1 + top, x, 1 + top + middle, Stroke.INK);
      draw(lane.last, lane.place.box, 1 + top + middle, lane.place.width, bottom);
      if (!lane.side.lines.isEmpty()) {
        double y = 1 + top + 12;
        boolean left = lane.place.side < lane.place.box;
        double edge = left ? lane.place.side + lane.place.sideWidth : lane.place.side;
        double at = y + Math.min(lane.side.height(), side) / 2;
        canvas.arrow(x, at, edge, at, Stroke.INK);
        draw(lane.side, lane.place.side, y, lane.place.sideWidth, lane.side.height());
      }
    }
    return canvas.drawing(WIDTH, height);
  }

  /// Where a lane stands: its boxes, and the box of its exclusions.
  private record Place(double box, double width, double side, double sideWidth) {}

  private record Lane(Place place, Block first, Block side, Block last) {}

  /// A line of text in a box, perhaps the number of an address.
  private record Words(String text, Weight weight, String address) {}

  private record Block(List<Words> lines) {
    double height() {
      return lines.isEmpty() ? 0 : lines.size() * LEADING + 2 * PAD - 2;
    }
  }

  private void draw(Block block, double x, double y, double width, double height) {
    canvas.box(x, y, width, height, Fill.PAPER, Stroke.INK);
    double baseline = y + (height - block.lines.size() * LEADING) / 2 + SIZE;
    for (Words line : block.lines) {
      canvas.number(line.text, x + PAD, baseline, SIZE, Anchor.START, line.weight, line.address);
      baseline += LEADING;
    }
  }

  /// The lane of a group; of all groups when `group` is below 0.
  private Lane lane(int group, Place place) {
    double inner = place.width - 2 * PAD;
    return new Lane(
        place,
        box(flow.steps().getFirst(), flow.steps().getFirst().label(), group, inner),
        exclusions(group, place.sideWidth - 2 * PAD),
        box(flow.steps().getLast(), "In the analysis", group, inner));
  }

  private Block box(Flow.Step step, String label, int group, double width) {
    List<Words> lines = new ArrayList<>();
    if (group >= 0) {
      Flow.GroupCount count = step.groups().get(group);
      wrapped(lines, count.group(), Weight.BOLD, width);
      wrapped(lines, label, Weight.NORMAL, width);
      lines.add(number(count, ""));
    } else {
      wrapped(lines, label, Weight.BOLD, width);
      for (Flow.GroupCount count : step.groups()) {
        lines.add(number(count, step.groups().size() > 1 ? count.group() + ": " : ""));
      }
    }
    return new Block(lines);
  }

  private Words number(Flow.GroupCount count, String before) {
    return new Words(
        before + numbers.n(value(count)), Weight.NORMAL, count.count().address().path());
  }

  private Block exclusions(int group, double width) {
    List<Words> lines = new ArrayList<>();
    long total = 0;
    for (Flow.Step step : flow.steps()) {
      for (Flow.Out out : step.out()) {
        List<Flow.GroupCount> left = group >= 0 ? List.of(out.groups().get(group)) : out.groups();
        for (Flow.GroupCount count : left) {
          if (value(count) > 0) {
            total += value(count);
            reason(lines, step, out, count, group < 0 && out.groups().size() > 1, width);
          }
        }
      }
    }
    if (total > 0) {
      lines.addFirst(new Words("Left out (" + numbers.n(total) + ")", Weight.BOLD, ""));
    }
    return new Block(lines);
  }

  private void reason(
      List<Words> lines,
      Flow.Step step,
      Flow.Out out,
      Flow.GroupCount count,
      boolean named,
      double width) {
    String words =
        (named ? count.group() + ": " : "")
            + reason(step, out)
            + " ("
            + unbroken(value(count))
            + ")";
    for (String line : TextWidth.wrap(words, SIZE, width)) {
      lines.add(new Words(line, Weight.NORMAL, count.count().address().path()));
    }
  }

  /// The size of a group, which stays on one line.
  private String unbroken(long n) {
    return numbers.n(n).replace(' ', '\u00A0');
  }

  /// The criterion and why people left at it: `plasma available: unknown because igm_ps is
  /// missing`.
  static String reason(Flow.Step step, Flow.Out out) {
    return out.reason().startsWith(step.label())
        ? out.reason()
        : step.label() + ": " + out.reason();
  }

  private static void wrapped(List<Words> lines, String text, Weight weight, double width) {
    for (String line : TextWidth.wrap(text, weight == Weight.BOLD ? SIZE * 1.06 : SIZE, width)) {
      lines.add(new Words(line, weight, ""));
    }
  }

  private static long value(Flow.GroupCount count) {
    return Math.round(
        Optional.of(count.count()).flatMap(c -> c.estimate()).map(Estimate::value).orElse(0.0));
  }

  /// The figure in words.
  public static String words(Flow flow, Numbers numbers) {
    List<String> sentences = new ArrayList<>();
    for (Flow.Step step : flow.steps()) {
      List<String> counts = new ArrayList<>();
      step.groups().forEach(g -> counts.add(g.group() + " " + numbers.count(value(g))));
      StringBuilder sentence = new StringBuilder(step.label());
      sentence.append(": ").append(String.join(", ", counts));
      for (Flow.Out out : step.out()) {
        List<String> left = new ArrayList<>();
        out.groups().forEach(g -> left.add(g.group() + " " + numbers.count(value(g))));
        sentence.append("; left out, ").append(out.reason()).append(": ");
        sentence.append(String.join(", ", left));
      }
      sentences.add(sentence + ".");
    }
    return String.join(" ", sentences);
  }

  /// The criteria at which nobody left.
  public static List<String> idle(Flow flow) {
    return flow.steps().stream()
        .skip(1)
        .filter(step ->
            step.out().stream()
                .flatMap(out -> out.groups().stream())
                .allMatch(count -> value(count) == 0))
        .map(Flow.Step::label)
        .toList();
  }
}
