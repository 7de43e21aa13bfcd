// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Measures.Kind;
import casebook.clinic.protocol.Measures.Measure;
import casebook.clinic.protocol.Treatment.CoMedicationRule;
import casebook.clinic.protocol.Treatment.DoseRule;
import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.clinic.protocol.Treatment.Trigger;
import casebook.clinic.protocol.Treatment.Window;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks whether what treatment and response name is declared among the events, and brings their
/// numbers to the units that are declared there.
final class Fitting {
  private static final Unit KG = Units.read("kg").orElseThrow();

  private final Measures measures;
  private final Problems problems;

  Fitting(Measures measures, Problems problems) {
    this.measures = measures;
    this.problems = problems;
  }

  /// The treatment with the numbers of its level and its rules in declared units.
  Treatment fit(Treatment treatment, Optional<ResponseDefinition> response) {
    named(treatment.dosing().drug(), Kind.DRUG, treatment.dosing().at());
    weight(treatment);
    treatment.baselines().forEach(it -> measured(it.measure(), it.at()));
    for (Treatment.MonitoringLine line : treatment.monitoring()) {
      line.measures().forEach(it -> measured(it, line.at()));
      boolean defined = response.flatMap(it -> it.course().stableRemission()).isPresent();
      if (line.stable().isPresent() && !defined) {
        problems.error(
            "protocol/no-stable-remission",
            line.stable().get().at(),
            "Visits change from stable remission on, and it is not said what that is.",
            "Write `stable remission: complete or partial at every count over 6 months` under"
                + " `response:`.");
      }
    }
    if (response.isEmpty() && !treatment.dosing().stops().isEmpty()) {
      problems.error(
          "protocol/stop-without-response",
          treatment.dosing().stops().getFirst().at(),
          "Treatment ends by the response, and it is not said what a response is.",
          "Write a section `response:`, or name a published one: `response: itp-iwg-2009`.");
    }
    for (CoMedicationRule rule : treatment.coMedication()) {
      named(rule.name(), Kind.DRUG, rule.at());
    }
    List<DoseRule> rules = new ArrayList<>();
    treatment.doseRules().forEach(rule -> rules.add(fit(rule, treatment)));
    return new Treatment(
        treatment.dosing(),
        treatment.level().flatMap(this::fit),
        treatment.baselines(),
        treatment.monitoring(),
        rules,
        treatment.coMedication(),
        treatment.forecast(),
        treatment.at());
  }

  /// The response, if what it counts is measured.
  ResponseDefinition fit(ResponseDefinition response, Measures declared) {
    if (!response.measure().isEmpty() && declared.find(response.measure()).isEmpty()) {
      measured(response.measure(), response.at());
    }
    return response;
  }

  private void weight(Treatment treatment) {
    Optional<Measure> weight = measures.find("weight");
    if (weight.isEmpty() || !weight.get().unit().converts(KG)) {
      problems.error(
          "protocol/no-weight",
          treatment.dosing().at(),
          weight.isEmpty()
              ? "A dose per kg needs body weights, and no event `weight` is declared."
              : "A dose per kg needs body weights; `weight` is declared in "
                  + shown(weight.get().unit())
                  + ".",
          "Write `weight: {unit: kg}` under `events:`.");
    } else if (!weight.get().unit().sameScale(KG)) {
      problems.add(
          Problem.note(
              "protocol/weight-converted",
              weight.get().at(),
              "Weights are declared in "
                  + shown(weight.get().unit())
                  + "; doses per kg are reckoned after converting."));
    }
  }

  private static String shown(Unit unit) {
    return unit.printed().isEmpty() ? "no unit" : unit.printed();
  }

  private Optional<Measure> measured(String name, Span at) {
    Optional<Measure> found = measures.find(name).filter(Measure::measured);
    if (found.isEmpty()) {
      unknown(name, measures.measured(), at);
    }
    return found;
  }

