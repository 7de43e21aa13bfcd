// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Condition;
import casebook.clinic.protocol.ResponseDefinition.Confirming;
import casebook.clinic.protocol.ResponseDefinition.Course;
import casebook.clinic.protocol.ResponseDefinition.Grade;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.protocol.ResponseDefinition.Sign;
import casebook.clinic.protocol.Treatment;
import casebook.clinic.protocol.Treatment.Action;
import casebook.clinic.protocol.Treatment.Baseline;
import casebook.clinic.protocol.Treatment.CoMedicationRule;
import casebook.clinic.protocol.Treatment.DoseRule;
import casebook.clinic.protocol.Treatment.Dosing;
import casebook.clinic.protocol.Treatment.LevelAfter;
import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.clinic.protocol.Treatment.MonitoringLine;
import casebook.clinic.protocol.Treatment.Phase;
import casebook.clinic.protocol.Treatment.Stage;
import casebook.clinic.protocol.Treatment.Stance;
import casebook.clinic.protocol.Treatment.Step;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.protocol.Treatment.Trigger;
import casebook.clinic.protocol.Treatment.Window;
import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Quantity;
import casebook.clinic.record.Timeline;
import casebook.study.data.Censoring;
import casebook.study.language.Expr.Relation;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The protocol of the treatment letter, and events for it; day 0 is the first day of treatment.
final class LetterProtocol {
  static final LocalDate DAY_0 = LocalDate.of(2001, 1, 31);
  static final Span HERE = new Span("study.yaml", 1, 1, 1);
  private static final Unit NG = Units.read("ng/mL").orElseThrow();

  private LetterProtocol() {}

  static Protocol letter() {
    return with(Optional.of("whole blood"), false);
  }

  static Protocol with(Optional<String> specimen, boolean forecast) {
    return new Protocol(
        List.of(),
        new Measures(List.of()),
        new Treatment(
            dosing(List.of("10", "25", "50", "100")),
            Optional.of(level(specimen)),
            List.of(new Baseline("creatinine", 1, 2, 30, HERE)),
            monitoring(),
            List.of(creatinine(), bilirubin(), infection()),
            coMedication(),
            forecast,
            HERE),
        Optional.of(response()));
  }

  /// The letter with other capsules, for any specimen.
  static Protocol capsules(String... strengths) {
    Treatment t = with(Optional.empty(), false).treatment();
    Treatment changed =
        new Treatment(
            dosing(List.of(strengths)),
            t.level(),
            t.baselines(),
            t.monitoring(),
            t.doseRules(),
            t.coMedication(),
            t.forecast(),
            HERE);
    return new Protocol(List.of(), new Measures(List.of()), changed, letter().response());
  }

  /// The letter with other rules for the dose.
  static Protocol rules(DoseRule... rules) {
    Treatment t = letter().treatment();
    Treatment changed =
        new Treatment(
            t.dosing(),
            t.level(),
            t.baselines(),
            t.monitoring(),
            List.of(rules),
            t.coMedication(),
            t.forecast(),
            HERE);
    return new Protocol(List.of(), new Measures(List.of()), changed, letter().response());
  }

  private static Dosing dosing(List<String> capsules) {
    return new Dosing(
        "cyclosporine",
        List.of(
            new Stage(new BigDecimal("5"), new BigDecimal("5"), Optional.of(6), HERE),
            new Stage(new BigDecimal("2.5"), new BigDecimal("3"), Optional.empty(), HERE)),
        2,
        capsules.stream().map(BigDecimal::new).toList(),
        HERE,
        HERE);
  }

  private static LevelWindow level(Optional<String> specimen) {
    return new LevelWindow(
        "cya_level",
        "trough",
        new Window(BigDecimal.valueOf(200), BigDecimal.valueOf(400), NG),
        specimen,
        Optional.empty(),
        3,
        HERE);
  }

