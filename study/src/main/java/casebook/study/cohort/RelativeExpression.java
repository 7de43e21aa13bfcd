// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.describe.Moments;
import casebook.stats.genetic.Expression;
import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Pcr;
import casebook.study.language.Study;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Computes relative expression from threshold cycles, before anything else is done with the rows.
///
/// A target beyond the limit makes an expression of which only the upper bound is known, a
/// reference beyond it one of which only the lower bound is known; both at once, or a gene that was
/// not measured, leave it unknown.
final class RelativeExpression {
  /// Replicates that spread more are named: their standard deviation, in cycles.
  static final double SPREAD = 0.5;

  private final Study study;
  private final Table read;
  private final Queries queries;
  private final Problems problems;

  private RelativeExpression(Study study, Table read, Queries queries, Problems problems) {
    this.study = study;
    this.read = read;
    this.queries = queries;
    this.problems = problems;
  }

  /// The table with the expressions that the study computes.
  static Table added(Study study, Table read, Queries queries, Problems problems) {
    RelativeExpression maker = new RelativeExpression(study, read, queries, problems);
    Table table = read;
    for (Variable variable : study.dictionary().variables()) {
      Optional<Pcr.Computed> computed = variable.computed();
      if (computed.isPresent()) {
        table = table.with(maker.column(variable.name(), computed.get()));
      }
    }
    return table;
  }

  /// The table with the expressions computed anew from its cycles.
  static Table again(Study study, Table table, Queries queries) {
    List<String> computed =
        study.dictionary().variables().stream()
            .filter(it -> it.type() instanceof Dictionary.Type.Measure own && own.computed())
            .map(Variable::name)
            .toList();
    return computed.isEmpty()
        ? table
        : added(study, table.without(computed), queries, new Problems());
  }

  private PcrGene gene(Clause name) {
    PcrGene gene = PcrGene.of(study.dictionary(), name.words());
    if (gene.amplicon().value().isEmpty()) {
      problems.error(
          "study/dilution-without-slope",
          name.wordsAt(),
          "The dilution series of `"
              + name.words()
              + "` gives no efficiency: "
              + gene.amplicon().outcome().words()
              + ".",
          "Give amounts with cycles that rise as the amounts fall; or write"
              + " `efficiency: 97 %`.");
    }
    return gene;
  }

  private Column column(String name, Pcr.Computed computed) {
    PcrGene target = gene(computed.cycles());
    List<PcrGene> references = computed.references().stream().map(this::gene).toList();
    double[] values = new double[read.rows()];
    Presence[] presence = new Presence[read.rows()];
    Map<Integer, Censoring> censored = new HashMap<>();
    List<PcrGene> all = new ArrayList<>(references);
    all.add(target);
    boolean usable = all.stream().allMatch(gene -> gene.amplicon().value().isPresent());
    for (int row = 0; row < values.length; row++) {
      presence[row] = Presence.MISSING;
      if (usable) {
        value(row, target, references, values, presence, censored);
      }
      for (PcrGene gene : all) {
        spread(gene, row);
      }
    }
    if (usable) {
      calibrate(computed, name, values, presence, censored);
    }
    return new Column.Numeric(name, values, presence, Map.of(), censored);
  }

  private void value(
      int row,
      PcrGene target,
      List<PcrGene> references,
      double[] values,
      Presence[] presence,
      Map<Integer, Censoring> censored) {
    PcrGene.Cycles own = target.cycles(read, row);
    List<PcrGene.Cycles> others = references.stream().map(gene -> gene.cycles(read, row)).toList();
    boolean measured =
        !own.values().isEmpty() && others.stream().noneMatch(it -> it.values().isEmpty());
    boolean below = own.beyond() > 0;
    boolean above = others.stream().anyMatch(it -> it.beyond() > 0);
    if (!measured || (below && above)) {
      return;
    }
    Expression expression =
        new Expression(
            target.amplicon().orThrow(),
            references.stream().map(gene -> gene.amplicon().orThrow()).toList());
    List<double[]> cycles = others.stream().map(PcrGene.Cycles::numbers).toList();
    values[row] = expression.of(own.numbers(), cycles).relative();
    presence[row] = Presence.KNOWN;
    if (below || above) {
      censored.put(row, below ? Censoring.BELOW : Censoring.ABOVE);
    }
  }

  /// Replicates that do not agree are for the data manager.
  private void spread(PcrGene gene, int row) {
    PcrGene.Cycles cycles = gene.cycles(read, row);
    if (cycles.values().size() > 1) {
      double deviation = Moments.of(cycles.numbers()).standardDeviation().orElse(0);
      if (deviation > SPREAD) {
        queries.check(
            row,
            gene.name(),
            "the replicates of `"
                + gene.name()
                + "` spread by more than "
                + SPREAD
                + " cycles (standard deviation)");
      }
    }
  }

  private void calibrate(
      Pcr.Computed computed,
      String name,
      double[] values,
      Presence[] presence,
      Map<Integer, Censoring> censored) {
    if (computed.calibrator().isEmpty()) {
      return;
    }
    Clause wanted = computed.calibrator().get();
    OptionalInt found = row(wanted.words());
    if (found.isEmpty()
        || presence[found.getAsInt()] != Presence.KNOWN
        || censored.containsKey(found.getAsInt())) {
      problems.error(
          "study/no-calibrator",
          wanted.wordsAt(),
          found.isEmpty()
              ? "Nobody in the data is called `" + wanted.words() + "`."
              : "The calibrator `" + wanted.words() + "` has no known value of `" + name + "`.",
          "Name a person of the data with all threshold cycles, or leave `calibrator` out: ratios do"
              + " not depend on it.");
      return;
    }
    double one = values[found.getAsInt()];
    for (int row = 0; row < values.length; row++) {
      values[row] /= one;
    }
  }

  private OptionalInt row(String subject) {
    return read.find(study.data().subject())
        .map(column ->
            IntStream.range(0, read.rows())
                .filter(row ->
                    column.known(row)
                        && column instanceof Column.Text text
                        && text.value(row).equals(subject))
                .findFirst())
        .orElse(OptionalInt.empty());
  }
}
