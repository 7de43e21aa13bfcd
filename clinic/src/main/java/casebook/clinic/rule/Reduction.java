// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.record.Event.Measured;
import casebook.clinic.rule.Capsules.Choice;
import casebook.clinic.rule.Capsules.Range;
import java.math.BigDecimal;
import java.util.Optional;

/// A dose reduced by a share, as capsules make it.
///
/// @param from the dose that is reduced, mg a day
/// @param percent by how much
/// @param choice the reduced dose; empty where no capsules make it
/// @param simpler a dose of fewer capsules, where a portion would need three or more
record Reduction(
    BigDecimal from, BigDecimal percent, Optional<Choice> choice, Optional<Choice> simpler) {
  private static final int MANY = 4;

  static Reduction of(BigDecimal from, BigDecimal percent, DoseOnDay now) {
    BigDecimal rest = BigDecimal.valueOf(100).subtract(percent).movePointLeft(2);
    Range range = Range.upTo(from.multiply(rest));
    Optional<Choice> choice = now.capsules().flatMap(capsules -> capsules.choose(range));
    Optional<Choice> simpler =
        choice
            .filter(it -> it.capsules() >= MANY && odd(it))
            .flatMap(it -> now.capsules().flatMap(capsules -> capsules.simpler(range, it)));
    return new Reduction(from, percent, choice, simpler);
  }

  private static boolean odd(Choice choice) {
    BigDecimal first = choice.portions().getFirst();
    return choice.portions().stream().anyMatch(it -> it.compareTo(first) != 0);
  }

  /// The arithmetic in words: `250 mg a day less 25 % are 187.5 mg: 100 + 85 mg (185 mg a day, 74.0
  /// % of the dose before)`.
  String words(Optional<Measured> weight) {
    BigDecimal rest = BigDecimal.valueOf(100).subtract(percent).movePointLeft(2);
    return DoseOnDay.plain(from)
        + " mg a day less "
        + DoseOnDay.plain(percent)
        + " % are "
        + DoseOnDay.plain(from.multiply(rest))
        + " mg: "
        + choice.map(it -> named(it, weight)).orElse("no capsules make that")
        + simpler.map(it -> "; or, with fewer capsules, " + named(it, weight)).orElse("");
  }

  private String named(Choice dose, Optional<Measured> weight) {
    return DoseOnDay.words(dose, weight)
        + ", "
        + DoseOnDay.share(dose.total(), from)
        + " of the dose before";
  }
}
