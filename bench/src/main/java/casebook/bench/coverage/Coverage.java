// SPDX-License-Identifier: Apache-2.0
package casebook.bench.coverage;

import casebook.stats.contingency.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `./dev bench coverage`: the coverage of every 95 % interval of a 2x2 table in 24 designs, as
/// tables in Markdown. The same numbers on every machine.
public final class Coverage {
  private Coverage() {}

  /// Prints the tables.
  public static void main(String[] arguments) {
    System.out.print(text(TwoGroups.ALL));
  }

  static String text(List<TwoGroups> designs) {
    StringBuilder text = new StringBuilder();
    List<Map<TwoByTwo, Double>> tables = designs.stream().map(TwoGroups::tables).toList();
    for (Measure measure : Measure.values()) {
      List<IntervalMethod> methods =
          IntervalMethods.ALL.stream().filter(m -> m.measure() == measure).toList();
      List<List<Share>> shares = new ArrayList<>();
      for (IntervalMethod method : methods) {
        List<Share> column = new ArrayList<>();
        for (int i = 0; i < designs.size(); i++) {
          column.add(Share.of(method, designs.get(i), tables.get(i)));
        }
        shares.add(column);
      }
      text.append(table(measure, designs, methods, shares)).append('\n');
    }
    return text.toString();
  }

  private static String table(
      Measure measure,
      List<TwoGroups> designs,
      List<IntervalMethod> methods,
      List<List<Share>> shares) {
    StringBuilder text = new StringBuilder("| n1/n2, p1/p2 (%): " + measure.words() + " |");
    methods.forEach(method -> text.append(' ').append(method.name()).append(" |"));
    text.append("\n|---|").append("---|".repeat(methods.size())).append('\n');
    for (int i = 0; i < designs.size(); i++) {
      int row = i;
      text.append("| ").append(name(designs.get(i))).append(" |");
      shares.forEach(column -> text.append(' ').append(cell(column.get(row))).append(" |"));
      text.append('\n');
    }
    text.append("| **mean** |");
    shares.forEach(column -> text.append(' ').append(mean(column)).append(" |"));
    text.append("\n| **lowest** |");
    shares.forEach(column -> text.append(' ').append(lowest(column)).append(" |"));
    return text.append('\n').toString();
  }

  private static String name(TwoGroups groups) {
    return String.format(
        Locale.ROOT,
        "%d/%d, %s/%s%s",
        groups.n1(),
        groups.n2(),
        percent(groups.p1()),
        percent(groups.p2()),
        groups.enumerated() ? "" : " *");
  }

  private static String percent(double share) {
    String two = String.format(Locale.ROOT, "%.2f", 100 * share);
    return two.endsWith(".00") ? two.substring(0, two.length() - 3) : two;
  }

  /// The coverage when defined, with the share undefined in brackets.
  private static String cell(Share share) {
    String undefined = one(share.undefined());
    String covers = share.whenDefined().isPresent() ? one(share.whenDefined().getAsDouble()) : "-";
    return undefined.equals("0.0") ? covers : covers + " (" + undefined + ")";
  }

  private static String mean(List<Share> column) {
    return one(column.stream().mapToDouble(s -> s.whenDefined().orElse(0)).average().orElseThrow());
  }

  private static String lowest(List<Share> column) {
    return one(column.stream().mapToDouble(s -> s.whenDefined().orElse(0)).min().orElseThrow());
  }

  private static String one(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
