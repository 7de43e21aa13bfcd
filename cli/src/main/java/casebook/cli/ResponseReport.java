// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.response.ResponseComparison;
import casebook.clinic.response.ResponseComparison.Patient;
import casebook.clinic.response.ResponseCourse;
import casebook.clinic.response.Spell;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// What `casebook response` prints.
///
/// @param comparison the patients by each definition
record ResponseReport(ResponseComparison comparison) {
  private static final List<Response> DOWN =
      List.of(Response.COMPLETE, Response.PARTIAL, Response.NONE);

  /// For a person.
  String text() {
    StringBuilder text = new StringBuilder();
    List<ResponseDefinition> definitions = comparison.definitions();
    text.append(pad("definition", 20)).append("  treated  complete  partial  no response\n");
    for (int i = 0; i < definitions.size(); i++) {
      text.append(pad(definitions.get(i).name(), 20));
      text.append(right(comparison.patients().size(), 9));
      text.append(right(comparison.count(i, Response.COMPLETE), 10));
      text.append(right(comparison.count(i, Response.PARTIAL), 9));
      text.append(right(comparison.count(i, Response.NONE), 13)).append('\n');
    }
    courses(text);
    differences(text);
    return text.toString();
  }

  /// One line a patient, a column for each definition.
  private void courses(StringBuilder text) {
    int width =
        comparison.patients().stream()
            .flatMap(patient -> patient.courses().stream())
            .mapToInt(
                course -> Math.max(words(course).length(), course.definition().name().length()))
            .max()
            .orElse(0);
    text.append('\n').append(pad("patient", 12));
    comparison.definitions().forEach(it -> text.append(pad(it.name(), width + 2)));
    strip(text).append('\n');
    for (Patient patient : comparison.patients()) {
      text.append(pad(patient.id(), 12));
      patient.courses().forEach(it -> text.append(pad(words(it), width + 2)));
      strip(text).append('\n');
    }
  }

  private void differences(StringBuilder text) {
    List<Patient> differing = comparison.patients().stream().filter(Patient::differs).toList();
    if (comparison.definitions().size() > 1) {
      text.append('\n');
      text.append(differing.isEmpty() ? "Nobody differs.\n" : "who differs, and why\n");
    }
    for (Patient patient : differing) {
      for (int i = 1; i < patient.courses().size(); i++) {
        if (patient.courses().get(i).best() != patient.courses().getFirst().best()) {
          text.append("  patient ").append(patient.id()).append(": ");
          text.append(ResponseComparison.why(patient, i)).append('\n');
        }
      }
    }
  }

  private static String words(ResponseCourse course) {
    boolean dropped = course.dependent() && course.best() == Response.NONE;
    if (dropped) {
      return course.best().word() + " (depends on the drug)";
    }
    StringBuilder words = new StringBuilder(course.best().word());
    course.daysToResponse().ifPresent(days -> words.append(", day ").append(days));
    course.relapse().ifPresent(day -> words.append(", relapse ").append(day));
    if (course.dependent()) {
      words.append(", dependent");
    } else if (!course.spells().isEmpty() && course.current().isEmpty()) {
      course.spells().getLast().lost().ifPresent(day -> words.append(", lost ").append(day));
    }
    return words.toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(2, width - text.length()));
  }

  private static String right(long number, int width) {
    String text = Long.toString(number);
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }

  private static StringBuilder strip(StringBuilder text) {
    while (text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    return text;
  }

  /// For a program.
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("format", "casebook-response/1");
      json.writeNumberField("treated", comparison.patients().size());
      json.writeArrayFieldStart("definitions");
      for (int i = 0; i < comparison.definitions().size(); i++) {
        json.writeStartObject();
        json.writeStringField("name", comparison.definitions().get(i).name());
        for (Response response : DOWN) {
          String name = response.name().toLowerCase(Locale.ROOT);
          json.writeNumberField(name, comparison.count(i, response));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("patients");
      for (Patient patient : comparison.patients()) {
        patient(json, patient);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text + "\n";
  }

  private static void patient(JsonGenerator json, Patient patient) throws IOException {
    json.writeStartObject();
    json.writeStringField("patient", patient.id());
    json.writeArrayFieldStart("courses");
    for (int i = 0; i < patient.courses().size(); i++) {
      ResponseCourse course = patient.courses().get(i);
      json.writeStartObject();
      json.writeStringField("definition", course.definition().name());
      json.writeStringField("best", course.best().name().toLowerCase(Locale.ROOT));
      json.writeBooleanField("dependent", course.dependent());
      if (course.relapse().isPresent()) {
        json.writeStringField("relapse", course.relapse().get().toString());
      }
      spells(json, course.spells());
      if (i > 0 && course.best() != patient.courses().getFirst().best()) {
        json.writeStringField("why", ResponseComparison.why(patient, i));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void spells(JsonGenerator json, List<Spell> spells) throws IOException {
    json.writeArrayFieldStart("spells");
    for (Spell spell : spells) {
      json.writeStartObject();
      json.writeStringField("from", spell.from().toString());
      json.writeStringField("best", spell.best().word());
      json.writeStringField("last", spell.last().toString());
      if (spell.lost().isPresent()) {
        json.writeStringField("lost", spell.lost().get().toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
