// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.csv.CsvText;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Study;
import casebook.study.language.Study.Derived;
import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// `codebook.csv`: what the columns of `analysis.csv` are, one row a column. UTF-8 with a byte
/// order mark, so that spreadsheets read it right.
public final class Codebook {
  private static final List<String> HEAD =
      List.of(
          "variable",
          "label",
          "type",
          "unit",
          "values",
          "asked of",
          "definition",
          "reference limit",
          "known",
          "missing",
          "not applicable");

  private final Cohort cohort;
  private final Study study;

  private Codebook(Cohort cohort) {
    this.cohort = cohort;
    this.study = cohort.study();
  }

  /// Writes the codebook.
  public static byte[] csv(Cohort cohort) {
    Codebook codebook = new Codebook(cohort);
    StringBuilder out = new StringBuilder("\uFEFF").append(CsvText.line(HEAD));
    for (Column column : cohort.table().columns()) {
      out.append(CsvText.line(codebook.line(column)));
    }
    if (cohort.groups().cases().size() + cohort.groups().controls().size() > 0) {
      out.append(CsvText.line(codebook.group()));
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> line(Column column) {
    String name = column.name();
    Optional<Dictionary.Type> type = study.typeOf(name);
    Stream<String> described =
        Stream.of(
            name,
            study.labelOf(name),
            type.map(Codebook::word).orElse("text"),
            type.map(Codebook::unit).orElse(""),
            column instanceof Column.Leveled levels ? String.join("; ", levels.levels()) : "",
            study.dictionary().find(name).map(Variable::of).orElse("all"),
            study.derived(name).map(this::definition).orElse(""));
    return Stream.concat(
            described.map(CsvText::text),
            Stream.of(
                limit(name),
                count(column, Presence.KNOWN),
                count(column, Presence.MISSING),
                count(column, Presence.NOT_APPLICABLE)))
        .toList();
  }

  private List<String> group() {
    int known = cohort.groups().cases().size() + cohort.groups().controls().size();
    return List.of(
        AnalysisSet.groupName(cohort),
        "Group",
        "levels",
        "",
        "control; case",
        "all",
        "",
        "",
        String.valueOf(known),
        String.valueOf(cohort.rows().size() - known),
        "0");
  }

  private static String word(Dictionary.Type type) {
    return switch (type) {
      case Dictionary.Type.Measure measure -> "number";
      case Dictionary.Type.Levels levels -> levels.ordered() ? "ordered levels" : "levels";
      case Dictionary.Type.YesNo yesNo -> "yes/no";
      case Dictionary.Type.Genotype genotype ->
          ("genotype " + genotype.first() + ">" + genotype.second() + " " + genotype.marker().rs())
              .strip();
      case Dictionary.Type.Date date -> "date";
      case Dictionary.Type.Several several -> "list";
      case Dictionary.Type.Text text -> "text";
    };
  }

  private static String unit(Dictionary.Type type) {
    return type instanceof Dictionary.Type.Measure measure ? measure.unit().printed() : "";
  }

  /// The definition as it stands in the study file, as far as it stands in one line.
  private String definition(Derived derived) {
    Span at = derived.definition().at();
    List<String> lines = study.file().lines();
    if (at.line() < 1 || at.line() > lines.size()) {
      return "";
    }
    String line = lines.get(at.line() - 1);
    int from = Math.clamp(at.column() - 1, 0, line.length());
    return line.substring(from, Math.min(line.length(), from + at.length()));
  }

  private String limit(String variable) {
    return cohort.limits().stream()
        .filter(limit -> limit.rule().variable().equals(variable))
        .map(ComputedLimit::value)
        .filter(OptionalDouble::isPresent)
        .map(value -> AnalysisSet.decimal(BigDecimal.valueOf(value.getAsDouble())))
        .findFirst()
        .orElse("");
  }

  private String count(Column column, Presence presence) {
    return String.valueOf(
        cohort.rows().stream().filter(row -> column.presence(row) == presence).count());
  }
}
