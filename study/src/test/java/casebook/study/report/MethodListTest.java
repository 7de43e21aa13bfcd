// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.problem.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MethodListTest {
  private static final Method PERCENTILE =
      new Method("percentile", "", "A share of the values lies below it.", "CLSI EP28-A3c", "");

  @Test
  void methodThatRanWithTwoSettingsIsNamedOnce() {
    assertThat(MethodList.of(List.of(limits("type 6", "type 7", "type 6"))))
        .containsExactly(
            new Document.Entry(
                "Percentile",
                List.of(
                    "A share of the values lies below it.",
                    "Settings: type 6; type 7.",
                    "Reference: CLSI EP28-A3c.")));
  }

  @Test
  void plainCountsNeedNoWords() {
    Method count = new Method("count", "", "The number of persons.", "", "");
    Finding.Limits table = table(List.of(row("a", count)));
    assertThat(MethodList.of(List.of(table))).isEmpty();
  }

  private static Finding.Limits limits(String... settings) {
    return table(Arrays.stream(settings).map(it -> row("a", PERCENTILE.withSettings(it))).toList());
  }

  private static Row row(String label, Method method) {
    return new Row(
        label,
        "",
        0,
        List.of(
            Cell.of(
                Cell.Form.QUANTITY,
                Numbered.value(
                    "a.limit", "limit", 1, "", method, Numbered.basis(1, Rows.all(5), Map.of())))));
  }

  private static Finding.Limits table(List<Row> rows) {
    Address address = Address.of("limits");
    return new Finding.Limits(
        new Heading(
            address, "Limits", new Span("study.yaml", 1, 1, 1), false, List.of(), List.of()),
        List.of(new Finding.Column("value", "Value", 0, "")),
        rows);
  }
}
