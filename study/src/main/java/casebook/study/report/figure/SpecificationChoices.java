// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.study.finding.Choice;
import casebook.study.finding.Choice.Option;
import casebook.study.finding.Finding.Specifications;
import casebook.study.report.style.Numbers;
import java.util.List;
import java.util.stream.IntStream;

/// The choices of a grid of specifications, in words.
public final class SpecificationChoices {
  private SpecificationChoices() {}

  /// The choices that have several options, as places in the list of all.
  public static List<Integer> several(Specifications grid) {
    return IntStream.range(0, grid.choices().size())
        .filter(place -> grid.choices().get(place).options().size() > 1)
        .boxed()
        .toList();
  }

  /// An option with its value: `97.5th percentile: 5.2 AU`.
  public static String label(Choice choice, Option option, Numbers numbers) {
    boolean bare = option.value().isEmpty() || choice.unit().isEmpty();
    return named(option, numbers) + (bare ? "" : " " + choice.unit());
  }

  /// An option with its value, whose unit stands in the head of its column.
  public static String named(Option option, Numbers numbers) {
    return option.value().isEmpty()
        ? option.label()
        : option.label() + ": " + numbers.quantity(Estimate.of(option.value().getAsDouble()));
  }
}
