// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Plot;
import casebook.study.finding.Statistic;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Inline;
import casebook.study.report.figure.CalibrationFigure;
import casebook.study.report.figure.CurveFigure;
import casebook.study.report.figure.FlowFigure;
import casebook.study.report.figure.ForestFigure;
import casebook.study.report.figure.ForestRows;
import casebook.study.report.figure.PlotFigure;
import casebook.study.report.figure.SpecificationFigure;
import casebook.study.report.figure.SurvivalFigure;
import casebook.study.report.style.CellText;
import casebook.study.report.style.FurtherCells;
import casebook.study.report.style.Journal;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Writes the tables and figures of findings, not yet numbered (see `Numbering`), so that several
/// threads may write at once.
final class Sections {
  private final Journal journal;
  private final Numbers numbers;
  private final double confidence;
  private final String level;
  private final String note;

  /// @param confidence the confidence level
  /// @param note a sentence that belongs under every table and figure; may be empty
  Sections(Journal journal, double confidence, String note) {
    this.journal = journal;
    this.numbers = new Numbers(journal);
    this.confidence = confidence;
    this.level = Numbers.level(confidence);
    this.note = note;
  }

  /// The tables and figures of a finding.
  List<Block> of(Finding finding) {
    return switch (finding) {
      case Finding.Flow flow -> flow(flow);
      case Finding.Characteristics t ->
          List.of(table(t.heading(), t.columns(), t.rows(), subject(t)));
      case Finding.Estimates t -> estimates(t);
      case Finding.Limits t -> List.of(table(t.heading(), t.columns(), t.rows(), t.head()));
      case Finding.Matching t -> List.of(table(t.heading(), t.columns(), t.rows(), "Check"));
      case Finding.Statements t -> List.of(table(t.heading(), t.columns(), t.rows(), "Sentence"));
      case Finding.Curve curve -> curve(curve);
      case Finding.Specifications grid -> specifications(grid);
      case Finding.Calibration calibration -> calibration(calibration);
      case Finding.Timelines timelines -> timelines(timelines);
      case Finding.Comparison t -> comparison(t);
      case Finding.Correlation t -> correlation(t);
      case Finding.Outcomes t -> outcomes(t);
      case Finding.Listing t -> List.of(listing(t));
      case Finding.Survival t -> survival(t);
    };
  }

  private static String subject(Finding.Characteristics table) {
    return Places.ofGenotypes(table) ? "Genotype" : "Characteristic";
  }

