// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import static casebook.study.report.Numbered.CHI_SQUARE;
import static casebook.study.report.Numbered.LOGISTIC;
import static casebook.study.report.Numbered.WALD;
import static casebook.study.report.Numbered.basis;
import static casebook.study.report.Numbered.dash;
import static casebook.study.report.Numbered.none;
import static casebook.study.report.Numbered.ratio;
import static casebook.study.report.Numbered.reference;
import static casebook.study.report.Numbered.share;
import static casebook.study.report.Numbered.shareOf;
import static casebook.study.report.Numbered.test;
import static casebook.study.report.Numbered.value;

import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The associations among [LetterFindings]: the primary one as the letter prints it, and one with
/// an empty cell.
final class LetterAssociations {
  private static final Column CASES = LetterFindings.CASES;
  private static final Column CONTROLS = LetterFindings.CONTROLS;

  private LetterAssociations() {}

  static Finding primary() {
    List<Column> columns =
        List.of(
            CASES,
            CONTROLS,
            new Column("crude", "Crude OR", 0, ""),
            new Column(
                "la_and_apa",
                "Adjusted OR, LA and APA",
                0,
                "Adjusted for sex, age, LA and APA; n = 490."),
            new Column(
                "all_known_factors",
                "Adjusted OR, all known factors",
                0,
                "Adjusted for sex, age, LA, APA, FVL, PT20210A, F12 46 T/T and FVIII; n = 490."));
    String path = "association.igm_positive";
    List<Row> rows =
        List.of(
            new Row("IgM anti-PS", "", 0, List.of(none(), none(), none(), none(), none())),
            new Row(
                "no",
                "",
                1,
                List.of(
                    share(path + ".no.cases", "no, cases", 232, 244, 57),
                    share(path + ".no.controls", "no, controls", 244, 246, 57),
                    reference(),
                    reference(),
                    reference())),
            new Row("yes", "", 1, positive(path)),
            new Row("First events only", "", 0, firstEvents(path + ".restricted.first_events")));
    return new Finding.Estimates(
        LetterFindings.heading(path, "IgM anti-PS and venous thrombosis", 57, true),
        columns,
        rows,
        List.of(
            test(
                path + ".chi_square.p",
                "Pearson chi-square test",
                0.006388,
                CHI_SQUARE,
                basis(57, Rows.all(490), Map.of())),
            ratio(
                path + ".la_and_apa.age.odds_ratio",
                0.9931,
                0.9811,
                1.0053,
                0.2641,
                LOGISTIC,
                basis(57, Rows.all(490), Map.of("n", 490L)))));
  }

  private static List<Cell> positive(String path) {
    return List.of(
        share(path + ".yes.cases", "IgM anti-PS, cases", 12, 244, 57),
        share(path + ".yes.controls", "IgM anti-PS, controls", 2, 246, 57),
        Cell.of(Form.RATIO, crude(path)),
        Cell.of(Form.RATIO, adjusted(path + ".la_and_apa", 6.1002, 1.3285, 28.0104, 0.02)),
        Cell.of(
            Form.RATIO, adjusted(path + ".all_known_factors", 7.0009, 1.4631, 33.4984, 0.0148)));
  }

  private static Statistic crude(String path) {
    Basis plain = basis(57, Rows.all(490), Map.of());
    var score =
        ratio(
            path + ".crude.score.odds_ratio",
            6.310344827586207,
            1.5588,
            25.4482,
            0.006443,
            new Method(
                "sample odds ratio",
                "Miettinen–Nurminen",
                "The odds of exposure among cases divided by the odds among controls.",
                "Miettinen and Nurminen 1985, Stat Med 4:213",
                ""),
            plain);
    Map<String, Long> table = new LinkedHashMap<>();
    table.put("cases_exposed", 12L);
    table.put("cases_unexposed", 232L);
    table.put("controls_exposed", 2L);
    table.put("controls_unexposed", 244L);
    Rows rows = new Rows(490, List.of(new Rows.Out("igm_ps is missing", 10)));
    return ratio(
        path + ".crude.odds_ratio",
        6.310344827586207,
        1.3972311338492103,
        28.499545192171077,
        0.0166,
        WALD,
        basis(57, rows, table, new Basis.Other(Basis.CASEBOOK, score)));
  }

  private static Statistic adjusted(String path, double value, double low, double high, double p) {
    return ratio(
        path + ".odds_ratio",
        value,
        low,
        high,
        p,
        LOGISTIC,
        basis(57, Rows.all(490), Numbered.inOrder("n", 490, "events", 244)));
  }

  private static List<Cell> firstEvents(String path) {
    return List.of(
        shareOf(Form.COUNT_OF_PERCENT, path + ".cases", "first events, cases", 8, 183, 57),
        shareOf(Form.COUNT_OF_PERCENT, path + ".controls", "first events, controls", 2, 246, 57),
        Cell.of(
            Form.RATIO,
            ratio(
                path + ".crude.odds_ratio",
                5.577142857142857,
                1.170080727980006,
                26.583227725387424,
                0.031,
                WALD,
                basis(57, Rows.all(429), Map.of("n", 429L)))),
        dash(),
        dash());
  }

  static Finding exploratory() {
    List<Column> columns =
        List.of(
            CASES,
            CONTROLS,
            new Column("crude", "Crude OR", 0, ""),
            new Column("la_and_apa", "Adjusted OR", 0, ""));
    String path = "association.igg_positive";
    Basis basis = basis(64, Rows.all(490), Map.of());
    var crude =
        ratio(
            path + ".crude.odds_ratio",
            Double.POSITIVE_INFINITY,
            1.2006,
            Double.POSITIVE_INFINITY,
            0.0296,
            WALD,
            basis);
    var none =
        Numbered.absent(
            path + ".la_and_apa.odds_ratio",
            "IgG anti-PS: adjusted odds ratio",
            LOGISTIC,
            basis,
            "no control has IgG anti-PS, so that maximum likelihood has no answer");
    return new Finding.Estimates(
        LetterFindings.heading(path, "IgG anti-PS and venous thrombosis", 64, false),
        columns,
        List.of(
            new Row(
                "IgG anti-PS",
                "",
                0,
                List.of(
                    share(path + ".yes.cases", "IgG anti-PS, cases", 6, 244, 64),
                    share(path + ".yes.controls", "IgG anti-PS, controls", 0, 246, 64),
                    Cell.of(Form.RATIO, crude),
                    Cell.of(Form.RATIO, none)))));
  }
}
