// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.clinic.protocol.Treatment.Stage;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Level;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.response.GradedCount;
import casebook.clinic.response.ResponseCourse;
import casebook.clinic.rule.Advice.Because;
import casebook.clinic.rule.Advice.Days;
import casebook.clinic.rule.Advice.Status;
import casebook.clinic.rule.Capsules.Choice;
import casebook.clinic.rule.LevelValidity.Objection;
import casebook.clinic.rule.WindowStep.Doses;
import casebook.clinic.rule.WindowStep.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the last level says of the dose ([LevelValidity], [WindowStep]).
///
/// Only a level under the dose in force counts, and only in a stage with a band of doses. A
/// response is that of the last count of 31 days. No dose is raised while a rule of toxicity cannot
/// be told; one that is too high is lowered. While a rule of toxicity or a complication holds the
/// dose, the level changes nothing.
public record TroughWindow() implements Rule {
  private static final int COUNT_DAYS = 31;
  private static final int RECHECK_WINDOW = 7;

  @Override
  public List<Advice> advise(PatientDay day) {
    DoseOnDay now = day.now();
    Optional<LevelWindow> window = day.protocol().treatment().level();
    if (window.isEmpty() || now.dose().isEmpty()) {
      return List.of();
    }
    Optional<Level> level = Levels.latest(window.get(), now);
    return level.isEmpty() || level.get().day().isBefore(now.changed())
        ? List.of()
        : judged(day, window.get(), level.get());
  }

  private static List<Advice> judged(PatientDay day, LevelWindow window, Level level) {
    DoseOnDay now = day.now();
    List<Objection> objections = Levels.objections(window, level, now);
    List<Advice> advice = new ArrayList<>();
    for (Objection objection : objections) {
      if (objection.againstWindow()) {
        advice.add(objected(window, level, objection));
      }
    }
    if (!advice.isEmpty() || day.restrained()) {
      return advice;
    }
    return stepped(day, window, level);
  }

  private static Advice objected(LevelWindow window, Level level, Objection objection) {
    String text = Levels.words(window, level, objection);
    Because because = Because.of(window.at(), List.of(level), text);
    return objection.missing()
        ? new Advice.CannotTell(
            "whether the level of " + level.day() + " is in its window",
            Levels.missing(objection),
            because)
        : new Advice.Warning(text, "protocol", because);
  }

  private static List<Advice> stepped(PatientDay day, LevelWindow window, Level level) {
    DoseOnDay now = day.now();
    Optional<Stage> stage = now.stage(now.day()).filter(Stage::band);
    Optional<Measured> weight = now.weight();
    int side = window.window().side(level.value());
    if (!certain(level, side)) {
      return List.of(unknown(window, level, now, "what the level means", "the level as a number"));
    }
    if (side == 0) {
      return List.of(note(window, level, now, "lies in its window: no change"));
    }
    if (stage.isEmpty()) {
      return List.of();
    }
    if (weight.isEmpty() || now.capsules().isEmpty()) {
      String missing =
          weight.isEmpty() ? "a weight of the last 30 days" : "the capsules that exist";
      return List.of(unknown(window, level, now, "the dose of " + now.dosing().drug(), missing));
    }
    BigDecimal kilograms = weight.get().value();
    Doses doses =
        new Doses(
            now.dose().orElseThrow().mgPerDay(),
            stage.get().low().multiply(kilograms),
            stage.get().high().multiply(kilograms));
    Reading reading = new Reading(level.value(), window.window().low(), window.window().high());
    Capsules capsules = now.capsules().get();
    WindowStep step = WindowStep.of(reading, doses, responds(day), capsules);
    if (step instanceof WindowStep.Raise && day.untold()) {
      return List.of(unknown(window, level, now, PatientDay.WHETHER_RAISED, PatientDay.BASELINES));
    }
    return advised(step, window, level, now);
  }

  /// Says whether the level is on its side of the window for certain: below 25 is low, whatever it
  /// truly is.
  private static boolean certain(Level level, int side) {
    return switch (level.quantity().censoring()) {
      case NONE -> true;
      case BELOW -> side < 0;
      case ABOVE -> side > 0;
    };
  }

