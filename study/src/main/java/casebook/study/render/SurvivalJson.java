// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.stats.result.Interval;
import casebook.study.finding.Finding.Survival;
import casebook.study.finding.GroupCurve;
import casebook.study.finding.GroupCurve.Step;
import casebook.study.report.style.Numbers;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/// Writes survival curves as arrays of equal length, one entry a time.
///
/// @param json takes one object
/// @param line writes the line that asked for it
record SurvivalJson(JsonGenerator json, StudyLineJson line) {

  void write(Survival survival) throws IOException {
    json.writeStartObject();
    json.writeStringField("address", survival.heading().address().path());
    json.writeStringField("label", survival.heading().title());
    json.writeStringField("event", survival.time().event());
    if (!survival.time().unit().isEmpty()) {
      json.writeStringField("unit", survival.time().unit());
    }
    json.writeStringField("share", survival.time().rises() ? "with the event" : "without");
    json.writeArrayFieldStart("groups");
    for (GroupCurve group : survival.groups()) {
      group(group);
    }
    json.writeEndArray();
    line.write(survival.heading().at());
    json.writeEndObject();
  }

  private void group(GroupCurve group) throws IOException {
    List<Step> steps = group.steps();
    json.writeStartObject();
    json.writeStringField("label", group.label());
    json.writeNumberField("n", group.people());
    numbers("time", steps, Step::time);
    numbers("value", steps, step -> step.share().value());
    limits("low", steps, Interval::low);
    limits("high", steps, Interval::high);
    counts("at_risk", steps, Step::atRisk);
    counts("events", steps, Step::events);
    counts("censored", steps, Step::censored);
    if (steps.stream().anyMatch(step -> step.deaths() > 0)) {
      counts("deaths", steps, Step::deaths);
    }
    json.writeEndObject();
  }

  private void numbers(String name, List<Step> steps, ToDoubleFunction<Step> value)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Step step : steps) {
      json.writeNumber(Numbers.exact(value.applyAsDouble(step)));
    }
    json.writeEndArray();
  }

  /// A limit that does not exist is null.
  private void limits(String name, List<Step> steps, ToDoubleFunction<Interval> limit)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Step step : steps) {
      if (step.share().interval().isPresent()) {
        json.writeNumber(Numbers.exact(limit.applyAsDouble(step.share().interval().get())));
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
  }

  private void counts(String name, List<Step> steps, ToIntFunction<Step> count) throws IOException {
    json.writeArrayFieldStart(name);
    for (Step step : steps) {
      json.writeNumber(count.applyAsInt(step));
    }
    json.writeEndArray();
  }
}