  private void named(String name, Kind kind, Span at) {
    if (measures.names(kind).stream().noneMatch(name::equals) && !name.isEmpty()) {
      unknown(name, measures.names(kind), at);
    }
  }

  private void unknown(String name, List<String> names, Span at) {
    String nearest = NearestWord.question(name, names);
    problems.error(
        "protocol/unknown-event",
        at,
        "`" + name + "` is not declared under `events:`.",
        nearest.isEmpty()
            ? "Declared are " + (names.isEmpty() ? "none" : String.join(", ", names)) + "."
            : nearest);
  }

  private Optional<LevelWindow> fit(LevelWindow level) {
    List<String> levels = measures.names(Kind.LEVEL);
    boolean guessed = level.measure().isEmpty();
    if (guessed && levels.size() != 1) {
      problems.error(
          "protocol/which-level",
          level.at(),
          "It is not said which event holds the level: "
              + (levels.isEmpty() ? "none is" : String.join(", ", levels) + " are")
              + " declared with specimen or hours since dose.",
          "Write `measure: cya_level` under `level:`.");
      return Optional.empty();
    }
    String name = guessed ? levels.getFirst() : level.measure();
    return measured(name, level.at())
        .flatMap(measure -> converted(level, measure))
        .map(window ->
            new LevelWindow(
                name,
                level.kind(),
                window,
                level.specimen(),
                level.hours(),
                level.steadyAfterDays(),
                level.at()));
  }

  private Optional<Window> converted(LevelWindow level, Measure measure) {
    Window window = level.window();
    Optional<BigDecimal> low = window.unit().convert(window.low(), measure.unit());
    Optional<BigDecimal> high = window.unit().convert(window.high(), measure.unit());
    if (low.isEmpty() || high.isEmpty()) {
      units(window.unit(), measure, level.at());
      return Optional.empty();
    }
    return Optional.of(new Window(low.get(), high.get(), measure.unit()));
  }

  private void units(Unit found, Measure measure, Span at) {
    problems.error(
        "protocol/units",
        at,
        shown(found)
            + " does not convert into "
            + shown(measure.unit())
            + ", the unit of `"
            + measure.name()
            + "`.",
        "Write the number in " + shown(measure.unit()) + ".");
  }

  private DoseRule fit(DoseRule rule, Treatment treatment) {
    return new DoseRule(
        rule.label(),
        fit(rule.trigger(), treatment),
        rule.actions(),
        rule.resume().map(it -> fit(it, treatment)),
        rule.otherwise(),
        rule.at());
  }

  private Trigger fit(Trigger trigger, Treatment treatment) {
    return switch (trigger) {
      case Trigger.OfBaseline it -> {
        boolean there = measured(it.measure(), it.at()).isPresent();
        if (there && treatment.baseline(it.measure()).isEmpty()) {
          problems.error(
              "protocol/no-baseline",
              it.at(),
              "This rule compares with the value before start, and it is not said how that is"
                  + " taken.",
              "Write `baseline: {"
                  + it.measure()
                  + ": mean of 1 to 2 values in the 30 days before start}`.");
        }
        yield it;
      }
      case Trigger.OfValue it ->
          measured(it.measure(), it.at()).map(measure -> inUnit(it, measure)).orElse(it);
      case Trigger.Happening it -> it;
    };
  }

  private Trigger.OfValue inUnit(Trigger.OfValue it, Measure measure) {
    if (it.unit().equals(Unit.NONE)) {
      return new Trigger.OfValue(it.measure(), it.relation(), it.value(), measure.unit(), it.at());
    }
    Optional<BigDecimal> value = it.unit().convert(it.value(), measure.unit());
    if (value.isEmpty()) {
      units(it.unit(), measure, it.at());
    }
    return new Trigger.OfValue(
        it.measure(), it.relation(), value.orElse(it.value()), measure.unit(), it.at());
  }
}
