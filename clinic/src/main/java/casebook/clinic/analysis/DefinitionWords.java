// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.protocol.PublishedResponses;
import casebook.clinic.protocol.ResponseDefinition;
import java.util.ArrayList;
import java.util.List;

/// Says in words what counts as a response.
///
/// @param definition the definition
/// @param unit the unit of the counts, as printed; may be empty
record DefinitionWords(ResponseDefinition definition, String unit) {

  /// How the definition is called in a sentence and above a column.
  String name() {
    return PublishedResponses.title(definition.name()).orElse(definition.name());
  }

  /// The whole definition: `Response by this study: complete, platelets ≥ 150; ...`.
  String whole() {
    List<String> parts = new ArrayList<>();
    for (ResponseDefinition.Grade grade : definition.grades()) {
      String when = grade.condition().map(it -> ", " + signs(it.words())).orElse(" otherwise");
      parts.add(grade.response().word() + when);
    }
    definition
        .confirming()
        .confirmed()
        .ifPresent(it -> parts.add("confirmed by a second count after " + it.words()));
    definition
        .confirming()
        .notCounted()
        .ifPresent(
            it -> parts.add("counts within " + it.words() + " after rescue are not counted"));
    course(parts);
    String counts = unit.isEmpty() ? "" : " (" + definition.measure() + " in " + unit + ")";
    return "Response by " + name() + counts + ": " + String.join("; ", parts) + ".";
  }

  private void course(List<String> parts) {
    ResponseDefinition.Course course = definition.course();
    parts.add(
        "lost, "
            + course
                .lost()
                .map(it -> signs(it.words()))
                .orElse("the first count that is no response"));
    course
        .relapse()
        .ifPresent(it ->
            parts.add(
                "relapse, "
                    + signs(it.condition().words())
                    + (it.counts() > 1 ? " at " + it.counts() + " counts in a row" : "")
                    + (it.rescue() ? " or rescue treatment" : "")));
    course
        .dependent()
        .ifPresent(it ->
            parts.add(
                "drug-dependent, lost within "
                    + it.within().words()
                    + " after stopping and regained after restarting, "
                    + (course.dependentCounts() ? "counted" : "not counted")
                    + " as a response"));
  }

  /// The paper that it is from; empty without one.
  String source() {
    return PublishedResponses.source(definition.name()).orElse("");
  }

  private static String signs(String words) {
    return words.replace(">=", "≥").replace("<=", "≤").replace(" x ", " × ");
  }
}
