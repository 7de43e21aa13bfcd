// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.finding.Finding.Survival;
import casebook.study.finding.GroupCurve;
import casebook.study.finding.GroupCurve.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// The counts below survival curves: at risk at a time, and who was censored or had the event
/// before it, so that these always make up the group.
///
/// Source: Morris and others, 2019, BMJ Open 9:e030215.
///
/// @param survival the curves
record RiskTable(Survival survival) {
  private static final String AT_RISK = "At risk";

  /// A line of the table.
  ///
  /// @param head its words
  /// @param group the number of the group whose line is drawn beside the words; -1 for none
  /// @param curve whose counts it shows; empty for the name of a group
  /// @param counted what is counted before a time; not used for those at risk
  record Line(
      String head, int group, Optional<GroupCurve> curve, Optional<ToIntFunction<Step>> counted) {

    /// The count at a time.
    int count(double time) {
      List<Step> steps = curve.orElseThrow().steps();
      if (counted.isEmpty()) {
        return steps.stream()
            .filter(step -> step.time() >= time)
            .findFirst()
            .map(Step::atRisk)
            .orElse(0);
      }
      return steps.stream().filter(step -> step.time() < time).mapToInt(counted.get()).sum();
    }
  }

  /// The lines, from above.
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < survival.groups().size(); i++) {
      GroupCurve curve = survival.groups().get(i);
      if (survival.groups().size() > 1) {
        lines.add(new Line(curve.label(), i, Optional.empty(), Optional.empty()));
      }
      Optional<GroupCurve> own = Optional.of(curve);
      lines.add(new Line(AT_RISK, -1, own, Optional.empty()));
      lines.add(new Line("Censored", -1, own, Optional.of(Step::censored)));
      lines.add(new Line("Events", -1, own, Optional.of(Step::events)));
      if (survival.time().rises()) {
        lines.add(new Line("Died first", -1, own, Optional.of(Step::deaths)));
      }
    }
    return lines;
  }
}
