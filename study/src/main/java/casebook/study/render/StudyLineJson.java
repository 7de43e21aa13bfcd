// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.finding.Findings;
import casebook.study.problem.Span;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// Writes which line of the study file asked for a part of `findings.json`.
///
/// @param json where it is written
/// @param study the study file, whose line is quoted
record StudyLineJson(JsonGenerator json, Findings.StudyFile study) {
  /// Writes a place as `at`; nothing when it is not known.
  void write(Span at) throws IOException {
    if (at.line() < 1) {
      return;
    }
    json.writeObjectFieldStart("at");
    json.writeNumberField("line", at.line());
    if (at.column() > 0) {
      json.writeNumberField("column", at.column());
    }
    List<String> lines = study.lines();
    if (at.line() <= lines.size()) {
      String text = lines.get(at.line() - 1).strip();
      if (!text.isEmpty()) {
        json.writeStringField("text", text);
      }
    }
    json.writeEndObject();
  }
}
