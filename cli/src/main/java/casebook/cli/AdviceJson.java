// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.record.Event;
import casebook.clinic.record.EventWords;
import casebook.clinic.record.Struck;
import casebook.clinic.rule.Advice;
import casebook.clinic.rule.Advice.Because;
import casebook.clinic.rule.AdvicePage;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Advice for another program.
final class AdviceJson {
  private AdviceJson() {}

  static String of(AdvicePage page) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("format", "casebook-advice/1");
      json.writeStringField("study", page.study());
      json.writeStringField("events", page.events());
      json.writeStringField("patient", page.patient().patient());
      json.writeStringField("on", page.day().toString());
      json.writeStringField("notice", AdvicePage.RESEARCH);
      json.writeArrayFieldStart("advice");
      for (Advice advice : page.advice()) {
        json.writeStartObject();
        advice(json, advice);
        because(json, advice.because());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("struck");
      for (Struck struck : page.patient().struck()) {
        json.writeStartObject();
        fact(json, struck.event());
        json.writeStringField("reason", struck.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text + "\n";
  }

  private static void advice(JsonGenerator json, Advice advice) throws IOException {
    switch (advice) {
      case Advice.Eligible it -> {
        json.writeStringField("kind", "eligible");
        json.writeStringField("criterion", it.criterion());
        json.writeStringField("verdict", it.verdict().name().toLowerCase(Locale.ROOT));
      }
      case Advice.Dose it -> dose(json, it);
      case Advice.Stop it -> {
        json.writeStringField("kind", "stop");
        days(json, it.from(), it.until());
      }
      case Advice.TestDue it -> due(json, it);
      case Advice.Warning it -> {
        json.writeStringField("kind", "warning");
        json.writeStringField("text", it.text());
        json.writeStringField("source", it.source());
      }
      case Advice.Note it -> {
        json.writeStringField("kind", "note");
        json.writeStringField("text", it.text());
      }
      case Advice.State it -> {
        json.writeStringField("kind", "state");
        json.writeStringField("response", it.response().word());
        json.writeStringField("since", it.since().toString());
        json.writeBooleanField("on_drug", it.onDrug());
      }
      case Advice.CannotTell it -> {
        json.writeStringField("kind", "cannot_tell");
        json.writeStringField("question", it.question());
        json.writeStringField("missing", it.missing());
      }
    }
  }

  private static void dose(JsonGenerator json, Advice.Dose it) throws IOException {
    json.writeStringField("kind", "dose");
    json.writeNumberField("mg_per_kg_per_day", it.mgPerKgPerDay());
    json.writeArrayFieldStart("portions_mg");
    for (BigDecimal portion : it.portions()) {
      json.writeNumber(portion);
    }
    json.writeEndArray();
    days(json, it.from(), it.until());
  }

  private static void due(JsonGenerator json, Advice.TestDue it) throws IOException {
    json.writeStringField("kind", "due");
    json.writeStringField("line", it.line());
    json.writeArrayFieldStart("measures");
    for (String measure : it.measures()) {
      json.writeString(measure);
    }
    json.writeEndArray();
    json.writeStringField("due", it.due().toString());
    days(json, it.window().first(), Optional.of(it.window().last()));
    json.writeStringField("status", it.status().name().toLowerCase(Locale.ROOT));
  }

  private static void days(JsonGenerator json, LocalDate from, Optional<LocalDate> until)
      throws IOException {
    json.writeStringField("from", from.toString());
    if (until.isPresent()) {
      json.writeStringField("until", until.get().toString());
    }
  }

  private static void because(JsonGenerator json, Because because) throws IOException {
    json.writeStringField("because", because.sentence());
    json.writeNumberField("study_line", because.clause().line());
    json.writeArrayFieldStart("facts");
    List<Event> facts = because.facts();
    for (Event event : facts) {
      json.writeStartObject();
      fact(json, event);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void fact(JsonGenerator json, Event event) throws IOException {
    json.writeNumberField("line", event.entry().line());
    json.writeStringField("day", event.day().toString());
    json.writeStringField("event", EventWords.of(event));
  }
}
