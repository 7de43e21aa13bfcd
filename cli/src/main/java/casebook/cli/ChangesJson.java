// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.stats.result.Interval;
import casebook.study.change.Cause;
import casebook.study.change.Changes;
import casebook.study.change.Difference;
import casebook.study.change.NumberChange;
import casebook.study.finding.Statistic;
import casebook.study.report.Shown;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/// What changed between two runs, as JSON with every number at full precision.
final class ChangesJson {
  private ChangesJson() {}

  static String of(Changes changes) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeArrayFieldStart("differences");
      for (Difference difference : changes.differences()) {
        json.writeStartObject();
        json.writeStringField("what", difference.cause().word());
        json.writeStringField("before", difference.before());
        json.writeStringField("after", difference.after());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("same", changes.same());
      json.writeArrayFieldStart("numbers");
      for (NumberChange number : changes.numbers()) {
        number(json, number);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text + "\n";
  }

  private static void number(JsonGenerator json, NumberChange number) throws IOException {
    json.writeStartObject();
    json.writeStringField("address", number.address());
    json.writeStringField("label", number.label());
    json.writeStringField("change", number.kind().name().toLowerCase(Locale.ROOT));
    json.writeArrayFieldStart("causes");
    for (Cause cause : number.causes()) {
      json.writeString(cause.word());
    }
    json.writeEndArray();
    if (number.before().isPresent()) {
      json.writeObjectFieldStart("before");
      shown(json, number.before().get());
    }
    if (number.after().isPresent()) {
      json.writeObjectFieldStart("after");
      shown(json, number.after().get());
    }
    json.writeEndObject();
  }

  private static void shown(JsonGenerator json, Shown shown) throws IOException {
    Statistic statistic = shown.statistic();
    if (statistic.estimate().isPresent()) {
      number(json, "value", statistic.estimate().get().value());
      if (statistic.estimate().get().interval().isPresent()) {
        Interval interval = statistic.estimate().get().interval().get();
        number(json, "low", interval.low());
        number(json, "high", interval.high());
        number(json, "level", interval.level());
      }
    }
    if (statistic.p().isPresent()) {
      number(json, "p", statistic.p().get().value());
      number(json, "ln_p", statistic.p().get().ln());
    }
    json.writeStringField("printed", shown.printed());
    json.writeStringField("method", statistic.method().name());
    words(json, "interval_method", statistic.method().interval());
    words(json, "settings", statistic.method().settings());
    json.writeNumberField("rows", statistic.basis().rows().in());
    words(json, "why_not", statistic.whyNot());
    json.writeEndObject();
  }

  private static void words(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isInfinite(value)) {
      json.writeStringField(name, value > 0 ? "Inf" : "-Inf");
    } else {
      json.writeNumberField(name, value);
    }
  }
}
