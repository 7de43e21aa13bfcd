// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Timeline;
import casebook.study.analysis.provenance.Items;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A variable of each patient: a list as its codes, levels as they are printed, numbers as they
/// were read.
///
/// @param cohort who belongs
/// @param timelines one a row; none without events
/// @param variable the variable
/// @param column its values
record ListedVariable(
    Cohort cohort, List<Timeline> timelines, StudyVariable variable, Column column)
    implements ListedColumn {

  static ListedVariable of(Cohort cohort, List<Timeline> timelines, String name) {
    return new ListedVariable(
        cohort,
        timelines,
        StudyVariable.find(cohort.study(), name).orElseThrow(),
        cohort.table().column(name));
  }

  @Override
  public String slug() {
    return Address.slug(variable.name());
  }

  @Override
  public String head() {
    return variable.unit().isEmpty() ? variable.label() : variable.label() + ", " + variable.unit();
  }

  @Override
  public Optional<String> text(int row) {
    if (!column.known(row)) {
      return Optional.empty();
    }
    String text =
        switch (column) {
          case Column.Numeric numbers -> number(numbers, row);
          case Column.Leveled levels -> variable.printed(levels.level(row));
          case Column.Dates days -> days.value(row).toString();
          case Column.Text words when variable.isList() -> String.join(", ", Items.of(words, row));
          case Column.Text words -> words.value(row);
        };
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private static String number(Column.Numeric numbers, int row) {
    String sign =
        switch (numbers.censoring(row)) {
          case NONE -> "";
          case BELOW -> "<";
          case ABOVE -> ">";
        };
    return sign + numbers.decimal(row).stripTrailingZeros().toPlainString();
  }

  @Override
  public List<String> sources(int row) {
    Optional<Measured> measured = measured(row);
    if (measured.isPresent()) {
      return List.of(ListedComplications.source(cohort, measured.get()));
    }
    String name = variable.name();
    boolean declared =
        cohort.study().dictionary().variables().stream().anyMatch(it -> it.name().equals(name));
    String line = cohort.study().data().file() + ", line " + cohort.table().line(row);
    if (declared) {
      return List.of(line + ": " + name);
    }
    boolean brought =
        cohort.study().dictionary().brought().stream().anyMatch(it -> it.name().equals(name));
    return List.of(brought ? "computed from the events of the patient" : "computed from " + line);
  }

  /// The event behind a measurement on a day.
  private Optional<Measured> measured(int row) {
    Optional<Moment> moment =
        cohort.study().dictionary().moments().stream()
            .filter(it -> it.name().equals(variable.name()))
            .findFirst();
    if (moment.isEmpty() || timelines.isEmpty()) {
      return Optional.empty();
    }
    Timeline patient = timelines.get(row);
    return patient
        .facts()
        .date(moment.get().day())
        .flatMap(day -> patient.latest(moment.get().measure(), day, moment.get().days()));
  }

  @Override
  public Optional<String> legend(List<Integer> rows) {
    List<String> meanings = new ArrayList<>();
    if (variable.type() instanceof Dictionary.Type.Several list
        && column instanceof Column.Text words) {
      for (String item : list.items()) {
        String meaning = list.meanings().getOrDefault(item, item);
        boolean used =
            rows.stream().anyMatch(row -> words.known(row) && Items.of(words, row).contains(item));
        if (used && !meaning.equals(item)) {
          meanings.add(item + ", " + meaning);
        }
      }
    }
    if (variable.type() instanceof Dictionary.Type.Levels levels
        && column instanceof Column.Leveled codes) {
      for (String level : levels.levels()) {
        String printed = variable.printed(level);
        boolean used =
            rows.stream().anyMatch(row -> codes.known(row) && codes.level(row).equals(level));
        if (used && !printed.equals(level)) {
          meanings.add(printed + ", " + level);
        }
      }
    }
    return meanings.isEmpty()
        ? Optional.empty()
        : Optional.of(variable.label() + ": " + String.join("; ", meanings) + ".");
  }
}
