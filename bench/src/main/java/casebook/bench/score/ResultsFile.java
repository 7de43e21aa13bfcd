// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The computed values as JSON: suite -> case id -> statistic -> text. Suites of one name share an
/// entry.
final class ResultsFile {
  private ResultsFile() {}

  static String text(List<SuiteScore> scores) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      for (var suite : grouped(scores).entrySet()) {
        json.writeObjectFieldStart(suite.getKey());
        for (var one : suite.getValue().entrySet()) {
          json.writeObjectFieldStart(one.getKey());
          for (var statistic : one.getValue().entrySet()) {
            json.writeStringField(statistic.getKey(), statistic.getValue());
          }
          json.writeEndObject();
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static Map<String, Map<String, Map<String, String>>> grouped(List<SuiteScore> scores) {
    Map<String, Map<String, Map<String, String>>> suites = new LinkedHashMap<>();
    for (SuiteScore score : scores) {
      Map<String, Map<String, String>> cases =
          suites.computeIfAbsent(score.suite(), _ -> new LinkedHashMap<>());
      for (SuiteScore.Value value : score.values()) {
        cases
            .computeIfAbsent(value.id(), _ -> new LinkedHashMap<>())
            .put(value.statistic(), value.text());
      }
    }
    return suites;
  }
}
