// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.clinic.record.Event.Level;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Series;
import casebook.clinic.rule.LevelValidity.Objection;
import casebook.clinic.rule.LevelValidity.Sample;
import casebook.stats.dosing.Covariates;
import casebook.stats.dosing.TroughForecast;
import casebook.stats.dosing.TwiceDaily;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The drug levels of a patient, and what speaks against them.
final class Levels {
  private static final Unit NANOGRAMS = Units.read("ng/mL").orElseThrow();
  private static final TroughForecast FORECAST = TroughForecast.standard();
  private static final String BLOOD = "whole blood";
  private static final int TWICE = 2;

  private Levels() {}

  /// The levels on or before the day, in the order of time.
  static List<Level> all(LevelWindow window, DoseOnDay now) {
    List<Level> levels = new ArrayList<>();
    for (Measured it : now.patient().values(window.measure())) {
      if (it instanceof Level level && !it.day().isAfter(now.day())) {
        levels.add(level);
      }
    }
    return levels;
  }

  static Optional<Level> latest(LevelWindow window, DoseOnDay now) {
    Series series = now.patient().series(window.measure());
    for (int i = series.until(now.day().toEpochDay()) - 1; i >= 0; i--) {
      if (series.get(i) instanceof Level level) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  static List<Objection> objections(LevelWindow window, Level level, DoseOnDay now) {
    DoseOnDay then = new DoseOnDay(now.dosing(), now.patient(), level.day());
    return LevelValidity.of(
        new Sample(
            level.hoursSinceDose(),
            level.specimen(),
            level.assay(),
            assayBefore(window, level, now),
            then.daysOnDose(),
            expected(level, then)),
        window);
  }

  /// The assay of the level before.
  private static Optional<String> assayBefore(LevelWindow window, Level level, DoseOnDay now) {
    Series series = now.patient().series(window.measure());
    for (int i = series.until(level.day().toEpochDay()) - 1; i >= 0; i--) {
      if (series.get(i) instanceof Level before && before.entry().compareTo(level.entry()) < 0) {
        return before.assay();
      }
    }
    return Optional.empty();
  }

  /// How many times the level is what the population lets expect; empty where the model does not
  /// speak of it.
  private static Optional<BigDecimal> expected(Level level, DoseOnDay then) {
    Optional<TwiceDaily> doses = doses(then);
    Optional<Double> hours =
        level.hoursSinceDose().map(BigDecimal::doubleValue).filter(it -> it >= 0 && it < 48);
    Optional<Covariates> who = covariates(then);
    boolean blood = level.specimen().filter(it -> it.strip().equalsIgnoreCase(BLOOD)).isPresent();
    if (doses.isEmpty() || hours.isEmpty() || who.isEmpty() || !blood || !usable(level)) {
      return Optional.empty();
    }
    double typical = FORECAST.typicalLevel(who.get(), doses.get(), hours.get());
    return Optional.of(BigDecimal.valueOf(level.value().doubleValue() / typical));
  }

  /// Says whether a forecast can use the number: ng/mL, above 0.
  static boolean usable(Level level) {
    return level.quantity().unit().sameScale(NANOGRAMS)
        && level.quantity().exact()
        && level.value().signum() > 0;
  }

  /// The doses as a forecast needs them: two halves of the day.
  static Optional<TwiceDaily> doses(DoseOnDay then) {
    boolean twice = then.dosing().timesPerDay() == TWICE && cyclosporine(then);
    return then.dose()
        .filter(it -> twice)
        .map(it -> TwiceDaily.each(it.mgPerDay().doubleValue() / 2));
  }

  /// Says whether the drug is the one of which the model speaks.
  static boolean cyclosporine(DoseOnDay then) {
    String drug = then.dosing().drug();
    return drug.equalsIgnoreCase("cyclosporine") || drug.equalsIgnoreCase("ciclosporin");
  }

  static Optional<Covariates> covariates(DoseOnDay then) {
    return then.lastWeight().map(Measured::value).map(it -> Covariates.ofWeight(it.doubleValue()));
  }

  /// What is missing.
  static String missing(Objection objection) {
    return switch (objection) {
      case TIME_UNKNOWN -> "the time since the last dose";
      case DOSE_UNKNOWN -> "the dose at that time";
      case SPECIMEN_UNKNOWN -> "the specimen";
      default -> throw new IllegalArgumentException(objection + " misses nothing");
    };
  }

  /// What speaks against a level, as a sentence.
  static String words(LevelWindow window, Level level, Objection objection) {
    String name = "The level of " + level.quantity().written() + " on " + level.day();
    String hours = level.hoursSinceDose().map(it -> DoseOnDay.plain(it) + " h").orElse("");
    return switch (objection) {
      case TIME_UNKNOWN -> name + " has no time since the last dose: it cannot be judged.";
      case NOT_A_TROUGH -> name + " was taken " + hours + " after the dose: it is no trough.";
      case NEAR_A_TROUGH ->
          name
              + " was taken "
              + hours
              + " after the dose: of use for a forecast, not for the window.";
      case DOSE_UNKNOWN -> name + " belongs to no dose that is written down.";
      case NOT_STEADY ->
          name
              + " was taken less than "
              + window.steadyAfterDays()
              + " days after the dose changed.";
      case SPECIMEN_UNKNOWN -> name + " has no specimen: it cannot be judged.";
      case OTHER_SPECIMEN ->
          "The protocol's window is for "
              + window.specimen().orElse("")
              + "; "
              + level.quantity().written()
              + " on "
              + level.day()
              + " is of "
              + level.specimen().orElse("")
              + ": the window does not apply.";
      case NOT_WHOLE_BLOOD -> name + " is not of whole blood: no forecast can use it.";
      case OTHER_ASSAY ->
          name
              + " was measured by "
              + level.assay().orElse("")
              + ", the one before by another assay:"
              + " they cannot be compared.";
      case IMPLAUSIBLE ->
          name
              + " is more than 2.5 times what the dose lets expect: was it taken after"
              + " the dose? Ask before it counts.";
      case FAR_BELOW ->
          name
              + " is less than 40 % of what the dose lets expect: was every dose taken? Ask"
              + " before a forecast counts it.";
    };
  }
}
