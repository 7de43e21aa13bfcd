// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.rule.Capsules.Choice;
import casebook.clinic.rule.Capsules.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// What a level inside or outside its window means for the dose.
///
/// A low level changes nothing while there is a response; without one the dose is raised in
/// proportion, but never above the band of the protocol. A high level lowers the dose towards the
/// middle of the window by 25 % at most, if need be below the band. The ends of the window belong
/// to it, and the level is compared as measured, not as printed.
///
/// Source: the letter gives window and band, not the step; the step is its only one, the 25 % of
/// its rule for creatinine.
public sealed interface WindowStep {
  /// The least by which a dose becomes another, mg.
  BigDecimal STEP = new BigDecimal("0.001");

  /// The level lies in its window.
  record Keep() implements WindowStep {}

  /// The level is low, but there is a response.
  record KeepForResponse() implements WindowStep {}

  /// The level is low, and whether there is a response is not known.
  record ResponseUnknown() implements WindowStep {}

  /// The dose is raised.
  ///
  /// @param reaches whether this dose is expected to bring the level into the window
  record Raise(Choice dose, boolean reaches) implements WindowStep {}

  /// The target cannot be reached inside the band: the dose is at its top, or no capsules make a
  /// larger one there.
  record OutOfReach() implements WindowStep {}

  /// The dose is lowered.
  ///
  /// @param belowBand whether that leaves the band
  record Lower(Choice dose, boolean belowBand) implements WindowStep {}

  /// The dose should be lowered, but no capsules make a smaller one within 25 %.
  record NoSmallerDose() implements WindowStep {}

  /// A level and the limits for it.
  ///
  /// @param level the level, in the unit of the window
  /// @param low lower end of the window
  /// @param high upper end of the window
  record Reading(BigDecimal level, BigDecimal low, BigDecimal high) {}

  /// A dose and what it may become.
  ///
  /// @param now mg a day
  /// @param bandLow the least of the band, mg a day
  /// @param bandHigh the most of the band, mg a day
  record Doses(BigDecimal now, BigDecimal bandLow, BigDecimal bandHigh) {}

  /// Decides.
  ///
  /// @param responds whether there is a response; empty: not known
  static WindowStep of(
      Reading reading, Doses doses, Optional<Boolean> responds, Capsules capsules) {
    if (reading.level().compareTo(reading.high()) > 0) {
      return lower(reading, doses, capsules);
    }
    if (reading.level().compareTo(reading.low()) >= 0) {
      return new Keep();
    }
    if (responds.isEmpty()) {
      return new ResponseUnknown();
    }
    return responds.get() ? new KeepForResponse() : raise(reading, doses, capsules);
  }

  private static WindowStep raise(Reading reading, Doses doses, Capsules capsules) {
    // a level of 0 asks for more than any band holds
    boolean none = reading.level().signum() == 0;
    BigDecimal top = doses.bandHigh();
    BigDecimal needed = none ? top.add(top) : proportional(reading, doses, reading.low());
    BigDecimal above = doses.now().add(STEP).max(doses.bandLow());
    return capsules
        .choose(new Range(above, top, needed.min(top)))
        .filter(Choice::within)
        .<WindowStep>map(it -> new Raise(it, it.total().compareTo(needed) >= 0))
        .orElseGet(OutOfReach::new);
  }

  private static WindowStep lower(Reading reading, Doses doses, Capsules capsules) {
    BigDecimal middle = reading.low().add(reading.high()).divide(BigDecimal.TWO);
    BigDecimal least = doses.now().multiply(new BigDecimal("0.75"));
    BigDecimal aim = proportional(reading, doses, middle).max(least);
    BigDecimal below = doses.now().subtract(STEP);
    return capsules
        .choose(new Range(least, aim, aim))
        .filter(Choice::within)
        .or(() -> capsules.choose(new Range(least, below, aim)).filter(Choice::within))
        .<WindowStep>map(it -> new Lower(it, it.total().compareTo(doses.bandLow()) < 0))
        .orElseGet(NoSmallerDose::new);
  }

  /// The dose that would bring the level to a target, were it proportional to the dose.
  private static BigDecimal proportional(Reading reading, Doses doses, BigDecimal target) {
    return doses.now().multiply(target).divide(reading.level(), MathContext.DECIMAL64);
  }
}
