// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import casebook.stats.result.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// A comparison of two groups, or a change per step, and what the data can and cannot say of it.
///
/// @param measured what was compared, such as `MDM2 mRNA`
/// @param words between whom, such as `per G allele of SNP309`
/// @param effect a ratio or a difference with its interval and its p-value
/// @param equivalence its p-value says whether the effect lies within the margin; empty without one
/// @param detectable the smallest effect that the study would probably have found
/// @param margin the declared margin of equivalence; empty when none was declared
/// @param primary whether this one, of several, is what the primary result compares
public record Contrast(
    String measured,
    String words,
    Statistic effect,
    Optional<Statistic> equivalence,
    Statistic detectable,
    OptionalDouble margin,
    boolean primary) {

  /// What the data say of a contrast.
  public enum Verdict {
    /// The interval leaves out no effect.
    DIFFERENCE,
    /// The interval leaves out no effect, and the effect lies within the margin.
    SMALL_DIFFERENCE,
    /// The effect lies within the margin.
    EQUIVALENCE,
    /// Neither a difference nor equivalence was shown.
    INCONCLUSIVE,
    /// There is no answer.
    NOT_ESTIMABLE
  }

  /// Says whether the effect is a ratio, which is 1 when there is none.
  public boolean ratio() {
    return effect.statistic().endsWith("ratio");
  }

  /// What the data say.
  ///
  /// @param level confidence level; equivalence is tested at one minus it
  public Verdict verdict(double level) {
    Optional<Interval> interval = effect.estimate().flatMap(it -> it.interval());
    if (interval.isEmpty()) {
      return Verdict.NOT_ESTIMABLE;
    }
    boolean differs = !interval.get().contains(ratio() ? 1 : 0);
    boolean within =
        equivalence.flatMap(Statistic::p).filter(p -> p.value() < 1 - level).isPresent();
    if (differs) {
      return within ? Verdict.SMALL_DIFFERENCE : Verdict.DIFFERENCE;
    }
    return within ? Verdict.EQUIVALENCE : Verdict.INCONCLUSIVE;
  }
}
