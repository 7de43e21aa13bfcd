// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Choice;
import casebook.study.finding.Choice.Option;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Finding.Specifications;
import casebook.study.finding.Finding.Specifications.Specification;
import casebook.study.finding.Rows;
import casebook.study.finding.SpecificationSummary;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.problem.Span;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.TableCell;
import casebook.study.report.figure.Drawing;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Shape;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.SpecificationFigure;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpecificationFigureTest {
  private static final Span AT = Span.ofLine("study.yaml", 9);
  private final Numbers numbers = new Numbers(Journals.named("plain"));

  private static Statistic number(String slug, Optional<Estimate> estimate, String whyNot) {
    return new Statistic(
        new Address("association.x.sensitivity." + slug),
        slug,
        estimate,
        Optional.empty(),
        "",
        Numbered.WALD,
        new Basis(Map.of(), Rows.all(9), AT, List.of("data.csv"), List.of()),
        whyNot);
  }

  private static Statistic value(String slug, double value) {
    return number(slug, Optional.of(Estimate.of(value)), "");
  }

  private static Specification answer(int place, boolean main, List<Integer> taken, double value) {
    Estimate estimate = new Estimate(value, new Interval(value / 2, value * 2, 0.95));
    Statistic odds =
        value > 0
            ? number("s" + place + ".odds_ratio", Optional.of(estimate), "")
            : number("s" + place + ".odds_ratio", Optional.empty(), "it is the same in everybody");
    Row row = new Row(Integer.toString(place), "", 0, List.of(Cell.of(Form.RATIO, odds)));
    return new Specification(taken, main, row);
  }

  private static Option option(String label, String words) {
    return new Option(label, OptionalDouble.empty(), words);
  }

  /// Two groups of people, one set of covariates, two cut-offs.
  private static Specifications grid() {
    return new Specifications(
        new Heading(new Address("association.x.sensitivity"), "X", AT, false, List.of(), List.of()),
        List.of(
            new Choice("People", "", List.of(option("everybody", ""), option("women", "In women"))),
            new Choice("Adjusted for", "", List.of(option("nothing (crude)", ""))),
            new Choice(
                "Cut-off",
                "AU",
                List.of(
                    new Option("in use", OptionalDouble.of(8.2), ""),
                    new Option("kit", OptionalDouble.of(10), "With the limit from kit")))),
        List.of(new Column("odds_ratio", "Odds ratio", 0, "")),
        List.of(
            answer(1, false, List.of(1, 0, 0), 1.5),
            answer(2, true, List.of(0, 0, 0), 3),
            answer(3, false, List.of(0, 0, 1), 6),
            answer(4, false, List.of(1, 0, 1), 0)),
        new SpecificationSummary(
            value("specifications", 4),
            value("answered", 3),
            value("lowest.odds_ratio", 1.5),
            value("highest.odds_ratio", 6),
            value("excluding_one", 2),
            List.of(
                value("moved_by.people.range_ratio", 2),
                value("moved_by.cut_off.range_ratio", 2.5))));
  }

  private static <T extends Shape> List<T> shapes(Drawing drawing, Class<T> kind) {
    return drawing.shapes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Three squares of estimates and, below, one mark a specification and choice.
  @Test
  void eachSpecificationHasItsMarks() {
    Drawing drawing = SpecificationFigure.of(grid(), numbers, "95");
    List<Shape.Box> boxes = shapes(drawing, Shape.Box.class);
    assertThat(boxes).hasSize(3 + 4 * 2);
    assertThat(boxes).filteredOn(box -> box.fill() == Fill.INK).hasSize(3);
    // a larger odds ratio lies higher and further right
    assertThat(boxes.get(2).y()).isLessThan(boxes.get(0).y());
    assertThat(boxes.get(2).x()).isGreaterThan(boxes.get(0).x());
  }

  @Test
  void intervalsThatHoldOneArePale() {
    Drawing drawing = SpecificationFigure.of(grid(), numbers, "95");
    List<Shape.Line> upright =
        shapes(drawing, Shape.Line.class).stream().filter(it -> it.x1() == it.x2()).toList();
    assertThat(upright).filteredOn(it -> it.stroke() == Stroke.ACCENT).hasSize(2);
    assertThat(upright).filteredOn(it -> it.stroke() == Stroke.QUIET).hasSize(1);
    assertThat(upright).filteredOn(it -> it.stroke() == Stroke.DASHED).hasSize(1);
  }

  @Test
  void choiceOfOneOptionIsNotDrawn() {
    assertThat(shapes(SpecificationFigure.of(grid(), numbers, "95"), Shape.Text.class))
        .extracting(Shape.Text::text)
        .contains("People", "Cut-off", "kit: 10 AU", "Main: 3.00 (1.50–6.00)")
        .doesNotContain("Adjusted for", "nothing (crude)");
  }

  @Test
  void hundredSpecificationsStayInsideTheFigure() {
    List<Specification> many = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      many.add(answer(i, i == 50, List.of(i % 2, 0, (i / 2) % 2), 1 + i / 20.0));
    }
    Specifications small = grid();
    Drawing drawing =
        SpecificationFigure.of(
            new Specifications(
                small.heading(), small.choices(), small.columns(), many, small.summary()),
            numbers,
            "95");
    assertThat(shapes(drawing, Shape.Box.class))
        .allSatisfy(box -> assertThat(box.x() + box.width()).isLessThan(drawing.width()));
    assertThat(shapes(drawing, Shape.Text.class))
        .extracting(Shape.Text::text)
        .contains("1", "10", "100")
        .doesNotContain("11");
  }

  private static String text(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      for (Document.Inline inline : ((Block.Paragraph) block).content()) {
        text.append(
            switch (inline) {
              case Document.Inline.Text words -> words.text();
              case Document.Inline.Printed printed -> printed.text();
              case Document.Inline.Link link -> link.text();
            });
      }
      text.append("\n");
    }
    return text.toString();
  }

  @Test
  void sentencesSumUpAndTakeOneChoiceAtATime() {
    assertThat(text(new SpecificationProse(grid(), numbers, "95").paragraphs()))
        .isEqualTo(
            """
            The question was answered in 4 ways (2 groups of people × 2 cut-offs). The odds ratio \
            ranged from 1.50 to 6.0; its 95% confidence interval excluded 1 in 2 of the 3 that \
            could be estimated. What moved it most was the choice of cut-off, by a factor of 2.50 \
            on average with the other choices held.
            The main result is 3.00 (1.50–6.00). In women, the odds ratio was 1.50 (0.75–3.00). \
            With the limit from kit (10 AU), the odds ratio was 6.0 (3.0–12.0).
            """);
  }

  @Test
  void tableNamesWhatWasChosenInEachLine() {
    Block.Table table =
        new SpecificationTable(grid(), Journals.named("plain"), "95")
            .table("table-1", "Table 1. X", List.of("A note."));
    assertThat(table.head())
        .extracting(Document.Head::text)
        .containsExactly("No.", "People", "Cut-off, AU", "Odds ratio (95% CI)");
    assertThat(table.rows().get(2).cells())
        .extracting(SpecificationFigureTest::words)
        .containsExactly("everybody", "kit: 10", "6.0 (3.0–12.0)");
    // the reason stands below
    assertThat(table.footnotes())
        .anySatisfy(note -> assertThat(note.text()).startsWith("It is the same in everybody"));
  }

  private static String words(TableCell cell) {
    return String.join(
        "",
        cell.content().stream()
            .flatMap(inline ->
                switch (inline) {
                  case Document.Inline.Text words -> Stream.of(words.text());
                  case Document.Inline.Printed printed -> Stream.of(printed.text());
                  case Document.Inline.Link link -> Stream.of(link.text());
                })
            .toList());
  }
}
