// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.csv.CsvText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// `queries.csv`: what the data manager should look at, one row a question, in the order of the
/// data. UTF-8 with a byte order mark, so that spreadsheets read it right.
public final class QueryList {
  private static final List<String> HEAD =
      List.of("file", "line", "subject", "variable", "kind", "message");

  private QueryList() {}

  /// Writes the queries of a cohort; with none there is the head alone.
  public static byte[] csv(Cohort cohort) {
    StringBuilder out = new StringBuilder("\uFEFF").append(CsvText.line(HEAD));
    for (Query query : cohort.queries()) {
      out.append(
          CsvText.line(
              Stream.of(
                      query.file(),
                      String.valueOf(query.line()),
                      query.subject(),
                      query.variable(),
                      query.kind(),
                      query.message())
                  .map(CsvText::text)
                  .toList()));
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
