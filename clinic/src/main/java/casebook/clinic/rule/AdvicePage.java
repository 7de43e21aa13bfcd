// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.record.Event;
import casebook.clinic.record.EventWords;
import casebook.clinic.record.Struck;
import casebook.clinic.record.Timeline;
import casebook.clinic.rule.Advice.Verdict;
import casebook.study.report.style.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// Advice for a patient on a day, as a person reads it.
///
/// @param study the name of the study file
/// @param events the name of the file of events
/// @param patient what had happened
/// @param day the day
/// @param advice what the rules say
public record AdvicePage(
    String study, String events, Timeline patient, LocalDate day, List<Advice> advice) {
  public AdvicePage {
    advice = List.copyOf(advice);
  }

  /// What stands on every page.
  public static final String RESEARCH = "For research. A clinician decides.";

  /// The page.
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("patient ").append(patient.patient()).append(" on ").append(day).append('\n');
    text.append(RESEARCH).append('\n');
    String before = "";
    for (Advice one : advice) {
      String heading = heading(one);
      if (!heading.equals(before)) {
        text.append('\n').append(heading).append('\n');
        before = heading;
      }
      text.append("  ").append(line(one)).append('\n');
      text.append("      ").append(one.because().sentence());
      text.append(" (").append(study).append(':').append(one.because().clause().line());
      text.append(facts(one.because().facts())).append(")\n");
    }
    if (!patient.struck().isEmpty()) {
      text.append("\nstruck, not used\n");
      for (Struck struck : patient.struck()) {
        text.append("  ").append(EventWords.of(struck.event()));
        text.append(": ").append(struck.reason());
        text.append(facts(List.of(struck.event())).replaceFirst(", ", " (")).append(")\n");
      }
    }
    return text.toString();
  }

  private String facts(List<Event> facts) {
    return facts.isEmpty()
        ? ""
        : ", "
            + events
            + ":"
            + facts.stream()
                .map(event -> String.valueOf(event.entry().line()))
                .distinct()
                .collect(Collectors.joining(", "));
  }

  private static String heading(Advice advice) {
    return switch (advice) {
      case Advice.Eligible it -> "eligibility";
      case Advice.Dose it -> "dose";
      case Advice.Stop it -> "dose";
      case Advice.TestDue it -> "monitoring";
      case Advice.Warning it -> "warnings";
      case Advice.Note it -> "notes";
      case Advice.State it -> "response";
      case Advice.CannotTell it -> "cannot tell";
    };
  }

  private static String line(Advice advice) {
    return switch (advice) {
      case Advice.Eligible it -> verdict(it.verdict()) + it.criterion();
      case Advice.Dose it ->
          it.portions().stream().map(AdvicePage::plain).collect(Collectors.joining(" + "))
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

  private static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }
}
