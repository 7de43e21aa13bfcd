// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import static casebook.study.report.Numbered.CHI_SQUARE;
import static casebook.study.report.Numbered.DIFFERENCE;
import static casebook.study.report.Numbered.LIMIT;
import static casebook.study.report.Numbered.MEAN;
import static casebook.study.report.Numbered.MEDIAN;
import static casebook.study.report.Numbered.basis;
import static casebook.study.report.Numbered.count;
import static casebook.study.report.Numbered.dash;
import static casebook.study.report.Numbered.none;
import static casebook.study.report.Numbered.share;
import static casebook.study.report.Numbered.test;
import static casebook.study.report.Numbered.value;

import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Flow;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Findings;
import casebook.study.finding.Profile;
import casebook.study.finding.Rows;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic.Basis;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Findings made by hand that resemble the anti-protein S letter: its printed numbers, and beside
/// them what a letter rarely shows, an empty cell, a model without an answer, a dash.
public final class LetterFindings {
  static final Column CASES = new Column("cases", "Cases", 244, "");
  static final Column CONTROLS = new Column("controls", "Controls", 246, "");

  private LetterFindings() {}

  /// The findings in a journal style.
  public static Findings in(String journal) {
    return with(
        journal, "IgM anti-protein S antibodies as a risk factor for venous thrombosis", "");
  }

