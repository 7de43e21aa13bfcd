// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.stats.result.Interval;
import casebook.study.finding.Finding.Calibration;
import casebook.study.finding.Finding.Curve;
import casebook.study.finding.PlateCurve;
import casebook.study.report.style.Numbers;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Writes the curves of figures as arrays of equal length, one entry a step or a place.
///
/// @param json takes one object
/// @param line writes the line that asked for it
record CurveJson(JsonGenerator json, StudyLineJson line) {

  void write(Curve curve) throws IOException {
    json.writeStartObject();
    json.writeStringField("address", curve.heading().address().path());
    json.writeStringField("label", curve.heading().title());
    json.writeStringField("along", curve.axes().along());
    if (!curve.axes().unit().isEmpty()) {
      json.writeStringField("unit", curve.axes().unit());
    }
    json.writeStringField("effect", curve.axes().effect());
    json.writeStringField("method", curve.method().name());
    json.writeStringField("interval_method", curve.method().interval());
    steps(curve);
    marks(curve.marks());
    line.write(curve.heading().at());
    json.writeEndObject();
  }

  private void steps(Curve curve) throws IOException {
    List<Curve.Stretch> steps = curve.steps();
    array("x", steps, Curve.Stretch::from);
    array("until", steps, Curve.Stretch::to);
    array("value", steps, step -> step.effect().value());
    if (steps.stream().allMatch(step -> step.effect().interval().isPresent())) {
      Function<Curve.Stretch, Interval> interval = step -> step.effect().interval().orElseThrow();
      array("low", steps, step -> interval.apply(step).low());
      array("high", steps, step -> interval.apply(step).high());
      number("level", interval.apply(steps.getFirst()).level());
    }
    json.writeObjectFieldStart("counts");
    for (int i = 0; i < curve.groups().size(); i++) {
      int group = i;
      array(curve.groups().get(i).slug(), steps, step -> step.counts().get(group));
    }
    json.writeEndObject();
  }

  private void marks(List<Curve.Mark> marks) throws IOException {
    json.writeArrayFieldStart("marks");
    for (Curve.Mark mark : marks) {
      json.writeStartObject();
      json.writeStringField("label", mark.label());
      number("at", mark.at());
      Optional<Interval> range = mark.range();
      if (range.isPresent()) {
        number("low", range.get().low());
        number("high", range.get().high());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void array(String name, List<Curve.Stretch> steps, ToDoubleFunction<Curve.Stretch> value)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Curve.Stretch step : steps) {
      number(value.applyAsDouble(step));
    }
    json.writeEndArray();
  }

  private void number(String name, double value) throws IOException {
    json.writeFieldName(name);
    number(value);
  }

  private void number(double value) throws IOException {
    if (Double.isInfinite(value)) {
      json.writeString(Numbers.exact(value));
    } else {
      json.writeNumber(Numbers.exact(value));
    }
  }

  /// Writes the standards and the curve of each plate.
  void write(Calibration calibration) throws IOException {
    json.writeStartObject();
    json.writeStringField("address", calibration.heading().address().path());
    json.writeStringField("label", calibration.heading().title());
    json.writeStringField("along", calibration.axes().along());
    if (!calibration.axes().unit().isEmpty()) {
      json.writeStringField("unit", calibration.axes().unit());
    }
    json.writeStringField("effect", calibration.axes().effect());
    json.writeStringField("method", calibration.method().name());
    json.writeArrayFieldStart("plates");
    for (PlateCurve plate : calibration.plates()) {
      json.writeStartObject();
      json.writeStringField("label", plate.label());
      dots("standard", plate.standards());
      dots("curve", plate.curve());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void dots(String name, List<PlateCurve.Dot> dots) throws IOException {
    json.writeArrayFieldStart(name + "_x");
    for (PlateCurve.Dot dot : dots) {
      number(dot.concentration());
    }
    json.writeEndArray();
    json.writeArrayFieldStart(name + "_y");
    for (PlateCurve.Dot dot : dots) {
      number(dot.response());
    }
    json.writeEndArray();
  }
}
