// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.compare.DetectableDifference;
import casebook.stats.compare.Equivalence;
import casebook.stats.compare.MeanDifference;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Contrast;
import casebook.study.finding.Statistic;
import java.util.Optional;

/// The numbers of one contrast: its effect, what could have been found, whether it lies within the
/// margin.
///
/// @param asked what is compared
/// @param effect the contrast
record ContrastNumbers(ComparisonQuestion asked, Effect effect) {
  /// Two one-sided tests have no level from 1/2 on.
  private static final double MOST_ALPHA = 0.49;

  /// Everything that a sentence needs.
  ///
  /// @param primary whether it is the one that the primary result compares
  Contrast contrast(boolean primary) {
    return new Contrast(
        asked.measured().label(),
        effect.words(),
        ratioOrDifference(),
        asked.spec().margin().isPresent() ? Optional.of(equivalence()) : Optional.empty(),
        detectable(),
        asked.spec().margin(),
        primary);
  }

  /// The effect with its interval and its P.
  Statistic ratioOrDifference() {
    Address address = effect.address().with(asked.log() ? "mean_ratio" : "mean_difference");
    String label = asked.measured().label() + ", " + effect.row() + ": " + effect.method().name();
    Answer<MeanDifference> difference = effect.difference();
    if (difference.value().isEmpty()) {
      return absent(address, label, difference.outcome().words());
    }
    MeanDifference found = difference.orThrow();
    return new Statistic(
        address,
        label,
        Optional.of(asked.log() ? exp(found.difference()) : found.difference()),
        Optional.of(found.test().p()),
        unit(),
        effect.method(),
        effect.basis(),
        "");
  }

  private Statistic absent(Address address, String label, String why) {
    return Origin.absent(address, label, unit(), effect.method(), effect.basis(), why);
  }

  private String unit() {
    return asked.log() ? "" : asked.unit();
  }

  private static Estimate exp(Estimate log) {
    return new Estimate(Math.exp(log.value()), log.interval().map(Interval::exp));
  }

  /// The test of equivalence; with it, the interval that it inverts is that of the lower level.
  Statistic equivalence() {
    double margin = asked.spec().margin().orElseThrow();
    double limit = asked.log() ? Math.log(margin) : margin;
    Address address = effect.address().with("equivalence");
    String label = asked.measured().label() + ", " + effect.row() + ": equivalence";
    Answer<MeanDifference> tested =
        effect
            .difference()
            .flatMap(it ->
                Equivalence.within(-limit, limit)
                    .withAlpha(Math.min(asked.alpha(), MOST_ALPHA))
                    .of(it.difference().value(), it.standardError(), df(it)));
    if (tested.value().isEmpty()) {
      return Origin.absent(
          address,
          label,
          "",
          ContrastMethods.EQUIVALENCE,
          effect.basis(),
          tested.outcome().words());
    }
    return new Statistic(
        address,
        label,
        Optional.empty(),
        Optional.of(tested.orThrow().test().p()),
        "",
        ContrastMethods.EQUIVALENCE,
        effect.basis(),
        "");
  }

  private static double df(MeanDifference difference) {
    return difference.test().df().orElseThrow();
  }

  /// The smallest effect that the study would probably have found.
  Statistic detectable() {
    Address address =
        effect.address().with(asked.log() ? "detectable_ratio" : "detectable_difference");
    String label = asked.measured().label() + ", " + effect.row() + ": detectable effect";
    Answer<MeanDifference> difference = effect.difference();
    if (difference.value().isEmpty()) {
      return Origin.absent(
          address,
          label,
          unit(),
          ContrastMethods.DETECTABLE,
          effect.basis(),
          difference.outcome().words());
    }
    double smallest = smallest(difference.orThrow());
    double value = asked.log() ? Math.exp(smallest) : smallest;
    return Double.isFinite(value)
        ? Origin.value(address, label, value, unit(), ContrastMethods.DETECTABLE, effect.basis())
        : Origin.absent(
            address,
            label,
            unit(),
            ContrastMethods.DETECTABLE,
            effect.basis(),
            "there are too few values");
  }

  private double smallest(MeanDifference found) {
    return DetectableDifference.standard()
        .withAlpha(asked.alpha())
        .of(found.standardError(), df(found));
  }
}