  /// The findings with a title and with more text in a label.
  public static Findings with(String journal, String title, String label) {
    return new Findings(
        "0.1.0",
        new Findings.StudyFile("study.yaml", "ab".repeat(32), lines()),
        List.of(new Findings.DataFile("participants.csv", "cd".repeat(32), 500)),
        new Settings(Profile.SPSS14, journal, 0.95, 1, 1, Optional.empty()),
        title,
        "The data are reconstructed from the printed numbers of the letter; they are not the"
            + " patients' own.",
        List.of(
            flow(),
            characteristics(label),
            LetterAssociations.primary(),
            LetterAssociations.exploratory(),
            limits(),
            matching()),
        remarks());
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 70; i++) {
      lines.add(i == 57 ? "  - association: igm_positive" : "line " + i);
    }
    return lines;
  }

  private static List<Problem> remarks() {
    Span at = new Span("study.yaml", 43, 3, 30);
    return List.of(
        Problem.warning(
            "study/limit-from-own-controls",
            at,
            "The limit of IgM anti-PS is the 99th percentile of the same controls that it is"
                + " compared with, so that the number of positive controls is fixed in advance.",
            "Read the exceedance test beside the odds ratio."),
        Problem.note(
            "study/default-used", Span.ofLine("study.yaml", 40), "Percentiles are of type 6."));
  }

  static Heading heading(String address, String title, int line, boolean primary) {
    Span at = new Span("study.yaml", line, 5, 10);
    return new Heading(new Address(address), title, at, primary, List.of(), List.of());
  }

  private static Flow flow() {
    List<Flow.Step> steps = new ArrayList<>();
    steps.add(step("Recruited", 250, 250, List.of()));
    steps.add(step("referred in the study period", 250, 250, List.of()));
    steps.add(step("first event under 70", 250, 250, List.of()));
    Flow.Out out =
        new Flow.Out(
            "unknown because igm_ps is missing",
            true,
            List.of(
                new Flow.GroupCount("Cases", count("flow.plasma.out.cases", "left", 6, 37)),
                new Flow.GroupCount("Controls", count("flow.plasma.out.controls", "left", 4, 37))));
    steps.add(step("plasma available", 244, 246, List.of(out)));
    return new Flow(heading("flow", "Participants", 32, false), steps);
  }

  private static Flow.Step step(String label, int cases, int controls, List<Flow.Out> out) {
    String address = "flow." + Address.slug(label);
    return new Flow.Step(
        label,
        List.of(
            new Flow.GroupCount("Cases", count(address + ".cases", label, cases, 33)),
            new Flow.GroupCount("Controls", count(address + ".controls", label, controls, 33))),
        out);
  }

  private static Finding characteristics(String label) {
    List<Column> columns =
        List.of(
            CASES,
            CONTROLS,
            new Column("difference", "Standardised difference", 0, ""),
            new Column("p", "P value", 0, ""));
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Age", "years, mean ± SE", 0, age()));
    rows.add(new Row("Sex", "n (%)", 0, sex()));
    rows.add(level("male", "sex.male", 108, 107));
    rows.add(level("female", "sex.female", 136, 139));
    rows.add(new Row("Site", "n (%)", 0, empty()));
    rows.add(ofCases("DVT", "site.dvt", 161, 241));
    rows.add(ofCases("PE", "site.pe", 80, 241));
    rows.add(new Row("missing", "n", 1, missing()));
    rows.add(new Row("Factor VIII" + label, "%, median (Q1–Q3)", 0, factor()));
    rows.add(level("Lupus anticoagulant", "la.yes", 14, 0));
    Heading heading =
        new Heading(
            new Address("characteristics"),
            "Characteristics of cases and controls",
            new Span("study.yaml", 54, 5, 20),
            false,
            List.of("Percentages are of those for whom the value is known."),
            List.of());
    return new Finding.Characteristics(heading, columns, rows);
  }

  private static List<Cell> age() {
    Basis basis = basis(54, Rows.all(244), Map.of("n", 244L));
    return List.of(
        Cell.of(
            Form.MEAN_SE,
            value(
                "characteristics.age.cases.mean", "Age, cases: mean", 46.25, "years", MEAN, basis),
            value("characteristics.age.cases.se", "Age: SE", 0.934, "years", MEAN, basis)),
        Cell.of(
            Form.MEAN_SE,
            value("characteristics.age.controls.mean", "Age: mean", 47.148, "years", MEAN, basis),
            value("characteristics.age.controls.se", "Age: SE", 0.951, "years", MEAN, basis)),
        difference("characteristics.age.difference", -0.0612),
        p("characteristics.age.test", 0.4999));
  }

  private static List<Cell> sex() {
    return List.of(
        none(),
        none(),
        difference("characteristics.sex.difference", 0.0154),
        p("sex.test", 0.8643));
  }

  private static List<Cell> empty() {
    return List.of(none(), none(), none(), none());
  }

  private static List<Cell> missing() {
    return List.of(
        Cell.of(Form.COUNT, count("characteristics.site.cases.missing", "Site: missing", 3, 54)),
        dash(),
        none(),
        none());
  }

  private static List<Cell> factor() {
    return List.of(
        quartiles("cases", 151, 122.5, 183), quartiles("controls", 128, 107, 152), none(), none());
  }

  private static Cell quartiles(String group, double median, double first, double third) {
    String address = "characteristics.fviii." + group;
    Basis basis = basis(54, Rows.all(240), Map.of("n", 240L));
    return Cell.of(
        Form.MEDIAN_QUARTILES,
        value(address + ".median", "Factor VIII: median", median, "%", MEDIAN, basis),
        value(address + ".q1", "Factor VIII: first quartile", first, "%", MEDIAN, basis),
        value(address + ".q3", "Factor VIII: third quartile", third, "%", MEDIAN, basis));
  }

  private static Row level(String label, String address, long cases, long controls) {
    String path = "characteristics." + address;
    return new Row(
        label,
        "",
        label.equals("Lupus anticoagulant") ? 0 : 1,
        List.of(
            share(path + ".cases", label + ", cases", cases, 244, 54),
            share(path + ".controls", label + ", controls", controls, 246, 54),
            none(),
            none()));
  }

  private static Row ofCases(String label, String address, long cases, long of) {
    Cell cell = share("characteristics." + address + ".cases", label, cases, of, 54);
    return new Row(label, "", 1, List.of(cell, dash(), none(), none()));
  }

  private static Cell difference(String address, double value) {
    Basis basis = basis(54, Rows.all(490), Map.of());
    return Cell.of(Form.NUMBER, value(address, "difference", value, "", DIFFERENCE, basis));
  }

  private static Cell p(String address, double p) {
    return Cell.of(
        Form.P, test(address, "test", p, CHI_SQUARE, basis(54, Rows.all(490), Map.of())));
  }

  private static Finding limits() {
    List<Column> columns =
        List.of(
            new Column("n", "Controls", 0, ""),
            new Column("limit", "Limit", 0, ""),
            new Column("above", "Above the limit", 0, ""));
    return new Finding.Limits(
        heading("limits", "Reference limits", 43, false),
        columns,
        List.of(limit("IgM anti-PS", "AU", 8.2, 2), limit("FVIII", "%", 181.25, 24)));
  }

  private static Row limit(String label, String unit, double limit, long above) {
    String path = "limits." + Address.slug(label);
    Basis basis = basis(43, Rows.all(246), Numbered.inOrder("n", 246, "above", above));
    return new Row(
        label,
        unit,
        0,
        List.of(
            Cell.of(Form.COUNT, count(path + ".n", label + ": controls", 246, 43)),
            Cell.of(
                Form.QUANTITY,
                value(path + ".limit", label + ": limit", limit, unit, LIMIT, basis)),
            Cell.of(Form.COUNT, count(path + ".above", label + ": above", above, 43))));
  }

  private static Finding matching() {
    List<Column> columns = List.of(new Column("value", "Value", 0, ""));
    return new Finding.Matching(
        heading("matching", "Matching by sex and age within 10 years, checked", 40, false),
        columns,
        List.of(
            new Row(
                "Sex", "standardised difference", 0, List.of(difference("matching.sex", 0.0154))),
            new Row(
                "Age", "standardised difference", 0, List.of(difference("matching.age", -0.0612))),
            new Row(
                "Cases without an eligible control",
                "n",
                0,
                List.of(Cell.of(Form.COUNT, count("matching.none", "none", 0, 40))))));
  }
}
