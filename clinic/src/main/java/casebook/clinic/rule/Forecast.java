// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Level;
import casebook.clinic.rule.Advice.Because;
import casebook.clinic.rule.LevelValidity.Objection;
import casebook.stats.dosing.Covariates;
import casebook.stats.dosing.Occasion;
import casebook.stats.dosing.PatientKinetics;
import casebook.stats.dosing.TroughForecast;
import casebook.stats.dosing.TwiceDaily;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.report.style.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The forecast of the trough from the levels under the dose in force, beside the bounded rule and
/// only where the study file asks for it ([TroughForecast]). It advises no dose.
///
/// The model is of cyclosporine twice a day. Levels that are far below what the dose lets expect
/// are asked about, and not used.
///
/// Each day with levels is an occasion of its own. The dose of prednisolone is taken from the
/// events ([Prednisolone]); where it is not known, or passed 20 mg a day since a level, there is no
/// forecast.
public record Forecast() implements Rule {
  @Override
  public List<Advice> advise(PatientDay day) {
    DoseOnDay now = day.now();
    Optional<LevelWindow> window = day.protocol().treatment().level();
    if (!day.protocol().treatment().forecast() || window.isEmpty() || now.dose().isEmpty()) {
      return List.of();
    }
    if (!Levels.cyclosporine(now)) {
      return List.of(
          unknown(
              window.get(), now, "cyclosporine as the drug: the model is only of cyclosporine"));
    }
    List<Advice> advice = new ArrayList<>();
    List<Level> levels = new ArrayList<>();
    for (Level level : Levels.all(window.get(), now)) {
      if (!level.day().isBefore(now.changed()) && Levels.usable(level)) {
        List<Objection> against =
            Levels.objections(window.get(), level, now).stream()
                .filter(Objection::againstForecast)
                .toList();
        if (against.isEmpty()) {
          levels.add(level);
        } else if (against.equals(List.of(Objection.FAR_BELOW))) {
          advice.add(asked(window.get(), level));
        }
      }
    }
    advice.add(forecast(day, window.get(), levels));
    return advice;
  }

  private static Advice asked(LevelWindow window, Level level) {
    String text = Levels.words(window, level, Objection.FAR_BELOW);
    return new Advice.Warning(text, "protocol", Because.of(window.at(), List.of(level), text));
  }

  private static Advice forecast(PatientDay day, LevelWindow window, List<Level> levels) {
    DoseOnDay now = day.now();
    if (levels.isEmpty()) {
      return unknown(window, now, "a level in whole blood at steady state, with time");
    }
    Prednisolone prednisolone = prednisolone(day, now.day());
    Optional<Covariates> who =
        Levels.covariates(now).map(it -> it.withPrednisolone(prednisolone.milligrams()));
    Optional<TwiceDaily> doses = Levels.doses(now);
    if (who.isEmpty() || doses.isEmpty()) {
      return unknown(window, now, who.isEmpty() ? "a weight" : "two doses a day");
    }
    Optional<String> unclear = unclear(day, prednisolone, levels);
    if (unclear.isPresent()) {
      return unknown(window, now, unclear.get());
    }
    return TroughForecast.standard()
        .of(who.get(), occasions(levels, doses.get()))
        .value()
        .map(it -> note(window, levels, it, who.get(), now, prednisolone))
        .orElseGet(() -> unknown(window, now, "levels that the model can follow"));
  }

  private static Prednisolone prednisolone(PatientDay day, LocalDate when) {
    return Prednisolone.on(day.protocol().measures(), day.patient(), when);
  }

  /// What is missing to know prednisolone today and when the levels were taken.
  private static Optional<String> unclear(PatientDay day, Prednisolone today, List<Level> levels) {
    if (today.state() == Prednisolone.State.UNKNOWN) {
      return Optional.of("the daily dose of prednisolone");
    }
    for (Level level : levels) {
      Prednisolone then = prednisolone(day, level.day());
      if (then.state() == Prednisolone.State.UNKNOWN) {
        return Optional.of("the daily dose of prednisolone on " + level.day());
      }
      if (then.much() != today.much()) {
        return Optional.of("a level since prednisolone passed 20 mg a day");
      }
    }
    return Optional.empty();
  }

  private static List<Occasion> occasions(List<Level> levels, TwiceDaily doses) {
    List<Occasion> occasions = new ArrayList<>();
    LocalDate day = LocalDate.MIN;
    for (Level level : levels) {
      double hours = level.hoursSinceDose().orElseThrow().doubleValue();
      Occasion.Sample sample = new Occasion.Sample(hours, level.value().doubleValue());
      if (level.day().equals(day)) {
        List<Occasion.Sample> samples = new ArrayList<>(occasions.removeLast().samples());
        samples.add(sample);
        occasions.add(new Occasion(doses, samples));
      } else {
        occasions.add(Occasion.of(doses, sample));
      }
      day = level.day();
    }
    return occasions;
  }

  private static Advice unknown(LevelWindow window, DoseOnDay now, String missing) {
    String sentence = "The study file asks for a forecast; it needs " + missing + ".";
    return new Advice.CannotTell(
        "the forecast of the level", missing, Because.of(window.at(), now.facts(), sentence));
  }

  private static Advice note(
      LevelWindow window,
      List<Level> levels,
      PatientKinetics kinetics,
      Covariates who,
      DoseOnDay now,
      Prednisolone prednisolone) {
    TwiceDaily doses = Levels.doses(now).orElseThrow();
    double low = window.window().low().doubleValue();
    Estimate level = kinetics.level(doses, 12);
    Interval measured = kinetics.measured(doses, 12);
    String beyond =
        TroughForecast.standard().model().covers(who)
            ? ""
            : " The weight lies outside those of the model's patients: an extrapolation.";
    String text =
        "Forecast, no advice (Press 2010, whole blood, "
            + prednisolone.words()
            + "): at "
            + DoseOnDay.plain(now.dose().orElseThrow().mgPerDay())
            + " mg a day the trough is "
            + range(level)
            + " ng/mL, a measured one "
            + Numbers.decimals(measured.low(), 0)
            + " to "
            + Numbers.decimals(measured.high(), 0)
            + "; CL/F "
            + Numbers.decimals(kinetics.clearance().value(), 1)
            + " L/h, drawn back to the population by "
            + Numbers.decimals(100 * kinetics.shrinkage(), 0)
            + " %. A trough of "
            + DoseOnDay.plain(window.window().low())
            + " would take "
            + range(kinetics.doseFor(low, 12))
            + " mg twice a day."
            + beyond;
    List<Event> facts = new ArrayList<>(now.facts());
    facts.addAll(levels);
    facts.addAll(prednisolone.facts());
    return new Advice.Note(text, Because.of(window.at(), facts, text));
  }

  private static String range(Estimate estimate) {
    Interval interval = estimate.interval().orElseThrow();
    return Numbers.decimals(estimate.value(), 0)
        + " ("
        + Numbers.level(interval.level())
        + " % interval "
        + Numbers.decimals(interval.low(), 0)
        + " to "
        + Numbers.decimals(interval.high(), 0)
        + ")";
  }
}
