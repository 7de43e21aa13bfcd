// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.finding.Finding;
import casebook.study.finding.Findings;
import casebook.study.finding.ListedPatient;
import casebook.study.problem.Span;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Writes the listings of `findings.json`.
///
/// @param json where they are written
/// @param study the study file, whose line is quoted
record ListingJson(JsonGenerator json, Findings.StudyFile study) {
  void write(Finding.Listing listing) throws IOException {
    json.writeStartObject();
    json.writeStringField("address", listing.heading().address().path());
    json.writeStringField("title", listing.heading().title());
    json.writeArrayFieldStart("columns");
    for (Finding.Column column : listing.columns()) {
      json.writeString(column.label());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("patients");
    for (ListedPatient patient : listing.patients()) {
      json.writeStartObject();
      json.writeStringField("patient", patient.id());
      json.writeArrayFieldStart("values");
      for (ListedPatient.Value value : patient.values()) {
        value(value);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    at(listing.heading().at());
    json.writeEndObject();
  }

  private void at(Span at) throws IOException {
    if (at.line() > 0 && at.line() <= study.lines().size()) {
      json.writeObjectFieldStart("at");
      json.writeNumberField("line", at.line());
      json.writeStringField("text", study.lines().get(at.line() - 1).strip());
      json.writeEndObject();
    }
  }

  private void value(ListedPatient.Value value) throws IOException {
    json.writeStartObject();
    json.writeStringField("address", value.address().path());
    json.writeStringField("label", value.label());
    json.writeStringField("printed", value.text());
    json.writeArrayFieldStart("read_in");
    for (String source : value.sources()) {
      json.writeString(source);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
