// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Measures.Measure;
import casebook.clinic.record.Quantity;
import casebook.study.data.Censoring;
import casebook.study.language.DataFiles.Writing;
import casebook.study.problem.Checked;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Span;
import casebook.study.source.WrittenNumber;
import casebook.study.unit.MolarMass;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the value and the unit of a row, and brings the value to the declared unit.
final class ValueReading {
  private static final Pattern PAIR = Pattern.compile("([^/]+)/([^/]+)");
  private static final Unit MG_PER_DAY = Units.read("mg/d").orElseThrow();

  /// So many times the upper end of the normal range is a mistake of units or of the point.
  private static final BigDecimal IMPLAUSIBLE = new BigDecimal(20);

  private final Measures measures;
  private final Writing writing;
  private final RowFlaws flaws;
  private final Shared<Quantity> quantities = new Shared<>();

  ValueReading(Measures measures, Writing writing, RowFlaws flaws) {
    this.measures = measures;
    this.writing = writing;
    this.flaws = flaws;
  }

  /// The value of a measurement; empty when it, its unit or its name cannot be read.
  Optional<Quantity> measured(EventRow row) {
    String name = row.cell("name");
    Optional<Measure> measure = measures.find(name).filter(Measure::measured);
    if (measure.isEmpty()) {
      String nearest = NearestWord.question(name, measures.measured());
      flaws.error(
          row.line(),
          "data/unknown-measurement",
          "`" + name + "` is not a measurement that the study file declares.",
          nearest.isEmpty()
              ? "Declared are " + String.join(", ", measures.measured()) + "."
              : nearest);
      return Optional.empty();
    }
    Optional<Unit> unit = unit(row, measure.get().unit());
    return unit.flatMap(it -> measured(row, measure.get(), it));
  }

  private Optional<Quantity> measured(EventRow row, Measure measure, Unit unit) {
    Matcher pair = PAIR.matcher(row.cell("value"));
    boolean two = pair.matches();
    Optional<WrittenNumber> first =
        written(row, "value", two ? pair.group(1).strip() : row.cell("value"));
    Optional<WrittenNumber> second =
        two ? written(row, "value", pair.group(2).strip()) : Optional.empty();
    if (first.isEmpty() || (two && second.isEmpty())) {
      return Optional.empty();
    }
    Optional<BigDecimal> value = converted(row, first.get().value(), unit, measure);
    Optional<BigDecimal> below = second.flatMap(it -> converted(row, it.value(), unit, measure));
    String words = row.cell("value") + (unit.printed().isEmpty() ? "" : " " + unit.printed());
    return value
        .filter(it -> plausible(row, it, measure))
        .map(it -> new Quantity(it, below, measure.unit(), first.get().censoring(), words))
        .map(quantities::of);
  }

  private Optional<Unit> unit(EventRow row, Unit declared) {
    String words = row.cell("unit");
    if (words.isEmpty()) {
      return Optional.of(declared);
    }
    Optional<Unit> unit = Units.read(words);
    if (unit.isEmpty()) {
      String nearest = NearestWord.question(words, Units.common());
      flaws.error(
          row.line(),
          "data/unknown-unit",
          "Column `unit`: `" + words + "` is not a unit that is known here.",
          nearest.isEmpty() ? "Write a unit such as 10^9/L, mg/dL, kg." : nearest);
    }
    return unit;
  }

  private Optional<BigDecimal> converted(
      EventRow row, BigDecimal value, Unit unit, Measure measure) {
    if (unit.equals(measure.unit())) {
      return Optional.of(value);
    }
    OptionalDouble mass = MolarMass.of(measure.name());
    Optional<BigDecimal> converted =
        mass.isPresent()
            ? unit.convert(value, measure.unit(), mass.getAsDouble())
            : unit.convert(value, measure.unit());
    if (converted.isEmpty()) {
      flaws.error(
          row.line(),
          "data/unit-does-not-convert",
          "`"
              + measure.name()
              + "` is declared in "
              + shown(measure.unit())
              + "; "
              + shown(unit)
              + " does not convert into it.",
          "Correct the unit, or write the value in " + shown(measure.unit()) + ".");
    }
    return converted;
  }

  private static String shown(Unit unit) {
    return unit.printed().isEmpty() ? "no unit" : unit.printed();
  }

  private boolean plausible(EventRow row, BigDecimal value, Measure measure) {
    boolean beyond =
        measure
            .normal()
            .map(it -> value.compareTo(it.high().multiply(IMPLAUSIBLE)) > 0)
            .orElse(false);
    if (value.signum() < 0 || (beyond && !row.cell("confirmed").equals("yes"))) {
      flaws.error(
          row.line(),
          "data/implausible-value",
          "`"
              + measure.name()
              + "` of "
              + value.toPlainString()
              + " "
              + shown(measure.unit())
              + " is "
              + (value.signum() < 0
                  ? "less than 0."
                  : "more than 20 times the upper end of its normal range."),
          "Correct the value or its unit, or write yes in a column `confirmed`.");
      return false;
    }
    return true;
  }

  /// A daily dose in mg.
  Optional<BigDecimal> dose(EventRow row) {
    Optional<Unit> unit = unit(row, MG_PER_DAY);
    if (unit.isPresent() && !unit.get().converts(MG_PER_DAY)) {
      flaws.error(
          row.line(),
          "data/dose-unit",
          "A dose is given as mg a day, and this one is in " + shown(unit.get()) + ".",
          "Write the whole dose of a day in mg/d.");
      return Optional.empty();
    }
    Optional<BigDecimal> mg =
        unit.flatMap(
            it -> number(row, "value").map(value -> it.convert(value, MG_PER_DAY).orElseThrow()));
    if (mg.isPresent() && mg.get().signum() < 0) {
      flaws.error(
          row.line(), "data/negative-dose", "A dose is less than 0.", "Write 0 for a stop.");
      return Optional.empty();
    }
    return mg;
  }

  /// A plain number in a column; a detection limit is none.
  Optional<BigDecimal> number(EventRow row, String column) {
    Optional<WrittenNumber> number = written(row, column, row.cell(column));
    if (number.isPresent() && number.get().censoring() != Censoring.NONE) {
      flaws.error(
          row.line(),
          "data/limit-of-a-dose",
          "Column `" + column + "`: `" + row.cell(column) + "` is a limit, not a number.",
          "Write the number.");
      return Optional.empty();
    }
    return number.map(WrittenNumber::value);
  }

  private Optional<WrittenNumber> written(EventRow row, String column, String text) {
    if (text.isEmpty()) {
      flaws.error(
          row.line(),
          "data/event-without-value",
          "Column `" + column + "` is empty.",
          "Write the value, or strike the row.");
      return Optional.empty();
    }
    Checked<WrittenNumber> read = WrittenNumber.read(text, writing, Span.ofLine("", row.line()));
    String header = row.cell(VisitRows.COLUMN).isEmpty() ? column : row.cell(VisitRows.COLUMN);
    flaws.take(row.line(), header, read.problems());
    return read.value();
  }
}
