// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.csv.CsvText;
import casebook.study.data.Column;
import casebook.study.data.PartialDate;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// `analysis.csv`: everybody who is in the study, with all variables, declared and derived, as the
/// analyses used them.
///
/// One row a person in the order of the data, UTF-8 without a byte order mark, `.` as the decimal
/// sign, dates year-month-day, levels by name. An empty cell is missing or was not asked; which of
/// the two, `codebook.csv` and the group tell. Texts that a spreadsheet would run as a formula
/// begin with an apostrophe.
public final class AnalysisSet {
  private static final String GROUP = "case_control";
  private static final int LONGEST_PLAIN = 40;

  private AnalysisSet() {}

  /// Writes the analysis set.
  public static byte[] csv(Cohort cohort) {
    boolean grouped = cohort.groups().cases().size() + cohort.groups().controls().size() > 0;
    StringBuilder out = new StringBuilder();
    List<String> head = new ArrayList<>();
    for (Column column : cohort.table().columns()) {
      head.add(CsvText.text(column.name()));
    }
    if (grouped) {
      head.add(groupName(cohort));
    }
    out.append(CsvText.line(head));
    cohort.rows().stream().forEach(row -> out.append(CsvText.line(row(cohort, row, grouped))));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The header of the column that says `case` or `control`, which no variable has.
  static String groupName(Cohort cohort) {
    String name = GROUP;
    while (cohort.table().find(name).isPresent()) {
      name += "_";
    }
    return name;
  }

  private static List<String> row(Cohort cohort, int row, boolean grouped) {
    List<String> fields = new ArrayList<>();
    for (Column column : cohort.table().columns()) {
      fields.add(field(column, row));
    }
    if (grouped) {
      boolean isCase = cohort.groups().cases().contains(row);
      boolean isControl = cohort.groups().controls().contains(row);
      fields.add(isCase ? "case" : isControl ? "control" : "");
    }
    return fields;
  }

  private static String field(Column column, int row) {
    return switch (column.presence(row)) {
      case NOT_APPLICABLE -> "";
      case MISSING ->
          column instanceof Column.Dates dates
              ? dates.partial(row).map(PartialDate::text).map(CsvText::value).orElse("")
              : "";
      case KNOWN ->
          switch (column) {
            case Column.Numeric numbers -> CsvText.value(number(numbers, row));
            case Column.Dates dates -> CsvText.value(dates.value(row).toString());
            case Column.Leveled levels -> CsvText.text(levels.level(row));
            case Column.Text text -> CsvText.text(text.value(row));
          };
    };
  }

  private static String number(Column.Numeric numbers, int row) {
    String sign =
        switch (numbers.censoring(row)) {
          case NONE -> "";
          case BELOW -> "<";
          case ABOVE -> ">";
        };
    return sign + decimal(numbers.decimal(row));
  }

  /// The shortest way to write a decimal: without a power of ten, unless it is very long.
  static String decimal(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    String plain = bare.toPlainString();
    return plain.length() <= LONGEST_PLAIN ? plain : bare.toString();
  }
}
