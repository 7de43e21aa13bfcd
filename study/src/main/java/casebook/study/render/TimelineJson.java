// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.TimelineFrame;
import casebook.study.finding.TimelineFrame.Level;
import casebook.study.finding.TimelineFrame.Range;
import casebook.study.finding.TimelineFrame.Threshold;
import casebook.study.report.style.Numbers;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/// Writes what a figure of patients shows: its frame and how much of them it draws. Ids and single
/// values stand in the file beside the figure, not here.
///
/// @param json takes one object
/// @param line writes the line that asked for it
record TimelineJson(JsonGenerator json, StudyLineJson line) {

  void write(Timelines timelines) throws IOException {
    TimelineFrame frame = timelines.frame();
    json.writeStartObject();
    json.writeStringField("address", timelines.heading().address().path());
    json.writeStringField("label", timelines.heading().title());
    json.writeStringField("kind", frame.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("measured", frame.measured());
    words("unit", frame.unit());
    for (Range normal : frame.normal().stream().toList()) {
      json.writeObjectFieldStart("normal");
      range(normal);
      json.writeEndObject();
    }
    thresholds(frame);
    json.writeArrayFieldStart("lanes");
    for (String lane : frame.lanes()) {
      json.writeString(lane);
    }
    json.writeEndArray();
    level(frame);
    json.writeStringField("along", frame.axes().calendar() ? "calendar" : "time since start");
    json.writeStringField("scale", frame.axes().logarithmic() ? "logarithmic" : "linear");
    drawn(timelines);
    line.write(timelines.heading().at());
    json.writeEndObject();
  }

  private void thresholds(TimelineFrame frame) throws IOException {
    json.writeArrayFieldStart("thresholds");
    for (Threshold threshold : frame.thresholds()) {
      json.writeStartObject();
      json.writeStringField("label", threshold.label());
      number("value", threshold.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void level(TimelineFrame frame) throws IOException {
    for (Level level : frame.level().stream().toList()) {
      json.writeObjectFieldStart("strip");
      json.writeStringField("label", level.label());
      words("unit", level.unit());
      for (Range window : level.window().stream().toList()) {
        range(window);
      }
      json.writeEndObject();
    }
  }

  private void drawn(Timelines timelines) throws IOException {
    json.writeObjectFieldStart("drawn");
    json.writeNumberField("patients", timelines.patients().size());
    json.writeNumberField(
        "values", timelines.patients().stream().mapToInt(it -> it.values().size()).sum());
    json.writeNumberField(
        "levels", timelines.patients().stream().mapToInt(it -> it.levels().size()).sum());
    json.writeNumberField(
        "bars", timelines.patients().stream().mapToInt(it -> it.bars().size()).sum());
    json.writeEndObject();
  }

  private void range(Range range) throws IOException {
    number("low", range.low());
    number("high", range.high());
  }

  private void number(String name, double value) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(Numbers.exact(value));
  }

  private void words(String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }
}