  private static List<MonitoringLine> monitoring() {
    Phase monthly = new Phase(new Steps(1, Step.MONTHS), 7, false, Optional.empty(), HERE);
    Phase weekly =
        new Phase(new Steps(1, Step.WEEKS), 2, false, Optional.of(new Steps(1, Step.MONTHS)), HERE);
    Phase two = new Phase(new Steps(2, Step.MONTHS), 7, false, Optional.empty(), HERE);
    Phase six = new Phase(new Steps(6, Step.MONTHS), 14, false, Optional.empty(), HERE);
    return List.of(
        new MonitoringLine(
            "blood count", List.of("platelets"), List.of(monthly), Optional.of(six), HERE),
        new MonitoringLine(
            "level and kidney",
            List.of("cya_level", "creatinine"),
            List.of(weekly, two),
            Optional.of(six),
            HERE));
  }

  static DoseRule creatinine() {
    return new DoseRule(
        "creatinine > 150 % of baseline",
        new Trigger.OfBaseline("creatinine", Relation.GREATER, new BigDecimal("150"), HERE),
        List.of(new Action.Reduce(new BigDecimal("25"), Optional.of(10))),
        Optional.of(
            new Trigger.OfBaseline("creatinine", Relation.AT_MOST, new BigDecimal("125"), HERE)),
        List.of(new Action.Stop(Optional.empty()), new Action.Ask()),
        HERE);
  }

  static DoseRule bilirubin() {
    return new DoseRule(
        "bilirubin > 3 mg/dL",
        new Trigger.OfValue(
            "bilirubin",
            Relation.GREATER,
            new BigDecimal("3"),
            Units.read("mg/dL").orElseThrow(),
            HERE),
        List.of(new Action.Stop(Optional.of(7)), new Action.Ask()),
        Optional.empty(),
        List.of(),
        HERE);
  }

  private static DoseRule infection() {
    return new DoseRule(
        "infection or intolerance",
        new Trigger.Happening(List.of("infection", "intolerance"), HERE),
        List.of(
            new Action.Reduce(new BigDecimal("25"), Optional.of(3)),
            new Action.Stop(Optional.of(3))),
        Optional.empty(),
        List.of(),
        HERE);
  }

  private static List<CoMedicationRule> coMedication() {
    Optional<LevelAfter> none = Optional.empty();
    return List.of(
        new CoMedicationRule(
            "grapefruit juice", Stance.PERMITTED, Optional.of(new LevelAfter(5, 7)), HERE),
        new CoMedicationRule("felodipine", Stance.NOTE, none, HERE),
        new CoMedicationRule("eradication", Stance.BEFORE_OR_AFTER, none, HERE),
        new CoMedicationRule("ketoconazole", Stance.NOT_PERMITTED, none, HERE));
  }

  private static ResponseDefinition response() {
    return new ResponseDefinition(
        "this study",
        "platelets",
        List.of(
            new Grade(Response.COMPLETE, count("150"), HERE),
            new Grade(Response.PARTIAL, count("80"), HERE),
            new Grade(Response.NONE, Optional.empty(), HERE)),
        new Confirming(Optional.empty(), Optional.of(new Steps(4, Step.WEEKS))),
        new Course(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.of(new Steps(6, Step.MONTHS))),
        HERE);
  }

  private static Optional<Condition> count(String limit) {
    Sign sign = new Sign.Than(Relation.AT_LEAST, new BigDecimal(limit));
    return Optional.of(new Condition(List.of(List.of(sign)), "platelets >= " + limit, HERE));
  }

  static LocalDate day(int day) {
    return DAY_0.plusDays(day);
  }

  static Event dose(int day, String mg) {
    return new Event.Dose(
        Entry.of(day(day), 1), "cyclosporine", new BigDecimal(mg), Optional.empty());
  }

  static Event value(int day, String name, String value, String unit) {
    return new Event.Measurement(
        Entry.of(day(day), 1),
        name,
        Quantity.of(new BigDecimal(value), Units.read(unit).orElseThrow()));
  }

