// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment.Dosing;
import casebook.clinic.protocol.Treatment.Stage;
import casebook.clinic.record.DoseSeries;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Timeline;
import casebook.clinic.rule.Capsules.Choice;
import casebook.clinic.rule.Capsules.Range;
import casebook.study.report.style.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a patient takes of the drug on a day, and what is needed to change it.
///
/// What rules ask again and again is found once.
final class DoseOnDay {
  private static final String WEIGHT = "weight";

  /// For so many days a weight holds.
  static final int WEIGHT_DAYS = 30;

  private final Dosing dosing;
  private final Timeline patient;
  private final LocalDate day;
  private final DoseSeries doses;
  private final Optional<Event.Dose> dose;
  private final Optional<Measured> lastWeight;

  /// @param dosing the drug, its stages and capsules
  /// @param patient what had happened by the end of the day; of a later one where only dose and
  ///   weight are asked
  /// @param day the day
  DoseOnDay(Dosing dosing, Timeline patient, LocalDate day) {
    this.dosing = dosing;
    this.patient = patient;
    this.day = day;
    doses = patient.dosing(dosing.drug());
    dose = doses.on(day);
    lastWeight = weightBy(day);
  }

  /// The drug, its stages and capsules.
  Dosing dosing() {
    return dosing;
  }

  /// The patient.
  Timeline patient() {
    return patient;
  }

  /// The day.
  LocalDate day() {
    return day;
  }

  static DoseOnDay of(Protocol protocol, Timeline patient, LocalDate day) {
    return new DoseOnDay(protocol.treatment().dosing(), patient, day);
  }

  /// All doses of the drug.
  DoseSeries doses() {
    return doses;
  }

  /// The dose in force.
  Optional<Event.Dose> dose() {
    return dose;
  }

  /// The first day of treatment; empty where it has not begun.
  Optional<LocalDate> start() {
    return doses.start();
  }

  /// The stage of a day of treatment; empty where the file gives no dose.
  Optional<Stage> stage(LocalDate other) {
    return dosing.stages().isEmpty()
        ? Optional.empty()
        : Optional.of(dosing.stage(other.toEpochDay() - doses.start().orElseThrow().toEpochDay()));
  }

  /// The day since which the dose in force has been taken. There must be one.
  LocalDate changed() {
    return LocalDate.ofEpochDay(changedOn());
  }

  private int changedOn() {
    return doses.changed(day.toEpochDay()).orElseThrow();
  }

  /// Whole days since the dose last changed; empty when nothing is taken.
  Optional<Long> daysOnDose() {
    return dose.isPresent() ? Optional.of(day.toEpochDay() - changedOn()) : Optional.empty();
  }

  /// The weight, if it is recent enough to dose by.
  Optional<Measured> weight() {
    return lastWeight.isPresent() && !lastWeight.get().day().isBefore(day.minusDays(WEIGHT_DAYS))
        ? lastWeight
        : Optional.empty();
  }

  /// The last weight, however old: good enough to say what a dose is per kilogram.
  Optional<Measured> lastWeight() {
    return lastWeight;
  }

  /// The last weight by a day, if it can be dosed by.
  Optional<Measured> weightBy(LocalDate day) {
    Optional<Measured> last = patient.latest(WEIGHT, day);
    return last.isPresent() && usable(last.get()) ? last : Optional.empty();
  }

  private static boolean usable(Measured weight) {
    return weight.quantity().exact() && weight.value().signum() > 0;
  }

  /// The capsules; empty where the file declares none.
  Optional<Capsules> capsules() {
    return dosing.capsules().isEmpty()
        ? Optional.empty()
        : Optional.of(new Capsules(dosing.capsules(), dosing.timesPerDay()));
  }

  /// The events behind the arithmetic: dose and weight.
  List<Event> facts() {
    List<Event> facts = new ArrayList<>();
    dose().ifPresent(facts::add);
    lastWeight().ifPresent(facts::add);
    return facts;
  }

  /// The daily doses of a stage, for a weight in kg.
  static Range range(Stage stage, BigDecimal weight) {
    return stage.band()
        ? Range.band(stage.low(), stage.high(), weight)
        : Range.upTo(stage.low().multiply(weight));
  }

  /// mg/kg/d of a daily dose, with 16 digits.
  static BigDecimal perKilogram(BigDecimal dose, Measured weight) {
    return dose.divide(weight.value(), MathContext.DECIMAL64);
  }

  /// A dose in words: `100 + 75 mg (175 mg a day, 2.92 mg/kg/d)`.
  static String words(Choice choice, Optional<Measured> weight) {
    String parts =
        choice.portions().stream().map(DoseOnDay::plain).collect(Collectors.joining(" + "));
    String total = plain(choice.total()) + " mg a day";
    return parts
        + " mg ("
        + weight
            .map(it -> total + ", " + decimals(perKilogram(choice.total(), it), 2) + " mg/kg/d")
            .orElse(total)
        + ")";
  }

  /// One number as a share of another: `70.0 %`.
  static String share(BigDecimal part, BigDecimal whole) {
    BigDecimal percent = part.movePointRight(2).divide(whole, MathContext.DECIMAL64);
    return decimals(percent, 1) + " %";
  }

  static String decimals(BigDecimal value, int count) {
    return Numbers.decimals(value.doubleValue(), count);
  }

  /// A decimal without zeros at its end.
  static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