  /// The primary result, before anything else.
  List<Block> lead(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding instanceof Finding.Estimates table && table.heading().primary()) {
        for (Finding.Row row : table.rows()) {
          if (row.cells().stream().anyMatch(c -> c.form() == Cell.Form.RATIO)) {
            return List.of(new Block.Lead(table.heading().title(), facts(table, row)));
          }
        }
      }
    }
    return List.of();
  }

  private List<Document.Fact> facts(Finding.Estimates table, Finding.Row row) {
    CellText text = new CellText(numbers);
    List<Document.Fact> facts = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      Cell cell = row.cells().get(i);
      if (!cell.statistics().isEmpty() && cell.form() != Cell.Form.P) {
        String address = cell.statistics().getFirst().address().path();
        String label = table.columns().get(i).label() + words(cell.form());
        facts.add(new Document.Fact(label, new Inline.Printed(text.of(row, i), address)));
      }
    }
    return facts;
  }

  private String words(Cell.Form form) {
    return switch (form) {
      case RATIO, DIFFERENCE, CORRELATION, RATE, TIME, PERCENT -> " (" + level + "% CI)";
      case COUNT_PERCENT -> ", n (%)";
      case COUNT_OF_PERCENT -> ", n/N (%)";
      case PROPORTION -> ", n/N, % (" + level + "% CI)";
      case COUNT,
          MEAN_SD,
          MEAN_SE,
          MEDIAN_QUARTILES,
          MEDIAN_RANGE,
          TIME_QUARTILES,
          TIME_RANGE,
          P,
          NUMBER,
          QUANTITY,
          REFERENCE,
          NOT_APPLICABLE,
          EMPTY ->
          "";
    };
  }

  private Block.Table table(
      Finding.Heading heading, List<Finding.Column> columns, List<Finding.Row> rows, String first) {
    List<String> general = new ArrayList<>(heading.notes());
    if (!note.isBlank()) {
      general.add(note);
    }
    return new TableText(columns, rows, journal, level)
        .table(Numbering.TABLE, heading.title(), first, general);
  }

  private List<Block> estimates(Finding.Estimates table) {
    List<Block> blocks = new ArrayList<>();
    Finding.Heading heading = table.heading();
    blocks.add(table(tagged(heading, table.columns()), table.columns(), table.rows(), "Exposure"));
    ForestRows forest = ForestRows.of(table, numbers, level);
    if (forest.worthDrawing()) {
      blocks.add(
          new Block.Figure(
              "forest",
              heading.title() + ": forest plot",
              "Counts are n/N. Squares are estimates, their area is proportional to precision"
                  + " (inverse variance of the logarithm); lines are "
                  + level
                  + "% confidence intervals, an arrow where the interval goes beyond the axis."
                  + (note.isBlank() ? "" : " " + note),
              forest.words(),
              ForestFigure.of(forest, numbers)));
    }
    return blocks;
  }

  /// The numbers of a finding that its own table does not show; empty when it shows all.
  List<Block> further(Finding finding) {
    List<Statistic> further =
        finding instanceof Finding.Estimates table
            ? table.further()
            : finding instanceof Finding.Survival survival ? survival.further() : List.of();
    return further.isEmpty() ? List.of() : List.of(further(finding.heading().title(), further));
  }

  private Block further(String title, List<Statistic> further) {
    FurtherCells cells = new FurtherCells(further, numbers);
    return new TableText(cells.columns(), cells.rows(), journal, level)
        .table(
            Numbering.SUPPLEMENT,
            title + ": further numbers",
            "Number",
            note.isBlank() ? List.of() : List.of(note));
  }

  private List<Block> comparison(Finding.Comparison comparison) {
    List<Block> blocks =
        new ArrayList<>(new ComparisonProse(numbers, confidence).of(comparison.contrasts()));
    Finding.Heading heading = comparison.heading();
    boolean tested =
        comparison.rows().stream()
            .flatMap(row -> row.cells().stream())
            .anyMatch(cell -> cell.form() == Cell.Form.P);
    blocks.add(
        table(
            tested ? tagged(heading, comparison.columns()) : heading,
            comparison.columns(),
            comparison.rows(),
            head(comparison.columns())));
    comparison.figure().ifPresent(it -> blocks.add(plot(heading, it, "values")));
    return blocks;
  }

  /// What the rows of a table of a measurement are.
  private static String head(List<Finding.Column> columns) {
    List<String> slugs = columns.stream().map(Finding.Column::slug).toList();
    return slugs.contains("samples") ? "Gene" : slugs.contains("detectable") ? "Contrast" : "Group";
  }

  private List<Block> correlation(Finding.Correlation correlation) {
    List<Block> blocks = new ArrayList<>();
    Finding.Heading heading = correlation.heading();
    blocks.add(
        table(
            tagged(heading, correlation.columns()),
            correlation.columns(),
            correlation.rows(),
            "Correlation"));
    correlation.figure().ifPresent(it -> blocks.add(plot(heading, it, "scatter")));
    return blocks;
  }

  private Block listing(Finding.Listing listing) {
    List<String> general = new ArrayList<>(listing.heading().notes());
    general.add(note);
    general.removeIf(String::isBlank);
    return ListingText.table(listing, Numbering.TABLE, general);
  }

  private List<Block> outcomes(Finding.Outcomes table) {
    List<Block> blocks = new ArrayList<>(new OutcomeProse(numbers).of(table.statements()));
    blocks.add(table(table.heading(), table.columns(), table.rows(), table.place().head()));
    return blocks;
  }

  private List<Block> survival(Finding.Survival survival) {
    List<Block> blocks = new ArrayList<>(new SurvivalProse(survival, numbers, level).paragraphs());
    if (!survival.rows().isEmpty()) {
      boolean tested =
          survival.rows().stream()
              .flatMap(row -> row.cells().stream())
              .anyMatch(cell -> cell.form() == Cell.Form.P);
      Finding.Heading heading = survival.heading();
      blocks.add(
          table(
              tested ? tagged(heading, survival.columns()) : heading,
              survival.columns(),
              survival.rows(),
              "Group"));
    }
    if (SurvivalFigure.worthDrawing(survival)) {
      blocks.add(
          new Block.Figure(
              "survival",
              survival.heading().title(),
              (SurvivalFigure.legend(survival, level) + " " + note).strip(),
              SurvivalFigure.words(survival, numbers),
              SurvivalFigure.of(survival, numbers)));
    }
    return blocks;
  }

  /// What is neither primary nor a member of a family is exploratory.
  private static Finding.Heading tagged(Finding.Heading heading, List<Finding.Column> columns) {
    boolean answers = heading.primary() || FamilyProse.holds(columns);
    return new Finding.Heading(
        heading.address(),
        heading.title() + (answers ? "" : " (exploratory)"),
        heading.at(),
        heading.primary(),
        heading.notes(),
        heading.warnings());
  }

  private Block plot(Finding.Heading heading, Plot plot, String name) {
    return new Block.Figure(
        name,
        heading.title(),
        (PlotFigure.legend(plot, level) + " " + note).strip(),
        PlotFigure.words(plot, numbers),
        PlotFigure.of(plot, numbers));
  }

  private List<Block> flow(Finding.Flow flow) {
    List<String> idle = FlowFigure.idle(flow);
    List<String> legend = new ArrayList<>();
    if (!idle.isEmpty()) {
      legend.add("Nobody left at: " + String.join("; ", idle) + ".");
    }
    legend.addAll(flow.heading().notes());
    legend.add(note);
    return List.of(
        new Block.Figure(
            "flow",
            flow.heading().title(),
            String.join(" ", legend).strip(),
            FlowFigure.words(flow, numbers),
            FlowFigure.of(flow, numbers)));
  }

  private List<Block> curve(Finding.Curve curve) {
    String legend =
        "The line is the estimate, the shaded band its "
            + level
            + "% confidence interval"
            + (curve.method().interval().isEmpty() ? "" : ", " + curve.method().interval())
            + ", cut off at the edge of the figure; the dashed line is the value in use. Below: how"
            + " many persons lie above.";
    List<String> words = new ArrayList<>(List.of(legend));
    words.addAll(curve.heading().notes());
    words.add(note);
    return List.of(
        new Block.Figure(
            "curve",
            curve.heading().title(),
            String.join(" ", words).strip(),
            CurveFigure.words(curve, numbers),
            CurveFigure.of(curve, numbers, level)));
  }

  private List<Block> specifications(Finding.Specifications grid) {
    Finding.Heading heading = grid.heading();
    List<String> general = new ArrayList<>(heading.notes());
    general.add(note);
    general.removeIf(String::isBlank);
    SpecificationProse prose = new SpecificationProse(grid, numbers, level);
    List<Block> blocks = new ArrayList<>(prose.paragraphs());
    blocks.add(
        new Block.Figure(
            "specifications",
            heading.title(),
            (SpecificationFigure.legend(grid, level) + " " + note).strip(),
            prose.words(),
            SpecificationFigure.of(grid, numbers, level)));
    blocks.add(
        new SpecificationTable(grid, journal, level)
            .table(Numbering.TABLE, heading.title(), general));
    return blocks;
  }

  private List<Block> calibration(Finding.Calibration calibration) {
    String legend =
        "Squares are standards, mean of their wells; those without any concentration are not drawn."
            + " The line is the fitted curve, the bar above the axis reaches from the lowest to the"
            + " highest sample within the standards"
            + (calibration.marks().isEmpty() ? "." : "; the dashed line is the cut-off in use.");
    return List.of(
        new Block.Figure(
            "calibration",
            calibration.heading().title(),
            (legend + " " + note).strip(),
            CalibrationFigure.words(calibration, numbers),
            CalibrationFigure.of(calibration, numbers)));
  }

  private List<Block> timelines(Finding.Timelines timelines) {
    if (timelines.patients().isEmpty()) {
      return List.of(new Block.Paragraph(List.of(new Inline.Text(TimelineBlocks.NOBODY))));
    }
    return new TimelineBlocks(timelines, numbers, note).figures();
  }
}
