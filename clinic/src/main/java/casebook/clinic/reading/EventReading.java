// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.protocol.Measures;
import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Quantity;
import casebook.study.language.DataFiles.Writing;
import casebook.study.problem.NearestWord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one row as an event; what is wrong with it is told, and the row gives no event then.
final class EventReading {
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.h](\\d{2})(?::\\d{2})?");
  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{1,2}[:.h]\\d{2}(?::\\d{2})?)");

  private final Measures measures;
  private final List<String> drugs;
  private final String treatment;
  private final ValueReading values;
  private final RowFlaws flaws;
  private final Shared<LocalDate> days = new Shared<>();

  /// @param measures what may happen
  /// @param treatment the drug of the treatment; empty when there is none
  EventReading(Measures measures, String treatment, Writing writing, RowFlaws flaws) {
    this.measures = measures;
    this.drugs = measures.names(Measures.Kind.DRUG);
    this.treatment = treatment;
    this.values = new ValueReading(measures, writing, flaws);
    this.flaws = flaws;
  }

  /// The event of a row; empty when the row is wrong.
  Optional<Event> event(EventRow row) {
    Optional<Entry> entry = entry(row);
    return entry.isEmpty() ? Optional.empty() : event(row, entry.get());
  }

  private Optional<Event> event(EventRow row, Entry entry) {
    return switch (row.cell("kind")) {
      case "measurement" -> measurement(row, entry);
      case "level" -> level(row, entry);
      case "dose" -> dose(row, entry);
      case "comedication" -> coMedication(row, entry);
      case "drug" ->
          row.cell("name").equals(treatment) ? dose(row, entry) : coMedication(row, entry);
      case "bleeding" -> bleeding(row, entry);
      case "complication" -> complication(row, entry);
      case "procedure" -> named(row).map(name -> new Event.Procedure(entry, name));
      case "death" -> Optional.of(new Event.Death(entry, cause(row)));
      case "contact" -> Optional.of(new Event.Contact(entry));
      default -> Optional.empty(); // an unknown kind was told when the column was read
    };
  }

  private static String cause(EventRow row) {
    return row.cell("value").isEmpty() ? row.cell("name") : row.cell("value");
  }

  private Optional<Entry> entry(EventRow row) {
    String time = row.cell("time");
    Optional<LocalTime> clock = clock(time);
    if (!time.isEmpty() && clock.isEmpty()) {
      flaws.error(
          row.line(),
          "data/clock-time",
          "`" + time + "` is not a time on the clock.",
          "Write hours and minutes: 08:30.");
      return Optional.empty();
    }
    return Optional.of(new Entry(days.of(row.day()), clock, row.line(), row.cell("note")));
  }

  private static Optional<LocalTime> clock(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Event> measurement(EventRow row, Entry entry) {
    Optional<Measures.Measure> measure = measures.find(row.cell("name"));
    return measure.isPresent() && measure.get().kind() == Measures.Kind.LEVEL
        ? level(row, entry)
        : values.measured(row).map(quantity -> new Event.Measurement(entry, name(row), quantity));
  }

  /// The name as the study file has it, one object for all rows.
  private String name(EventRow row) {
    return measures.find(row.cell("name")).map(Measures.Measure::name).orElseThrow();
  }

  private Optional<Event> level(EventRow row, Entry entry) {
    Optional<Quantity> quantity = values.measured(row);
    Optional<LocalDateTime> dose = lastDose(row, entry);
    Optional<BigDecimal> hours =
        row.cell("hours_since_dose").isEmpty()
            ? Optional.empty()
            : values.number(row, "hours_since_dose");
    return quantity.map(value ->
        new Event.Level(
            entry,
            name(row),
            value,
            Optional.of(row.cell("specimen")).filter(it -> !it.isEmpty()),
            Optional.of(row.cell("assay")).filter(it -> !it.isEmpty()),
            dose,
            hours));
  }

  /// The time of the last dose: a day with a time, or a time on the clock, which is that of the day
  /// before when it is later than the sample.
  private Optional<LocalDateTime> lastDose(EventRow row, Entry entry) {
    String text = row.cell("last_dose");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalTime> time = clock(text);
    if (time.isPresent()) {
      boolean before = entry.time().map(sample -> time.get().isAfter(sample)).orElse(false);
      return entry.time().map(sample -> entry.day().minusDays(before ? 1 : 0).atTime(time.get()));
    }
    Matcher moment = MOMENT.matcher(text);
    Optional<LocalTime> clock = moment.matches() ? clock(moment.group(2)) : Optional.empty();
    if (clock.isEmpty()) {
      flaws.error(
          row.line(),
          "data/last-dose",
          "`" + text + "` does not say when the last dose was taken.",
          "Write the time, 20:30, or the day and the time, 2004-03-28 20:30.");
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(moment.group(1)).atTime(clock.get()));
    } catch (DateTimeException e) {
      flaws.error(
          row.line(),
          "data/last-dose-day",
          "`" + moment.group(1) + "` is not a day of the calendar.",
          "");
      return Optional.empty();
    }
  }

  private Optional<Event> dose(EventRow row, Entry entry) {
    String drug = row.cell("name").isEmpty() ? treatment : row.cell("name");
    Optional<String> known = drugs.stream().filter(it -> it.equalsIgnoreCase(drug)).findFirst();
    if (known.isEmpty()) {
      flaws.error(
          row.line(),
          "data/unknown-drug",
          "`" + drug + "` is not a drug that the study file declares.",
          question(drug));
      return Optional.empty();
    }
    Optional<BigDecimal> mg = values.dose(row);
    return mg.flatMap(
        it -> until(row).map(last -> new Event.Dose(entry, known.get(), it, last.day())));
  }

  private String question(String drug) {
    String nearest = NearestWord.question(drug, drugs);
    return nearest.isEmpty() ? "Declared are " + String.join(", ", drugs) + "." : nearest;
  }

  private Optional<Event> coMedication(EventRow row, Entry entry) {
    String written = row.cell("name").isEmpty() ? row.cell("value") : row.cell("name");
    if (written.isEmpty()) {
      return named(row).map(name -> new Event.CoMedication(entry, name, false, Optional.empty()));
    }
    Optional<String> known = drugs.stream().filter(it -> it.equalsIgnoreCase(written)).findFirst();
    if (known.isEmpty()) {
      flaws.warning(
          row.line(),
          "data/unlisted-drug",
          "`"
              + written
              + "` is not among the drugs of the study file: what it does to the"
              + " treatment is not known here.",
          NearestWord.to(written.toLowerCase(Locale.ROOT), drugs)
              .map(near -> "Did you mean `" + near + "`?")
              .orElse("Declare it under `events:` as `{is: drug}`."));
    }
    return until(row)
        .map(last ->
            new Event.CoMedication(entry, known.orElse(written), known.isPresent(), last.day()));
  }

  private Optional<Event> bleeding(EventRow row, Entry entry) {
    String grade = row.cell("grade").isEmpty() ? row.cell("value") : row.cell("grade");
    return switch (grade) {
      case "+", "minor" -> Optional.of(new Event.Bleeding(entry, Event.Severity.MINOR));
      case "++", "major" -> Optional.of(new Event.Bleeding(entry, Event.Severity.MAJOR));
      case "0", "no", "none", "-" -> Optional.of(new Event.Contact(entry));
      default -> {
        flaws.error(
            row.line(),
            "data/bleeding-grade",
            grade.isEmpty()
                ? "It is not said how grave the bleeding was."
                : "`" + grade + "` does not say how grave the bleeding was.",
            "Write + (minor) or ++ (major).");
        yield Optional.empty();
      }
    };
  }

  private Optional<Event> complication(EventRow row, Entry entry) {
    String grade = row.cell("grade");
    boolean read = grade.isEmpty() || grade.matches("[1-5]");
    if (!read) {
      flaws.error(
          row.line(),
          "data/complication-grade",
          "`" + grade + "` is not a grade of a complication.",
          "Write 1, 2, 3, 4 or 5.");
    }
    return !read
        ? Optional.empty()
        : named(row)
            .flatMap(name ->
                until(row)
                    .map(last ->
                        new Event.Complication(
                            entry,
                            name,
                            grade.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Integer.valueOf(grade)),
                            last.day(),
                            row.cell("action"))));
  }

  private Optional<String> named(EventRow row) {
    String name = row.cell("name").isEmpty() ? row.cell("value") : row.cell("name");
    if (name.isEmpty()) {
      flaws.error(
          row.line(),
          "data/event-without-name",
          "The row does not say which " + row.cell("kind") + " it is.",
          "Write its name.");
    }
    return Optional.of(name).filter(it -> !it.isEmpty());
  }

  /// The last day of what lasts.
  private record Last(Optional<LocalDate> day) {}

  /// The last day, if any is said; empty when it lies before the first.
  private Optional<Last> until(EventRow row) {
    Optional<LocalDate> last =
        Optional.of(row.cell("until")).filter(it -> !it.isEmpty()).map(LocalDate::parse);
    if (last.isPresent() && last.get().isBefore(row.day())) {
      flaws.error(
          row.line(),
          "data/until-before",
          "The last day, " + last.get() + ", is before the first, " + row.day() + ".",
          "Correct one of them, or strike the row.");
      return Optional.empty();
    }
    return Optional.of(new Last(last));
  }
}
