// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.entry;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Measures.Kind;
import casebook.clinic.protocol.Measures.Measure;
import casebook.study.sheet.Book.Heading;
import casebook.study.sheet.Cells;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns of the sheets of visits and of events.
///
/// @param subject what the table of patients calls the id
/// @param measures what may happen
/// @param drug the drug of the treatment; empty: none
record EventColumns(String subject, Measures measures, Optional<String> drug) {
  private static final BigDecimal IMPLAUSIBLE = new BigDecimal(20);
  private static final String DAY = "The day, such as 2004-03-28.";
  private static final String TIME = "The time on the clock, such as 08:30, where it matters.";
  private static final String SPECIMEN =
      "Of a level: what was drawn, serum, plasma or whole blood.";
  private static final String LAST_DOSE =
      "Of a level: when the last dose before it was taken, such as 20:30.";
  private static final String STRUCK =
      "Why the row is wrong: it is not used then, and is listed. Write the right one below.";

  /// One row a visit.
  List<Heading> visits() {
    List<Heading> columns = new ArrayList<>();
    columns.add(words(subject, "The id, as in the sheet of patients.", 12));
    columns.add(new Heading("date", DAY, 12, new Cells.Days()));
    columns.add(words("time", TIME, 8));
    measures.list().forEach(it -> visit(it).ifPresent(columns::add));
    if (measures.list().stream().anyMatch(it -> it.kind() == Kind.LEVEL)) {
      columns.add(specimen());
      columns.add(words("assay", "Of a level: the method.", 12));
      columns.add(words("last_dose", LAST_DOSE, 12));
    }
    columns.add(
        new Heading(
            "bleeding",
            "Since the visit before: + minor, ++ major, none.",
            12,
            new Cells.OneOf(List.of("none", "+", "++"))));
    if (measures.list().stream().anyMatch(it -> it.kind() == Kind.TEXT)) {
      columns.add(grade("Of the complication: 1 to 5."));
    }
    columns.add(words("procedure", "A procedure, such as splenectomy.", 14));
    columns.addAll(last());
    return columns;
  }

  private Optional<Heading> visit(Measure measure) {
    String name = measure.name();
    int width = Math.max(11, Math.min(20, name.length() + 3));
    return switch (measure.kind()) {
      case NUMBER, LEVEL -> Optional.of(new Heading(name, number(measure), width, value(measure)));
      case DRUG ->
          Optional.of(
              drug.filter(name::equals).isPresent()
                  ? new Heading(
                      name,
                      "The daily dose in mg from this day on; 0 is a stop.",
                      width,
                      new Cells.Numbers(Optional.of(BigDecimal.ZERO), Optional.empty(), false))
                  : new Heading(
                      name,
                      "Whether it is taken; it lasts until the day before the visit that says no.",
                      width,
                      new Cells.OneOf(List.of("yes", "no"))));
      case TEXT -> Optional.of(words(name, measure.label() + ", in words.", 20));
      case CAUSE -> Optional.of(words(name, "The cause, on the day of death.", 16));
    };
  }

  private static Cells value(Measure measure) {
    return new Cells.Numbers(
        Optional.of(BigDecimal.ZERO),
        measure.normal().map(it -> it.high().multiply(IMPLAUSIBLE)),
        true);
  }

  private static String number(Measure measure) {
    String unit = measure.unit().printed();
    return "A number"
        + (unit.isEmpty() ? "" : " in " + unit)
        + measure
            .normal()
            .map(it ->
                "; normal are " + it.low().toPlainString() + " to " + it.high().toPlainString())
            .orElse("")
        + ".";
  }

  /// One row an event.
  List<Heading> events() {
    List<String> names = measures.list().stream().map(Measure::name).toList();
    String units =
        String.join(
            ", ",
            measures.list().stream()
                .filter(it -> !it.unit().printed().isEmpty())
                .map(it -> it.name() + " in " + it.unit().printed())
                .toList());
    List<Heading> columns =
        new ArrayList<>(
            List.of(
                words(subject, "The id, as in the sheet of patients.", 12),
                new Heading("date", DAY, 12, new Cells.Days()),
                words("time", TIME, 8),
                new Heading("kind", "What kind of event it is.", 15, new Cells.OneOf(kinds())),
                words(
                    "name",
                    "Which measurement, drug, complication or procedure: "
                        + String.join(", ", names)
                        + ".",
                    18),
                new Heading(
                    "value",
                    "The number: "
                        + units
                        + "; a dose in mg a day, 0 is a stop. A unit of its own stands beside it.",
                    10,
                    new Cells.Numbers(Optional.of(BigDecimal.ZERO), Optional.empty(), true)),
                words("unit", "Only where it is not the one of the study file.", 10),
                new Heading(
                    "until",
                    "The last day of a dose, a drug or a complication; empty: ongoing.",
                    12,
                    new Cells.Days())));
    columns.add(specimen());
    columns.add(words("assay", "Of a level: the method.", 12));
    columns.add(words("last_dose", LAST_DOSE, 12));
    columns.add(words("grade", "Of a bleeding + or ++, of a complication 1 to 5.", 8));
    columns.addAll(last());
    return columns;
  }

  private static List<String> kinds() {
    return List.of(
        "measurement",
        "level",
        "dose",
        "comedication",
        "bleeding",
        "complication",
        "procedure",
        "death",
        "contact");
  }

  private static Heading specimen() {
    List<String> specimens = List.of("serum", "plasma", "whole blood");
    return new Heading("specimen", SPECIMEN, 13, new Cells.OneOf(specimens));
  }

  private static Heading grade(String note) {
    List<String> grades = Stream.of(1, 2, 3, 4, 5).map(String::valueOf).toList();
    return new Heading("grade", note, 8, new Cells.OneOf(grades));
  }

  private static List<Heading> last() {
    return List.of(
        new Heading(
            "confirmed",
            "Write yes where a value or a dose far from all others is right.",
            11,
            new Cells.OneOf(List.of("yes"))),
        words("struck", STRUCK, 20),
        words("note", "Anything else; baseline marks the value before start.", 28));
  }

  private static Heading words(String name, String note, int width) {
    return new Heading(name, note, width, new Cells.Words());
  }
}
