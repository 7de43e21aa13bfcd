// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Missing values counted by hand: 3 cases, 4 controls; -1 and NaN are missing, -2 was not asked.
class MissingValuesTest {
  private static final double GONE = Double.NaN;

  private static Finding.Characteristics table(String... variables) {
    CohortFixture people =
        new CohortFixture(3, 4)
            .number("age", 40, GONE, 50, 60, GONE, GONE, 30)
            .yesNo("smoker", 1, -1, 0, 0, 1, -1, 0)
            .yesNo("recurrent", 1, 0, -1, -2, -2, -2, -2);
    List<Named> named =
        List.of(variables).stream().map(it -> new Named(it, CohortFixture.AT)).toList();
    MissingValues.Spec spec =
        new MissingValues.Spec(named, Optional.empty(), Optional.empty(), CohortFixture.AT);
    List<Finding> findings = new MissingValues().run(spec, people.cohort(), Settings.standard());
    return (Finding.Characteristics) findings.getFirst();
  }

  private static List<String> counts(Finding.Row row) {
    return row.cells().stream()
        .map(cell ->
            cell.statistics().isEmpty()
                ? "-"
                : value(cell.statistics().getFirst())
                    + "/"
                    + cell.statistics().getFirst().basis().counts().get("of"))
        .toList();
  }

  private static long value(Statistic count) {
    return Math.round(count.estimate().orElseThrow().value());
  }

  @Test
  void everyVariableIsCountedAmongThoseAsked() {
    Finding.Characteristics table = table("age", "smoker", "recurrent");
    assertThat(counts(table.rows().get(0))).containsExactly("1/3", "2/4");
    assertThat(counts(table.rows().get(1))).containsExactly("1/3", "1/4");
    assertThat(counts(table.rows().get(2))).containsExactly("1/3", "-");
    assertThat(table.rows().get(2).cells().get(1).form()).isEqualTo(Cell.Form.NOT_APPLICABLE);
  }

  /// Whoever was not asked lacks nothing.
  @Test
  void lastRowCountsWhoHasThemAll() {
    assertThat(counts(table("age", "smoker", "recurrent").rows().getLast()))
        .containsExactly("1/3", "2/4");
    assertThat(counts(table("age").rows().getLast())).containsExactly("2/3", "2/4");
  }
}
