// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.cohort.Cohort;
import casebook.study.cohort.MadeSets;
import casebook.study.cohort.SetMaking;
import casebook.study.data.RowSet;
import casebook.study.language.Selection.Caliper;
import casebook.study.language.Selection.Matching;
import casebook.study.problem.LineNumbers;
import casebook.study.report.style.Numbers;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What came of making matched sets.
///
/// @param cohort the people
/// @param rule what the study declares
/// @param how how they were made
/// @param made the sets
/// @param file where they were written
record MatchReport(Cohort cohort, Matching rule, SetMaking how, MadeSets made, String file) {

  /// For a person.
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(cohort.groups().cases().size()).append(" cases and ");
    text.append(cohort.groups().controls().size()).append(" controls; ");
    text.append(words()).append("; ").append(way()).append(", seed ").append(how.seed());
    text.append("\n\n");
    for (int k = how.controls(); k > 0; k--) {
      line(text, k + (k == 1 ? " control found" : " controls found"), cases(made.found(k)));
    }
    line(text, "no control found", some(made.without()));
    if (made.notJudged().size() > 0) {
      line(text, "a matching variable missing", some(made.notJudged()));
    }
    String of = " of " + cohort.groups().controls().size();
    line(text, "controls used", made.controls() + of + ", each once");
    for (String variable : made.within()) {
      double[] apart = apart(variable);
      if (apart.length > 0) {
        line(
            text,
            variable + " apart",
            "mean " + number(mean(apart)) + ", largest " + number(largest(apart)));
      }
    }
    if (!made.within().isEmpty() && made.controls() > 0) {
      double[] all = made.distances();
      line(
          text,
          "distance (1 is as far as allowed)",
          "mean " + number(mean(all)) + ", sum " + number(Arrays.stream(all).sum()));
    }
    text.append('\n').append(file).append(" has everybody in a set; `");
    text.append(MadeSets.column(cohort)).append("` is the number of the set.\n");
    return text.toString();
  }

  private static void line(StringBuilder text, String left, String right) {
    text.append(left).append(" ".repeat(Math.max(2, 36 - left.length())));
    text.append(right).append('\n');
  }

  private String words() {
    Stream<String> same = rule.exact().stream().map(name -> "same " + name);
    Stream<String> within =
        rule.within().stream().map(caliper -> caliper.variable() + " within " + width(caliper));
    return String.join(", ", Stream.concat(same, within).toList());
  }

  private static String width(Caliper caliper) {
    return caliper.distance().stripTrailingZeros().toPlainString();
  }

  private String way() {
    int most = how.controls();
    return (how.greedy() ? "greedy" : "optimal")
        + (most == 1 ? ", 1 control a case" : ", up to " + most + " controls a case");
  }

  private static String cases(long count) {
    return count + (count == 1 ? " case" : " cases");
  }

  private String some(RowSet rows) {
    return rows.size() == 0
        ? cases(0)
        : cases(rows.size()) + ": " + LineNumbers.words(lines(rows), rows.size());
  }

  private List<Integer> lines(RowSet rows) {
    return rows.stream().map(cohort.table()::line).boxed().toList();
  }

  private double[] apart(String variable) {
    return Arrays.stream(made.differences(cohort, variable)).map(Math::abs).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private static String number(double value) {
    return Numbers.decimals(value, 2);
  }

  /// For a program; lines of the data file instead of ids.
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("file", file);
      json.writeStringField("column", MadeSets.column(cohort));
      json.writeStringField("method", how.greedy() ? "greedy" : "optimal");
      json.writeNumberField("seed", how.seed());
      json.writeNumberField("cases", cohort.groups().cases().size());
      json.writeNumberField("controls", cohort.groups().controls().size());
      json.writeNumberField("controls_used", made.controls());
      json.writeObjectFieldStart("cases_with_controls");
      for (int k = how.controls(); k > 0; k--) {
        json.writeNumberField(Integer.toString(k), made.found(k));
      }
      json.writeEndObject();
      lines(json, "lines_without_control", made.without());
      lines(json, "lines_not_judged", made.notJudged());
      json.writeNumberField("distance", Arrays.stream(made.distances()).sum());
      sets(json);
      json.writeEndObject();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text + "\n";
  }

  private void sets(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("sets");
    for (MadeSets.Made set : made.sets()) {
      json.writeStartObject();
      json.writeNumberField("case_line", cohort.table().line(set.caseRow()));
      json.writeArrayFieldStart("control_lines");
      for (int row : set.controls()) {
        json.writeNumber(cohort.table().line(row));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("distances");
      for (double distance : set.distances()) {
        json.writeNumber(distance);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void lines(JsonGenerator json, String name, RowSet rows) throws IOException {
    json.writeArrayFieldStart(name);
    for (int line : lines(rows)) {
      json.writeNumber(line);
    }
    json.writeEndArray();
  }
}
