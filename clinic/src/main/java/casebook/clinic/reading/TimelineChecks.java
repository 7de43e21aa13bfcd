// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.protocol.Treatment;
import casebook.clinic.protocol.Treatment.Stage;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Dose;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Timeline;
import casebook.study.language.Study;
import casebook.study.report.style.Numbers;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/// What does not fit together in the events of one patient.
final class TimelineChecks {
  private static final Unit KG = Units.read("kg").orElseThrow();

  private final Study study;
  private final Optional<Treatment> treatment;
  private final RowFlaws flaws;

  /// The least and the most of all stages of the protocol, mg/kg/d; empty: it gives no dose.
  private final Optional<BigDecimal> lowest;

  private final Optional<BigDecimal> highest;

  TimelineChecks(Study study, Optional<Treatment> treatment, RowFlaws flaws) {
    this.study = study;
    this.treatment = treatment;
    this.flaws = flaws;
    List<Stage> stages = treatment.map(it -> it.dosing().stages()).orElse(List.of());
    lowest = stages.stream().map(Stage::low).min(BigDecimal::compareTo);
    highest = stages.stream().map(Stage::high).max(BigDecimal::compareTo);
  }

  void look(Timeline patient, List<EventRow> rows) {
    twice(rows);
    baselines(rows);
    look(
        patient,
        rows.stream()
            .filter(row -> row.cell("confirmed").equals("yes"))
            .map(EventRow::line)
            .collect(Collectors.toSet()));
  }

  /// Looks at a patient of whom no two rows say the same, and none is marked or confirmed.
  void plain(Timeline patient) {
    look(patient, Set.of());
  }

  private void look(Timeline patient, Set<Integer> confirmed) {
    lifetime(patient);
    treatment.ifPresent(it -> {
      String drug = it.dosing().drug();
      start(patient, drug);
      doses(patient.doses(drug));
      for (Dose dose : patient.doses(drug)) {
        if (!confirmed.contains(dose.entry().line())) {
          tenfold(dose, patient);
        }
      }
    });
  }

  /// The same event in two rows.
  private void twice(List<EventRow> rows) {
    Map<Object, Integer> first = new HashMap<>();
    for (EventRow row : rows) {
      Map<String, String> cells = new HashMap<>(row.cells());
      cells.remove("note");
      Integer before =
          row.cell("struck").isEmpty()
              ? first.putIfAbsent(List.of(row.day(), cells), row.line())
              : null;
      if (before != null) {
        flaws.error(
            row.line(),
            "data/event-twice",
            "The same event stands in line " + before + ".",
            "Strike one of the rows, with the reason in `struck`.");
      }
    }
  }

  /// Two rows that are marked as the value before start.
  private void baselines(List<EventRow> rows) {
    Map<String, Integer> first = new HashMap<>();
    for (EventRow row : rows) {
      boolean marked = row.cell("note").equals("baseline") && row.cell("struck").isEmpty();
      Integer before = marked ? first.putIfAbsent(row.cell("name"), row.line()) : null;
      if (before != null) {
        flaws.error(
            row.line(),
            "data/two-baselines",
            "Two rows are marked as baseline of `"
                + row.cell("name")
                + "`: lines "
                + before
                + " and "
                + row.line()
                + ".",
            "Keep the mark at one of them, or leave it out: the study file says how the baseline"
                + " is taken.");
      }
    }
  }

  private void lifetime(Timeline patient) {
    List<Event> events = patient.events();
    if (events.isEmpty()) {
      return;
    }
    Optional<LocalDate> birth = patient.facts().date("birth");
    if (birth.isPresent() && events.getFirst().day().isBefore(birth.get())) {
      for (int i = 0; events.size() > i && events.get(i).day().isBefore(birth.get()); i++) {
        flaws.error(
            line(events.get(i)),
            "data/event-before-birth",
            "An event lies before the birth.",
            "Correct it.");
      }
    }
    patient
        .death()
        .ifPresent(it ->
            after(
                it.day(),
                events,
                line ->
                    flaws.error(
                        line,
                        "data/after-death",
                        "An event lies after the death.",
                        "Correct a date.")));
    study
        .data()
        .asOf()
        .ifPresent(closed ->
            after(
                closed,
                events,
                line ->
                    flaws.warning(
                        line,
                        "data/after-close",
                        "An event lies after "
                            + closed
                            + ", the day on which the data were closed.",
                        "Correct its date, or `as of:` under `data:`.")));
  }

