// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.stats.contingency.Effect;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;

/// One 2x2 table by every method, as text and as JSON.
///
/// @param table the counts
/// @param level confidence level
/// @param rows the odds ratio by method
/// @param tests the tests of no association
record OddsRatioTable(TwoByTwo table, double level, List<Row> rows, List<Test> tests) {

  /// The odds ratio by one method.
  record Row(String key, String label, Answer<Effect> answer) {}

  /// A test of no association.
  record Test(String key, String label, Answer<TestResult> answer) {}

  /// A table for the terminal.
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("            exposed  unexposed\n");
    text.append(counts("cases", table.a(), table.b()));
    text.append(counts("controls", table.c(), table.d()));
    text.append('\n');
    String interval = Numbers.level(level) + "% interval";
    text.append(line("odds ratio by", "estimate", interval, "P"));
    for (Row row : rows) {
      text.append(
          row.answer()
              .value()
              .map(effect -> line(row.label(), effect))
              .orElseGet(
                  () -> left(row.label()) + "none: " + row.answer().outcome().words() + "\n"));
    }
    text.append('\n').append(line("test", "statistic", "", "P"));
    for (Test test : tests) {
      text.append(
          test.answer()
              .value()
              .map(result -> line(test.label(), number(result.statistic()), "", p(result.p())))
              .orElseGet(
                  () -> left(test.label()) + "none: " + test.answer().outcome().words() + "\n"));
    }
    return text.toString();
  }

  private static String counts(String label, long exposed, long unexposed) {
    return pad(label, 10)
        + right(String.valueOf(exposed), 9)
        + right(String.valueOf(unexposed), 11)
        + "\n";
  }

  private static String line(String label, Effect effect) {
    Estimate estimate = effect.estimate();
    String interval =
        estimate.interval().map(i -> number(i.low()) + " to " + number(i.high())).orElse("");
    return line(label, number(estimate.value()), interval, p(effect.p()));
  }

  private static String line(String label, String value, String interval, String p) {
    return (left(label) + right(value, 10) + "  " + pad(interval, 22) + right(p, 10))
            .stripTrailing()
        + "\n";
  }

  private static String left(String label) {
    return pad(label, 34);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "";
  }

  private static String number(double value) {
    return Numbers.decimals(value, 4);
  }

  private static String p(PValue p) {
    return new Numbers(Journals.named("plain")).precise(p);
  }

  /// The same as JSON, every number at full precision.
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("cases_exposed", table.a());
      json.writeNumberField("cases_unexposed", table.b());
      json.writeNumberField("controls_exposed", table.c());
      json.writeNumberField("controls_unexposed", table.d());
      json.writeNumberField("level", level);
      json.writeObjectFieldStart("odds_ratio");
      for (Row row : rows) {
        json.writeObjectFieldStart(row.key());
        write(json, row);
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeObjectFieldStart("tests");
      for (Test test : tests) {
        json.writeObjectFieldStart(test.key());
        write(json, test);
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text + "\n";
  }

  private static void write(JsonGenerator json, Row row) throws IOException {
    json.writeStringField("method", row.label());
    if (row.answer().value().isEmpty()) {
      json.writeStringField("why_not", row.answer().outcome().words());
      return;
    }
    Effect effect = row.answer().orThrow();
    number(json, "value", effect.estimate().value());
    if (effect.estimate().interval().isPresent()) {
      Interval interval = effect.estimate().interval().get();
      number(json, "low", interval.low());
      number(json, "high", interval.high());
    }
    number(json, "p", effect.p().value());
    number(json, "ln_p", effect.p().ln());
  }

  private static void write(JsonGenerator json, Test test) throws IOException {
    json.writeStringField("method", test.label());
    if (test.answer().value().isEmpty()) {
      json.writeStringField("why_not", test.answer().outcome().words());
      return;
    }
    TestResult result = test.answer().orThrow();
    if (result.statistic().isPresent()) {
      number(json, "statistic", result.statistic().getAsDouble());
    }
    number(json, "p", result.p().value());
    number(json, "ln_p", result.p().ln());
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isInfinite(value)) {
      json.writeStringField(name, value > 0 ? "Inf" : "-Inf");
    } else {
      json.writeNumberField(name, value);
    }
  }
}
