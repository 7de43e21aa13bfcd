// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.amendment.PatientChange;
import casebook.clinic.amendment.PatientChange.AdviceChange;
import casebook.clinic.amendment.Standing;
import casebook.study.amendment.Amendment;
import casebook.study.amendment.Amendments;
import casebook.study.problem.Span;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What changed between two study files, as JSON.
final class AmendmentsJson {
  private AmendmentsJson() {}

  /// @param before the earlier file, as named
  /// @param after the later file, as named
  static String of(
      String before, String after, Amendments amendments, Optional<AmendedPeople> people) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("format", "casebook-amendments/1");
      json.writeStringField("before", before);
      json.writeStringField("after", after);
      json.writeArrayFieldStart("changes");
      for (Amendment amendment : amendments.list()) {
        amendment(json, amendment);
      }
      json.writeEndArray();
      words(json, "same", amendments.same());
      if (people.isPresent()) {
        people(json, people.get());
      }
      json.writeEndObject();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text + "\n";
  }

  private static void amendment(JsonGenerator json, Amendment it) throws IOException {
    json.writeStartObject();
    json.writeStringField("part", it.part());
    words(json, "path", it.path());
    json.writeStringField("change", it.kind().word());
    optional(json, "before", it.before());
    optional(json, "after", it.after());
    optional(json, "otherwise", it.otherwise());
    at(json, "before_at", it.beforeAt());
    at(json, "after_at", it.afterAt());
    json.writeEndObject();
  }

  private static void at(JsonGenerator json, String name, Optional<Span> at) throws IOException {
    if (at.isPresent()) {
      json.writeObjectFieldStart(name);
      json.writeNumberField("line", at.get().line());
      json.writeNumberField("column", at.get().column());
      json.writeEndObject();
    }
  }

  private static void people(JsonGenerator json, AmendedPeople people) throws IOException {
    json.writeNumberField("people", people.all());
    words(json, "only_before", people.left());
    words(json, "only_after", people.joined());
    json.writeArrayFieldStart("patients");
    for (PatientChange change : people.changed()) {
      json.writeStartObject();
      json.writeStringField("patient", change.patient());
      json.writeStringField("on", change.day().toString());
      json.writeObjectFieldStart("before");
      standing(json, change.before());
      json.writeObjectFieldStart("after");
      standing(json, change.after());
      if (change.response() && change.why().isPresent()) {
        json.writeStringField("why", change.why().get());
      }
      json.writeArrayFieldStart("advice");
      for (AdviceChange advice : change.advice()) {
        json.writeStartObject();
        json.writeStringField("about", advice.about());
        optional(json, "before", advice.before().orElse(""));
        optional(json, "after", advice.after().orElse(""));
        json.writeStringField("change", word(advice));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String word(AdviceChange it) {
    return it.before().isEmpty() ? "new" : it.after().isEmpty() ? "left out" : "changed";
  }

  private static void standing(JsonGenerator json, Standing it) throws IOException {
    if (it.verdict().isPresent()) {
      String verdict = it.verdict().get().name().toLowerCase(Locale.ROOT);
      json.writeStringField("eligible", verdict);
      words(json, "against", it.against());
    }
    if (it.best().isPresent()) {
      json.writeStringField("response", it.best().get().name().toLowerCase(Locale.ROOT));
    }
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }

  private static void words(JsonGenerator json, String name, List<String> list) throws IOException {
    json.writeArrayFieldStart(name);
    for (String word : list) {
      json.writeString(word);
    }
    json.writeEndArray();
  }
}
