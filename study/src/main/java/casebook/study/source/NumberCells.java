// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Pcr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/// The numbers of one variable while the rows are read, with the limits that stand in their place.
final class NumberCells implements Cells {
  private static final Set<String> NOT_DETECTED =
      Set.of("undetermined", "undet", "undet.", "not detected", "no ct", "no cq", "no cp");

  private final Variable variable;
  private final Dictionary.Type.Measure measure;
  private final char decimal;
  private final DoubleStream.Builder values = DoubleStream.builder();
  private final List<Presence> presence = new ArrayList<>();
  private final Map<Integer, BigDecimal> exact = new HashMap<>();
  private final Map<Integer, Censoring> censored = new HashMap<>();

  NumberCells(Variable variable, Dictionary.Type.Measure measure, char decimal) {
    this.variable = variable;
    this.measure = measure;
    this.decimal = decimal;
  }

  @Override
  public Optional<Flaw> add(String text) {
    Optional<Pcr.Cycles> cycles = cycles();
    if (cycles.isPresent() && NOT_DETECTED.contains(text.toLowerCase(Locale.ROOT))) {
      return notDetected(text, cycles.get());
    }
    boolean limit = measure.censored() && NumberText.isLimit(text, decimal);
    String number = limit ? text.substring(text.charAt(1) == '=' ? 2 : 1).strip() : text;
    Reading<BigDecimal> read = NumberText.read(number, decimal);
    if (read instanceof Reading.Good<BigDecimal>(BigDecimal value)) {
      return add(text, limit, value);
    }
    addMissing();
    return read.problem().map(flaw -> explained(flaw, text));
  }

  private Optional<Pcr.Cycles> cycles() {
    return measure
        .pcr()
        .flatMap(pcr -> pcr instanceof Pcr.Cycles cycles ? Optional.of(cycles) : Optional.empty());
  }

  /// Nothing was detected up to the limit: the true cycle lies beyond it.
  private Optional<Flaw> notDetected(String text, Pcr.Cycles cycles) {
    if (cycles.limit().isEmpty()) {
      addMissing();
      return Optional.of(
          Flaw.error(
              "data/undetermined-without-limit",
              Shown.text(text) + " says that nothing was detected, but not up to which cycle.",
              "Write under `assays`, for example, `" + variable.name() + ": {limit: 40}`."));
    }
    censored.put(presence.size(), Censoring.ABOVE);
    add(BigDecimal.valueOf(cycles.limit().getAsDouble()));
    return Optional.empty();
  }

  private Optional<Flaw> add(String text, boolean limit, BigDecimal value) {
    if (limit) {
      boolean below = text.charAt(0) == '<' || text.charAt(0) == '≤';
      censored.put(presence.size(), below ? Censoring.BELOW : Censoring.ABOVE);
    }
    add(value);
    return outOfRange(text, value);
  }

  private void add(BigDecimal value) {
    double nearest = value.doubleValue();
    boolean shortest = value.precision() <= NumberText.SAFE_DIGITS;
    if (!shortest && BigDecimal.valueOf(nearest).compareTo(value) != 0) {
      exact.put(presence.size(), value);
    }
    values.add(nearest);
    presence.add(Presence.KNOWN);
  }

  private Flaw explained(Flaw flaw, String text) {
    String analyte = measure.analyte().isEmpty() ? variable.name() : measure.analyte();
    return UnitInCell.explained(flaw, text, decimal, measure.unit(), analyte);
  }

  private Optional<Flaw> outOfRange(String text, BigDecimal value) {
    return measure.range().isPresent()
        ? PlausibleRange.judge(text, value, measure.range().get(), measure.unit())
        : Optional.empty();
  }

  @Override
  public void addMissing() {
    values.add(0);
    presence.add(Presence.MISSING);
  }

  @Override
  public Column column() {
    return new Column.Numeric(
        variable.name(), values.build().toArray(), Cells.marks(presence), exact, censored);
  }
}
