// SPDX-License-Identifier: Apache-2.0
package casebook.study.change;

import casebook.study.report.Shown;
import java.util.List;
import java.util.Optional;

/// A number that differs between two runs.
///
/// @param address where it stands
/// @param before the number as it was; empty when it appeared
/// @param after the number as it is; empty when it vanished
/// @param causes what made it differ; when two or more could have, all of them. Empty when nothing
///   that makes numbers differs: then one of the files was edited after its run
public record NumberChange(
    String address, Optional<Shown> before, Optional<Shown> after, List<Cause> causes) {
  public NumberChange {
    causes = List.copyOf(causes);
  }

  /// What became of a number.
  public enum Kind {
    CHANGED,
    APPEARED,
    VANISHED
  }

  /// What became of it.
  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.APPEARED;
    }
    return after.isEmpty() ? Kind.VANISHED : Kind.CHANGED;
  }

  /// What it is, in words.
  public String label() {
    return after.or(() -> before).map(shown -> shown.statistic().label()).orElse(address);
  }

  /// How it was made before and after, where that differs: `Wald → score`; else empty. Settings
  /// stand there when nothing else differs.
  public String method() {
    String names = arrow(named(before), named(after));
    return names.isEmpty() ? arrow(settings(before), settings(after)) : names;
  }

  /// How many rows it rested on before and after, where that differs; else empty.
  public String rows() {
    return arrow(rows(before), rows(after));
  }

  private String arrow(String was, String is) {
    boolean both = before.isPresent() && after.isPresent();
    return both && !was.equals(is) ? was + " → " + is : "";
  }

  private static String named(Optional<Shown> shown) {
    return shown
        .map(it -> it.statistic().method())
        .map(
            method -> method.name() + (method.interval().isEmpty() ? "" : "; " + method.interval()))
        .orElse("");
  }

  private static String settings(Optional<Shown> shown) {
    return shown.map(it -> it.statistic().method().settings()).orElse("");
  }

  private static String rows(Optional<Shown> shown) {
    StringBuilder words = new StringBuilder();
    shown
        .map(it -> it.statistic().basis().rows())
        .ifPresent(rows -> {
          words.append(rows.in());
          rows.out()
              .forEach(out ->
                  words
                      .append(", without ")
                      .append(out.count())
                      .append(" (")
                      .append(out.reason())
                      .append(')'));
        });
    return words.toString();
  }
}