  static Event marked(int day, String value) {
    return new Event.Measurement(
        new Entry(day(day), Optional.empty(), 1, "baseline"),
        "creatinine",
        Quantity.of(new BigDecimal(value), Units.read("mg/dL").orElseThrow()));
  }

  static Event weight(int day, String kilograms) {
    return value(day, "weight", kilograms, "kg");
  }

  static Event creatinine(int day, String value) {
    return value(day, "creatinine", value, "mg/dL");
  }

  static Event platelets(int day, String value) {
    return value(day, "platelets", value, "10^9/L");
  }

  /// A trough in whole blood, 12 hours after the dose.
  static Event.Level trough(int day, String value) {
    return level(day, value, "12", "whole blood", "");
  }

  static Event.Level level(int day, String value, String hours, String specimen, String assay) {
    Censoring side =
        value.startsWith("<")
            ? Censoring.BELOW
            : value.startsWith(">") ? Censoring.ABOVE : Censoring.NONE;
    BigDecimal number = new BigDecimal(value.replaceAll("[<>]", ""));
    return new Event.Level(
        Entry.of(day(day), 1),
        "cya_level",
        new Quantity(number, Optional.empty(), NG, side, value + " ng/mL"),
        Optional.of(specimen).filter(it -> !it.isEmpty()),
        Optional.of(assay).filter(it -> !it.isEmpty()),
        Optional.<LocalDateTime>empty(),
        Optional.of(hours).filter(it -> !it.isEmpty()).map(BigDecimal::new));
  }

  static Event drug(int from, Optional<Integer> to, String name) {
    return new Event.CoMedication(Entry.of(day(from), 1), name, true, to.map(LetterProtocol::day));
  }

  static Event complication(int day, String name, String note) {
    return new Event.Complication(
        new Entry(day(day), Optional.empty(), 1, note),
        name,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /// What a rule says for a day, one line an advice.
  static List<String> lines(Rule rule, Protocol protocol, int today, Event... events) {
    Timeline patient = Timeline.of("1", events).until(day(today));
    return rule.advise(protocol, patient, day(today)).stream().map(LetterProtocol::line).toList();
  }

  private static String line(Advice advice) {
    return switch (advice) {
      case Advice.Dose dose ->
          "dose "
              + dose.portions().stream()
                  .map(BigDecimal::toPlainString)
                  .collect(Collectors.joining("+"))
              + " from "
              + day(dose.from())
              + dose.until().map(it -> " to " + day(it)).orElse("");
      case Advice.Stop stop ->
          "stop from " + day(stop.from()) + stop.until().map(it -> " to " + day(it)).orElse("");
      case Advice.TestDue due ->
          due.status()
              + " "
              + String.join(" ", due.measures())
              + " on "
              + day(due.due())
              + " ("
              + day(due.window().first())
              + " to "
              + day(due.window().last())
              + ")";
      case Advice.Warning warning -> "warning by " + warning.source() + ": " + warning.text();
      case Advice.Note note -> "note: " + note.text();
      case Advice.CannotTell unknown ->
          "cannot tell " + unknown.question() + " without " + unknown.missing();
      case Advice.Eligible eligible -> "eligible " + eligible.verdict();
      case Advice.State state -> "state " + state.response();
    };
  }

  private static long day(LocalDate day) {
    return day.toEpochDay() - DAY_0.toEpochDay();
  }

  /// The sentences of what a rule says for a day.
  static List<String> sentences(Rule rule, Protocol protocol, int today, Event... events) {
    Timeline patient = Timeline.of("1", events).until(day(today));
    return rule.advise(protocol, patient, day(today)).stream()
        .map(it -> it.because().sentence())
        .toList();
  }

  /// Several events at once.
  static Event[] events(Event[] some, Event... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Event[]::new);
  }
}
