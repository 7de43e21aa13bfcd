// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.rule.Advice.Verdict;
import casebook.study.report.style.Numbers;
import java.util.stream.Collectors;

/// Says an advice in one line: `100 + 75 mg a day, 2.92 mg/kg/d, from 1994-04-18`.
public final class AdviceWords {
  private AdviceWords() {}

  /// The advice in one line, without what it rests on.
  public static String of(Advice advice) {
    return switch (advice) {
      case Advice.Eligible it -> verdict(it.verdict()) + it.criterion();
      case Advice.Dose it ->
          it.portions().stream().map(DoseOnDay::plain).collect(Collectors.joining(" + "))
              + " mg a day, "
              + Numbers.decimals(it.mgPerKgPerDay().doubleValue(), 2)
              + " mg/kg/d, from "
              + it.from()
              + it.until().map(last -> " until " + last).orElse("");
      case Advice.Stop it ->
          "stop from " + it.from() + it.until().map(last -> " until " + last).orElse("");
      case Advice.TestDue it -> due(it);
      case Advice.Warning it -> it.text() + " [" + it.source() + "]";
      case Advice.Note it -> it.text();
      case Advice.State it ->
          it.response().word() + " since " + it.since() + (it.onDrug() ? ", on the drug" : "");
      case Advice.CannotTell it -> it.question() + ": " + it.missing();
    };
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "met      ";
      case FAIL -> "not met  ";
      case UNKNOWN -> "unknown  ";
    };
  }

  private static String due(Advice.TestDue it) {
    String status =
        switch (it.status()) {
          case COMING -> "due ";
          case IN_WINDOW -> "now, due ";
          case OVERDUE -> "overdue since ";
        };
    return it.line()
        + ": "
        + String.join(", ", it.measures())
        + " "
        + status
        + it.due()
        + " ("
        + it.window().first()
        + " to "
        + it.window().last()
        + ")";
  }
}
