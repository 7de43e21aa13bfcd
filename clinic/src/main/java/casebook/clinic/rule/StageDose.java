// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment.Baseline;
import casebook.clinic.protocol.Treatment.Stage;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.rule.Advice.Because;
import casebook.clinic.rule.Capsules.Choice;
import casebook.clinic.rule.Capsules.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The dose of the stage that a patient is in: the starting dose, the band that follows, and a new
/// dose when the weight has changed by more than 10 %.
///
/// A dose needs a weight of the last 30 days, and a start the baselines of the protocol; without
/// them nothing is advised. While a rule of toxicity holds this one is silent, and while one cannot
/// be told no dose is raised. A dose above the band is warned of; one below it, once the stage has
/// begun, is somebody's decision and stays.
public record StageDose() implements Rule {
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  @Override
  public List<Advice> advise(PatientDay day) {
    DoseOnDay now = day.now();
    if (now.dosing().stages().isEmpty()) {
      return List.of();
    }
    if (now.start().isEmpty()) {
      return starting(day.protocol(), now);
    }
    if (now.dose().isEmpty() || day.restrained()) {
      return List.of();
    }
    return running(day);
  }

  private static List<Advice> starting(Protocol protocol, DoseOnDay now) {
    List<Advice> advice = new ArrayList<>();
    for (Baseline baseline : protocol.treatment().baselines()) {
      BeforeStart before = Baselines.of(baseline, now.patient(), now.day());
      if (!(before instanceof BeforeStart.Known)) {
        advice.add(
            new Advice.CannotTell(
                "whether treatment can start",
                Baselines.missing(before, baseline),
                Because.of(
                    baseline.at(), List.of(), Baselines.sentence(before, baseline, now.day()))));
      }
    }
    return advice.isEmpty() ? dose(now, now.dosing().stages().getFirst(), "starts") : advice;
  }

  private static List<Advice> running(PatientDay day) {
    DoseOnDay now = day.now();
    Event.Dose dose = now.dose().orElseThrow();
    LocalDate since = now.changed();
    Stage stage = now.stage(now.day()).orElseThrow();
    Stage before = now.stage(since).orElseThrow();
    if (!stage.equals(before)) {
      return fits(now, stage, dose)
          ? List.of()
          : changed(day, stage, "goes on with the next stage");
    }
    if (weightChanged(now, since) && !fits(now, stage, dose)) {
      return changed(day, stage, "weighs more than 10 % more or less than when the dose began");
    }
    return above(now, stage, dose);
  }

  /// The dose of the stage, unless it is more than the one in force while a rule cannot be told.
  private static List<Advice> changed(PatientDay day, Stage stage, String why) {
    List<Advice> advice = dose(day.now(), stage, why);
    BigDecimal taken = day.now().dose().orElseThrow().mgPerDay();
    boolean raised =
        advice.getFirst() instanceof Advice.Dose dose && dose.mgPerDay().compareTo(taken) > 0;
    return raised && day.untold() ? List.of(untold(day.now(), stage)) : advice;
  }

  private static Advice untold(DoseOnDay now, Stage stage) {
    String sentence =
        "The protocol gives "
            + words(stage)
            + ", and the dose is "
            + DoseOnDay.plain(now.dose().orElseThrow().mgPerDay())
            + " mg a day: whether it is raised cannot be answered without "
            + PatientDay.BASELINES
            + ".";
    return new Advice.CannotTell(
        PatientDay.WHETHER_RAISED,
        PatientDay.BASELINES,
        Because.of(stage.at(), now.facts(), sentence));
  }

  private static boolean fits(DoseOnDay now, Stage stage, Event.Dose dose) {
    return now.lastWeight()
        .filter(weight -> DoseOnDay.range(stage, weight.value()).contains(dose.mgPerDay()))
        .isPresent();
  }

  private static boolean weightChanged(DoseOnDay now, LocalDate since) {
    Optional<Measured> then = now.weightBy(since);
    return now.weight().isPresent()
        && then.isPresent()
        && now.weight()
                .get()
                .value()
                .subtract(then.get().value())
                .abs()
                .compareTo(then.get().value().multiply(TENTH))
            > 0;
  }

  private static List<Advice> above(DoseOnDay now, Stage stage, Event.Dose dose) {
    Optional<Measured> weight =
        now.lastWeight()
            .filter(it -> dose.mgPerDay().compareTo(stage.high().multiply(it.value())) > 0);
    return weight
        .<List<Advice>>map(it -> {
          String text =
              "The dose of "
                  + DoseOnDay.plain(dose.mgPerDay())
                  + " mg a day is "
                  + DoseOnDay.decimals(DoseOnDay.perKilogram(dose.mgPerDay(), it), 2)
                  + " mg/kg/d, above "
                  + words(stage)
                  + ": that needs a reason.";
          return List.of(
              new Advice.Warning(text, "protocol", Because.of(stage.at(), now.facts(), text)));
        })
        .orElse(List.of());
  }

  private static String words(Stage stage) {
    return stage.band()
        ? DoseOnDay.plain(stage.low()) + " to " + DoseOnDay.plain(stage.high()) + " mg/kg/d"
        : DoseOnDay.plain(stage.low()) + " mg/kg/d";
  }

  private static List<Advice> dose(DoseOnDay now, Stage stage, String why) {
    String question = "the dose of " + now.dosing().drug();
    Optional<Measured> weight = now.weight();
    if (weight.isEmpty()) {
      String missing = "a weight of the last " + DoseOnDay.WEIGHT_DAYS + " days";
      return List.of(unknown(now, stage, question, missing));
    }
    if (now.capsules().isEmpty()) {
      return List.of(unknown(now, stage, question, "the capsules that exist"));
    }
    Range range = DoseOnDay.range(stage, weight.get().value());
    Optional<Choice> chosen = now.capsules().get().choose(range);
    if (chosen.isEmpty()) {
      return List.of(unknown(now, stage, question, "a capsule small enough"));
    }
    return List.of(advised(now, stage, weight.get(), chosen.get(), why));
  }

  private static Advice unknown(DoseOnDay now, Stage stage, String question, String missing) {
    String sentence =
        "The protocol gives "
            + words(stage)
            + "; "
            + missing
            + " is needed to say how much that is.";
    return new Advice.CannotTell(question, missing, Because.of(stage.at(), now.facts(), sentence));
  }

  private static Advice advised(
      DoseOnDay now, Stage stage, Measured weight, Choice choice, String why) {
    Optional<LocalDate> until = stage.days().map(days -> now.day().plusDays(days - 1L));
    Because because =
        new Because(
            stage.at(),
            now::facts,
            () ->
                "The patient "
                    + why
                    + ": "
                    + words(stage)
                    + " for "
                    + weight.quantity().written()
                    + " ("
                    + weight.day()
                    + ") are "
                    + limits(stage, weight.value())
                    + " mg a day; capsules give "
                    + DoseOnDay.words(choice, Optional.of(weight))
                    + (choice.within() ? "." : ", the nearest that does not exceed it."));
    return new Advice.Dose(
        DoseOnDay.perKilogram(choice.total(), weight),
        choice.portions(),
        now.day(),
        until,
        because);
  }

  private static String limits(Stage stage, BigDecimal weight) {
    String high = DoseOnDay.plain(stage.high().multiply(weight));
    return stage.band() ? DoseOnDay.plain(stage.low().multiply(weight)) + " to " + high : high;
  }
}
