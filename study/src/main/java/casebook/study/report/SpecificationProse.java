// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.stats.result.Estimate;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Choice;
import casebook.study.finding.Choice.Option;
import casebook.study.finding.Finding.Specifications;
import casebook.study.finding.Finding.Specifications.Specification;
import casebook.study.finding.SpecificationSummary;
import casebook.study.finding.Statistic;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Inline;
import casebook.study.report.figure.SpecificationChoices;
import casebook.study.report.style.CellText;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The sentences that a paper says of its sensitivity analyses: what they say together, then what
/// each choice alone does to the main result.
///
/// @param grid the specifications
/// @param numbers how numbers are printed
/// @param level the confidence level as printed
record SpecificationProse(Specifications grid, Numbers numbers, String level) {

  List<Block> paragraphs() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(summary()));
    List<Inline> single = single();
    if (!single.isEmpty()) {
      blocks.add(new Block.Paragraph(single));
    }
    return blocks;
  }

  /// What the methods section says of grids.
  static Prose methods(List<Specifications> grids, List<Inline.Link> places, Prose prose) {
    if (grids.isEmpty()) {
      return prose;
    }
    Set<String> choices = new LinkedHashSet<>();
    for (Specifications grid : grids) {
      SpecificationChoices.several(grid)
          .forEach(place -> choices.add(noun(grid.choices().get(place))));
    }
    prose.sentence("How far the result hangs on choices of the analysis was shown by estimating");
    prose.say(" the odds ratio under every combination of the declared ");
    prose.say(Prose.list(List.copyOf(choices)));
    for (int i = 0; i < places.size(); i++) {
      prose.say(i == 0 ? " (" : ", ").link(places.get(i));
    }
    prose.say(")").cite(grids.getFirst().summary().lowest().method().reference());
    return prose.say("; these are descriptions, without tests of their own.");
  }

  /// The summary without links, for those who cannot see the figure.
  String words() {
    StringBuilder words = new StringBuilder();
    for (Inline inline : summary()) {
      words.append(
          switch (inline) {
            case Inline.Text text -> text.text();
            case Inline.Printed printed -> printed.text();
            case Inline.Link link -> link.text();
          });
    }
    return words.toString();
  }

  private List<Inline> summary() {
    SpecificationSummary summary = grid.summary();
    List<Inline> line = new ArrayList<>();
    add(line, "The question was answered in ");
    add(line, summary.all(), count(summary.all()));
    add(line, " ways (" + crossed() + "). ");
    if (summary.lowest().estimate().isEmpty()) {
      add(line, "None of them gave an odds ratio.");
      return line;
    }
    add(line, "The odds ratio ranged from ");
    add(line, summary.lowest(), ratio(summary.lowest()));
    add(line, " to ");
    add(line, summary.highest(), ratio(summary.highest()));
    add(line, "; its " + level + "% confidence interval excluded 1 in ");
    add(line, summary.excluding(), count(summary.excluding()));
    if (count(summary.answered()).equals(count(summary.all()))) {
      add(line, " of them.");
    } else {
      add(line, " of the ");
      add(line, summary.answered(), count(summary.answered()));
      add(line, " that could be estimated.");
    }
    most().ifPresent(most -> most(line, most));
    return line;
  }

  private void most(List<Inline> line, Statistic most) {
    add(line, " What moved it most was the choice of " + moving(most) + ", by a factor of ");
    add(line, most, ratio(most));
    add(line, " on average with the other choices held.");
  }

  /// The choice that moves the answer most.
  private Optional<Statistic> most() {
    return grid.summary().moved().stream()
        .filter(it -> it.estimate().isPresent())
        .max(Comparator.comparingDouble(it -> it.estimate().orElseThrow().value()))
        .filter(it -> grid.summary().moved().size() > 1);
  }

  private String moving(Statistic moved) {
    int place = grid.summary().moved().indexOf(moved);
    Choice choice = grid.choices().get(SpecificationChoices.several(grid).get(place));
    return noun(choice);
  }

  private static String noun(Choice choice) {
    return choice.label().equals("Adjusted for")
        ? "covariates"
        : choice.label().toLowerCase(Locale.ROOT);
  }

  /// Such as `2 groups of people, 3 sets of covariates, 2 estimators`.
  private String crossed() {
    List<String> words = new ArrayList<>();
    for (int place : SpecificationChoices.several(grid)) {
      Choice choice = grid.choices().get(place);
      String noun =
          switch (choice.label()) {
            case "People" -> "groups of people";
            case "Adjusted for" -> "sets of covariates";
            default -> noun(choice) + "s";
          };
      words.add(numbers.count(choice.options().size()) + " " + noun);
    }
    return words.isEmpty() ? "nothing was chosen otherwise" : String.join(" × ", words);
  }

  /// What becomes of the main result when one choice is another.
  private List<Inline> single() {
    List<Inline> line = new ArrayList<>();
    Optional<Specification> main =
        grid.specifications().stream().filter(Specification::main).findFirst();
    main.ifPresent(it -> {
      add(line, "The main result is ");
      answer(line, it.answer());
      add(line, ".");
    });
    for (int place = 0; place < grid.choices().size() && main.isPresent(); place++) {
      List<Option> options = grid.choices().get(place).options();
      for (int option = 0; option < options.size(); option++) {
        List<Integer> taken = new ArrayList<>(main.get().taken());
        taken.set(place, option);
        int here = place;
        int chosen = option;
        grid.specifications().stream()
            .filter(it -> it.taken().equals(taken) && !it.main())
            .findFirst()
            .ifPresent(it -> sentence(line, it, here, options.get(chosen)));
      }
    }
    return line.size() > 3 ? line : List.of();
  }

  private void sentence(List<Inline> line, Specification other, int place, Option option) {
    boolean counts = grid.choices().get(place).label().matches("People|Cut-off");
    add(line, " " + option.words() + value(grid.choices().get(place), option));
    List<Cell> exposed =
        other.row().cells().stream().filter(it -> it.form() == Form.COUNT_OF_PERCENT).toList();
    if (counts && exposed.size() == 2) {
      add(line, ", ");
      exposed(line, exposed.getFirst(), " cases and ");
      exposed(line, exposed.getLast(), " controls were exposed; the odds ratio was ");
    } else {
      add(line, ", the odds ratio was ");
    }
    answer(line, other.answer());
    add(line, ".");
  }

  private String value(Choice choice, Option option) {
    if (option.value().isEmpty()) {
      return "";
    }
    String value = numbers.quantity(Estimate.of(option.value().getAsDouble()));
    return " (" + value + (choice.unit().isEmpty() ? "" : " " + choice.unit()) + ")";
  }

  private void exposed(List<Inline> line, Cell cell, String after) {
    Statistic count = cell.statistics().getFirst();
    String of = numbers.count(CellText.denominator(cell.statistics()));
    add(line, count, count(count) + " of " + of);
    add(line, after);
  }

  private void answer(List<Inline> line, Statistic answer) {
    add(line, answer, answer.estimate().map(numbers::ratio).orElse(Numbers.NOT_ESTIMABLE));
  }

  private String count(Statistic count) {
    return numbers.count(Math.round(count.estimate().orElseThrow().value()));
  }

  private String ratio(Statistic ratio) {
    return numbers.ratio(Estimate.of(ratio.estimate().orElseThrow().value()));
  }

  private static void add(List<Inline> line, String words) {
    line.add(new Inline.Text(words));
  }

  private static void add(List<Inline> line, Statistic number, String text) {
    line.add(new Inline.Printed(text, number.address().path()));
  }
}
