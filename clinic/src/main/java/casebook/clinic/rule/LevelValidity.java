// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Treatment.Hours;
import casebook.clinic.protocol.Treatment.LevelWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a drug level can be judged by the window of the protocol, and whether it can be used for
/// a forecast.
///
/// By default a trough is taken 11 to 13 hours after the dose. One hour more on each side it is
/// still of use for a forecast, which knows the time, but not for the window. A level also needs a
/// dose that has not changed for some days, the specimen and assay of the window, and a size that
/// is not more than 2.5 times what the population lets expect: a level two hours after the dose is
/// about 4.5 times a trough, and calling it a trough is the classic error. A level as many times
/// below is judged by the window, which raises a dose inside its band only; no forecast uses it.
public final class LevelValidity {
  private static final Hours TROUGH = new Hours(BigDecimal.valueOf(11), BigDecimal.valueOf(13));
  private static final BigDecimal PLAUSIBLE = new BigDecimal("2.5");
  private static final BigDecimal LEAST_PLAUSIBLE = new BigDecimal("0.4");
  private static final String WHOLE_BLOOD = "whole blood";

  private LevelValidity() {}

  /// What is known of a sample.
  ///
  /// @param hours hours since the last dose; below 0 when taken before it
  /// @param specimen the specimen as written
  /// @param assay the assay as written
  /// @param assayBefore the assay of the level before, as written
  /// @param daysOnDose whole days since the dose last changed; empty: the dose is not known
  /// @param expected how many times the level is what the population lets expect; empty: not known
  public record Sample(
      Optional<BigDecimal> hours,
      Optional<String> specimen,
      Optional<String> assay,
      Optional<String> assayBefore,
      Optional<Long> daysOnDose,
      Optional<BigDecimal> expected) {}

  /// What speaks against a level.
  public enum Objection {
    /// The time since the dose is not known.
    TIME_UNKNOWN(true, true, true),
    /// It was taken too early or too late to be called a trough.
    NOT_A_TROUGH(false, true, true),
    /// It was taken near the time of a trough: a forecast can use it.
    NEAR_A_TROUGH(false, true, false),
    /// The dose at that time is not known.
    DOSE_UNKNOWN(true, true, true),
    /// The dose had changed shortly before.
    NOT_STEADY(false, true, true),
    /// The window holds for a specimen, and that of the level is not known.
    SPECIMEN_UNKNOWN(true, true, true),
    /// The window holds for another specimen.
    OTHER_SPECIMEN(false, true, false),
    /// The forecast needs whole blood.
    NOT_WHOLE_BLOOD(false, false, true),
    /// The level before was measured by another assay.
    OTHER_ASSAY(false, true, false),
    /// It is far above what the dose lets expect: was it taken after the dose?
    IMPLAUSIBLE(false, true, true),
    /// It is far below what the dose lets expect: was the drug taken?
    FAR_BELOW(false, false, true);

    private final boolean missing;
    private final boolean window;
    private final boolean forecast;

    Objection(boolean missing, boolean window, boolean forecast) {
      this.missing = missing;
      this.window = window;
      this.forecast = forecast;
    }

    /// Says whether something is missing, so that it could still be told.
    public boolean missing() {
      return missing;
    }

    /// Says whether the window cannot be applied.
    public boolean againstWindow() {
      return window;
    }

    /// Says whether a forecast cannot use it.
    public boolean againstForecast() {
      return forecast;
    }
  }

  /// Returns everything that speaks against a level; nothing does where the list is empty.
  public static List<Objection> of(Sample sample, LevelWindow window) {
    List<Objection> objections = new ArrayList<>();
    time(sample, window).ifPresent(objections::add);
    steady(sample, window).ifPresent(objections::add);
    specimen(sample, window, objections);
    if (sample.assay().isPresent()
        && sample.assayBefore().filter(it -> !same(it, sample.assay().get())).isPresent()) {
      objections.add(Objection.OTHER_ASSAY);
    }
    if (sample.expected().filter(ratio -> ratio.compareTo(PLAUSIBLE) > 0).isPresent()) {
      objections.add(Objection.IMPLAUSIBLE);
    }
    if (sample.expected().filter(ratio -> ratio.compareTo(LEAST_PLAUSIBLE) < 0).isPresent()) {
      objections.add(Objection.FAR_BELOW);
    }
    return List.copyOf(objections);
  }

  private static Optional<Objection> time(Sample sample, LevelWindow window) {
    if (sample.hours().isEmpty()) {
      return Optional.of(Objection.TIME_UNKNOWN);
    }
    BigDecimal hours = sample.hours().get();
    Hours limits = window.hours().orElse(TROUGH);
    if (within(hours, limits.from(), limits.to())) {
      return Optional.empty();
    }
    BigDecimal from = limits.from().subtract(BigDecimal.ONE);
    BigDecimal to = limits.to().add(BigDecimal.ONE);
    return Optional.of(within(hours, from, to) ? Objection.NEAR_A_TROUGH : Objection.NOT_A_TROUGH);
  }

  private static boolean within(BigDecimal value, BigDecimal low, BigDecimal high) {
    return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
  }

  private static Optional<Objection> steady(Sample sample, LevelWindow window) {
    if (sample.daysOnDose().isEmpty()) {
      return Optional.of(Objection.DOSE_UNKNOWN);
    }
    return sample.daysOnDose().get() < window.steadyAfterDays()
        ? Optional.of(Objection.NOT_STEADY)
        : Optional.empty();
  }

  private static void specimen(Sample sample, LevelWindow window, List<Objection> objections) {
    if (sample.specimen().isEmpty()) {
      objections.add(Objection.SPECIMEN_UNKNOWN);
      return;
    }
    String specimen = sample.specimen().get();
    if (window.specimen().filter(it -> !same(it, specimen)).isPresent()) {
      objections.add(Objection.OTHER_SPECIMEN);
    }
    if (!same(specimen, WHOLE_BLOOD)) {
      objections.add(Objection.NOT_WHOLE_BLOOD);
    }
  }

  private static boolean same(String one, String other) {
    return one.strip().equalsIgnoreCase(other.strip());
  }
}
