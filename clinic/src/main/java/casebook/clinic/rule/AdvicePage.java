// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.record.Event;
import casebook.clinic.record.EventWords;
import casebook.clinic.record.Struck;
import casebook.clinic.record.Timeline;
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
      text.append("  ").append(AdviceWords.of(one)).append('\n');
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
}
