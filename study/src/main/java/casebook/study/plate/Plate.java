// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

import casebook.stats.curve.CalibrationCurve;
import casebook.stats.curve.CurveFit;
import casebook.stats.result.Answer;
import casebook.stats.result.Interval;
import casebook.study.data.Censoring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/// A plate with its own calibration curve.
///
/// From every response the mean of the plate's blanks is taken, where there are any. What lies
/// beyond the lowest or highest standard above 0 is censored there, never extrapolated.
public final class Plate {
  private final String name;
  private final List<Well> wells;
  private final double blank;
  private final boolean relative;
  private final Answer<CalibrationCurve> curve;

  private Plate(
      String name,
      List<Well> wells,
      double blank,
      boolean relative,
      Answer<CalibrationCurve> curve) {
    this.name = name;
    this.wells = wells;
    this.blank = blank;
    this.relative = relative;
    this.curve = curve;
  }

  /// Fits the curve of a plate.
  static Plate of(String name, List<Well> wells, CurveRule rule) {
    double blank =
        wells.stream()
            .filter(well -> well.kind() == Well.Kind.BLANK)
            .mapToDouble(Well::response)
            .average()
            .orElse(0);
    return new Plate(
        name, List.copyOf(wells), blank, rule.relative(), rule.fit(standards(wells), blank));
  }

  private static List<Well> standards(List<Well> wells) {
    return wells.stream().filter(well -> well.kind() == Well.Kind.STANDARD).toList();
  }

  /// The plate's name.
  public String name() {
    return name;
  }

  /// The day on which it was measured; empty when the readings do not say.
  public String day() {
    return wells.getFirst().day();
  }

  /// The line of its first well in the file of readings.
  int line() {
    return wells.getFirst().line();
  }

  /// The curve, or why there is none.
  public Answer<CalibrationCurve> curve() {
    return curve;
  }

  /// The lowest concentration of a standard above 0.
  public double lowest() {
    return concentrations().min().orElse(0);
  }

  /// The highest concentration of a standard.
  public double highest() {
    return concentrations().max().orElse(0);
  }

  private DoubleStream concentrations() {
    return standards(wells).stream()
        .mapToDouble(well -> well.concentration().orElseThrow())
        .filter(concentration -> concentration > 0);
  }

  /// The standards, from low to high.
  public List<Standard> standards() {
    Map<Double, List<Well>> byConcentration = new TreeMap<>();
    for (Well well : standards(wells)) {
      double concentration = well.concentration().orElseThrow();
      byConcentration.computeIfAbsent(concentration, any -> new ArrayList<>()).add(well);
    }
    List<Standard> standards = new ArrayList<>();
    byConcentration.forEach((concentration, replicates) ->
        standards.add(
            new Standard(
                concentration, replicates.size(), response(replicates), dose(replicates))));
    return standards;
  }

  /// The samples with a value, in the order of the file; none without a curve.
  public List<Measured> samples() {
    return measured(Well.Kind.SAMPLE);
  }

  /// The controls with a value, in the order of the file; none without a curve.
  public List<Measured> controls() {
    return measured(Well.Kind.CONTROL);
  }

  private List<Measured> measured(Well.Kind kind) {
    Map<String, List<Well>> replicates = new LinkedHashMap<>();
    for (Well well : wells) {
      if (well.kind() == kind) {
        replicates.computeIfAbsent(well.sample(), any -> new ArrayList<>()).add(well);
      }
    }
    List<Measured> measured = new ArrayList<>();
    if (curve.value().isPresent()) {
      replicates.forEach((sample, own) -> measured.add(measured(sample, own)));
    }
    return measured;
  }

  /// The values that the mean reading of a sample does not contradict: at each of them a reading
  /// like this one would not be surprising. Open where it reaches the end of the curve.
  ///
  /// @param level confidence level, between 0 and 1
  public Optional<Interval> interval(Measured sample, double level) {
    MeanReading reading = sample.reading();
    return curve
        .value()
        .flatMap(it -> it.dose(reading.response(), reading.weight(), level).value())
        .flatMap(dose -> dose.inverted().interval())
        .map(own ->
            new Interval(own.low() * reading.dilution(), own.high() * reading.dilution(), level));
  }

  private Measured measured(String sample, List<Well> replicates) {
    Censoring censoring = censoring(replicates);
    double dilution = replicates.getFirst().dilution();
    List<Double> singles = new ArrayList<>();
    for (Well well : replicates) {
      if (censoring(List.of(well)) == Censoring.NONE) {
        singles.add(dilution * dose(List.of(well)).orElseThrow());
      }
    }
    double value =
        switch (censoring) {
          case NONE -> dose(replicates).orElseThrow();
          case BELOW -> lowest();
          case ABOVE -> highest();
        };
    return new Measured(
        sample,
        name,
        replicates.getFirst().line(),
        dilution * value,
        censoring,
        new MeanReading(replicates.size(), response(replicates), weight(replicates), dilution),
        singles.size() == replicates.size() ? singles : List.of());
  }

  /// Whether the mean of some wells lies beyond the standards.
  private Censoring censoring(List<Well> replicates) {
    OptionalDouble dose = dose(replicates);
    if (dose.isPresent()) {
      double value = dose.getAsDouble();
      return value < lowest()
          ? Censoring.BELOW
          : value > highest() ? Censoring.ABOVE : Censoring.NONE;
    }
    CurveFit fit = curve.orThrow().fit();
    double none = fit.values().get(0);
    double infinite = fit.values().get(1);
    boolean high = response(replicates) >= Math.max(none, infinite);
    return high == infinite > none ? Censoring.ABOVE : Censoring.BELOW;
  }

  /// What the mean of some wells stands for; empty beyond the curve, and without one.
  private OptionalDouble dose(List<Well> replicates) {
    double weight = weight(replicates);
    Optional<CalibrationCurve.Dose> dose =
        curve.value().flatMap(it -> it.dose(response(replicates), weight, 0.95).value());
    return dose.isPresent()
        ? OptionalDouble.of(dose.get().inverted().value())
        : OptionalDouble.empty();
  }

  private double weight(List<Well> replicates) {
    return replicates.stream().mapToDouble(it -> CurveRule.weight(it, relative)).sum();
  }

  /// The mean response of some wells, without the blank.
  private double response(List<Well> replicates) {
    return replicates.stream().mapToDouble(Well::response).average().orElseThrow() - blank;
  }
}
