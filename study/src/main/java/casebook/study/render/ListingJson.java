// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.finding.Finding;
import casebook.study.finding.ListedPatient;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Writes the listings of `findings.json`.
///
/// @param json where they are written
/// @param line writes the line that asked for it
record ListingJson(JsonGenerator json, StudyLineJson line) {
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
    line.write(listing.heading().at());
    json.writeEndObject();
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
