// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import casebook.clinic.protocol.Measures.Measure;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Condition;
import casebook.clinic.protocol.ResponseDefinition.Sign;
import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.study.finding.TimelineFrame.Level;
import casebook.study.finding.TimelineFrame.Range;
import casebook.study.finding.TimelineFrame.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the study file says of the values in a figure: normal range, thresholds, window.
final class Frames {
  private Frames() {}

  /// The normal range of a measurement.
  static Optional<Range> normal(Measure measure) {
    return measure
        .normal()
        .map(range -> new Range(range.low().doubleValue(), range.high().doubleValue()));
  }

  /// The values that make a grade of response or a relapse, from low to high; those that are a
  /// multiple of the value before start are not the same for all patients and not among them.
  static List<Threshold> thresholds(Protocol protocol, String measure) {
    Map<Double, String> labels = new TreeMap<>();
    for (ResponseDefinition response : protocol.response().stream().toList()) {
      if (response.measure().equals(measure)) {
        response
            .grades()
            .forEach(grade ->
                grade.condition().ifPresent(it -> put(labels, it, grade.response().word())));
        response.course().relapse().ifPresent(it -> put(labels, it.condition(), "relapse"));
        response.course().lost().ifPresent(it -> put(labels, it, "lost"));
      }
    }
    List<Threshold> thresholds = new ArrayList<>();
    labels.forEach((value, label) -> thresholds.add(new Threshold(value, label)));
    return thresholds;
  }

  private static void put(Map<Double, String> labels, Condition condition, String label) {
    for (List<Sign> signs : condition.anyOf()) {
      for (Sign sign : signs) {
        if (sign instanceof Sign.Than than) {
          labels.putIfAbsent(than.value().doubleValue(), label);
        }
      }
    }
  }

  /// The level that is drawn: the one that is asked for, else that of the treatment.
  static Optional<String> level(CourseSpec spec, Protocol protocol) {
    return spec.level()
        .map(clause -> clause.words())
        .or(() -> protocol.treatment().level().map(LevelWindow::measure));
  }

  /// A level with its window. That of the treatment is called after its drug, where the file gives
  /// it no label of its own.
  ///
  /// @param drug how a paper calls the drug of the treatment
  static Level level(Measure measure, Protocol protocol, String drug) {
    Optional<Range> window =
        protocol
            .treatment()
            .level()
            .filter(it -> it.measure().equals(measure.name()))
            .map(LevelWindow::window)
            .map(it -> new Range(it.low().doubleValue(), it.high().doubleValue()));
    boolean unlabelled = measure.label().equals(measure.name().replace('_', ' '));
    String label = unlabelled && window.isPresent() ? drug + " level" : measure.label();
    return new Level(label, measure.unit().printed(), window);
  }
}