  /// Whether the last count of 31 days that counts is a response, confirmed or not.
  private static Optional<Boolean> responds(PatientDay day) {
    LocalDate from = day.day().minusDays(COUNT_DAYS);
    return day.response()
        .flatMap(ResponseCourse::last)
        .filter(it -> !it.day().isBefore(from))
        .flatMap(GradedCount::grade)
        .map(it -> it != Response.NONE);
  }

  private static List<Advice> advised(
      WindowStep step, LevelWindow window, Level level, DoseOnDay now) {
    return switch (step) {
      case WindowStep.Keep() -> List.of(note(window, level, now, "lies in its window: no change"));
      case WindowStep.KeepForResponse() ->
          List.of(
              note(window, level, now, "is low, but there is a response: the dose is not raised"));
      case WindowStep.ResponseUnknown() ->
          List.of(
              unknown(
                  window,
                  level,
                  now,
                  PatientDay.WHETHER_RAISED,
                  "a count of the last " + COUNT_DAYS + " days that can be graded"));
      case WindowStep.Raise(var dose, var reaches) -> {
        List<Advice> advice = changed(window, level, now, dose, "is low without a response");
        if (!reaches) {
          advice.add(outOfReach(window, level, now));
        }
        yield advice;
      }
      case WindowStep.OutOfReach() -> List.of(outOfReach(window, level, now));
      case WindowStep.Lower(var dose, var below) ->
          changed(
              window,
              level,
              now,
              dose,
              below ? "is high; the lower dose lies below the band" : "is high");
      case WindowStep.NoSmallerDose() -> {
        String text =
            sentence(
                window,
                level,
                now,
                "is high, and no capsules make a dose that is" + " smaller by 25 % at most");
        yield List.of(new Advice.Warning(text, "protocol", because(window, level, now, text)));
      }
    };
  }

  private static Advice outOfReach(LevelWindow window, Level level, DoseOnDay now) {
    String text =
        sentence(window, level, now, "is low: the target cannot be reached inside the band");
    return new Advice.Warning(text, "protocol", because(window, level, now, text));
  }

  private static Advice note(LevelWindow window, Level level, DoseOnDay now, String what) {
    return new Advice.Note(
        new Because(
            window.at(), () -> facts(level, now), () -> sentence(window, level, now, what)));
  }

  private static Advice unknown(
      LevelWindow window, Level level, DoseOnDay now, String question, String missing) {
    String text = sentence(window, level, now, "cannot be answered without " + missing);
    return new Advice.CannotTell(question, missing, because(window, level, now, text));
  }

  private static List<Advice> changed(
      LevelWindow window, Level level, DoseOnDay now, Choice dose, String what) {
    Measured weight = now.weight().orElseThrow();
    Because because =
        new Because(
            window.at(),
            () -> facts(level, now),
            () ->
                sentence(window, level, now, what)
                    + " "
                    + DoseOnDay.plain(now.dose().orElseThrow().mgPerDay())
                    + " mg a day become "
                    + DoseOnDay.words(dose, Optional.of(weight))
                    + ", "
                    + DoseOnDay.share(dose.total(), now.dose().orElseThrow().mgPerDay())
                    + " of it.");
    LocalDate due = now.day().plusDays(window.steadyAfterDays());
    List<Advice> advice = new ArrayList<>();
    advice.add(
        new Advice.Dose(
            DoseOnDay.perKilogram(dose.total(), weight),
            dose.portions(),
            now.day(),
            Optional.empty(),
            because));
    advice.add(
        new Advice.TestDue(
            "level after a change of dose",
            List.of(window.measure()),
            due,
            new Days(due, due.plusDays(RECHECK_WINDOW)),
            Status.COMING,
            because));
    return advice;
  }

  private static String sentence(LevelWindow window, Level level, DoseOnDay now, String what) {
    return "The level of "
        + level.quantity().written()
        + " on "
        + level.day()
        + " (window "
        + DoseOnDay.plain(window.window().low())
        + " to "
        + DoseOnDay.plain(window.window().high())
        + ", at "
        + DoseOnDay.plain(now.dose().orElseThrow().mgPerDay())
        + " mg a day) "
        + what
        + ".";
  }

  private static Because because(LevelWindow window, Level level, DoseOnDay now, String sentence) {
    return Because.of(window.at(), facts(level, now), sentence);
  }

  private static List<Event> facts(Level level, DoseOnDay now) {
    List<Event> facts = new ArrayList<>(now.facts());
    facts.add(level);
    return facts;
  }
}