  /// Tells of each event after a day; the last ones are.
  private static void after(LocalDate day, List<Event> events, IntConsumer tell) {
    int first = events.size();
    while (first > 0 && events.get(first - 1).day().isAfter(day)) {
      first--;
    }
    events.subList(first, events.size()).forEach(it -> tell.accept(line(it)));
  }

  private static int line(Event event) {
    return event.entry().line();
  }

  /// The declared start against the first dose, and visits before it.
  private void start(Timeline patient, String drug) {
    Optional<LocalDate> first = patient.start(drug);
    Optional<LocalDate> declared = patient.facts().date("start");
    if (first.isPresent() && declared.isPresent() && !first.equals(declared)) {
      int line = patient.doses(drug).getFirst().entry().line();
      flaws.error(
          line,
          "data/start-differs",
          "The first dose is on "
              + first.get()
              + ", and the patient's `start` is "
              + declared.get()
              + ".",
          "Correct one of them.");
    }
    Optional<LocalDate> from = first.or(() -> declared);
    for (Event event : patient.events()) {
      if (from.isEmpty() || !event.day().isBefore(from.get())) {
        break;
      }
      flaws.note(
          line(event),
          "data/before-start",
          "An event before the first dose counts as before start.");
    }
  }

  private void doses(List<Dose> doses) {
    for (int i = 1; i < doses.size(); i++) {
      Dose before = doses.get(i - 1);
      Dose dose = doses.get(i);
      int line = dose.entry().line();
      boolean same = before.day().equals(dose.day());
      if (same && before.mgPerDay().compareTo(dose.mgPerDay()) != 0) {
        flaws.error(
            line,
            "data/two-doses",
            "Two daily doses begin on one day: see line " + before.entry().line() + ".",
            "Write the whole dose of a day in one row, or strike the wrong one.");
      } else if (before.until().isPresent() && !before.until().get().isBefore(dose.day())) {
        flaws.warning(
            line,
            "data/doses-overlap",
            "This dose begins before the one of line " + before.entry().line() + " has ended.",
            "The later one counts from its first day.");
      }
    }
  }

  /// A dose per kg far from every dose of the protocol is a slip of the point.
  private void tenfold(Dose dose, Timeline patient) {
    Optional<BigDecimal> weight =
        patient
            .latest("weight", dose.day())
            .or(() -> patient.values("weight").stream().findFirst())
            .flatMap(TimelineChecks::kilograms);
    if (weight.isEmpty() || dose.mgPerDay().signum() == 0) {
      return;
    }
    BigDecimal perKg = dose.mgPerDay().divide(weight.get(), 6, RoundingMode.HALF_EVEN);
    BigDecimal low = lowest.orElse(perKg);
    BigDecimal high = highest.orElse(perKg);
    boolean far =
        perKg.compareTo(high.multiply(BigDecimal.TWO)) > 0
            || perKg.multiply(new BigDecimal(5)).compareTo(low) < 0;
    if (far) {
      flaws.error(
          dose.entry().line(),
          "data/dose-far-off",
          dose.mgPerDay().toPlainString()
              + " mg a day are "
              + Numbers.decimals(perKg.doubleValue(), 2)
              + " mg/kg/d, and the protocol gives "
              + low.stripTrailingZeros().toPlainString()
              + " to "
              + high.stripTrailingZeros().toPlainString()
              + ".",
          "Is a decimal sign missing or too many? Correct it, or write yes in a column"
              + " `confirmed`.");
    }
  }

  private static Optional<BigDecimal> kilograms(Measured weight) {
    return weight.quantity().unit().convert(weight.value(), KG).filter(kg -> kg.signum() > 0);
  }
}
