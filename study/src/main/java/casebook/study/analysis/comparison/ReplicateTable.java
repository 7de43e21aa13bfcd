// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.reference.AssayPrecision;
import casebook.stats.reference.AssayPrecision.Precision;
import casebook.stats.reference.MeanSquares;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.PcrGene;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Pcr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// How the variance of reactions splits into that between samples and that between the replicates
/// of one sample: replicates lie in samples, and are no further persons.
public final class ReplicateTable {
  private static final Address BASE = Address.of("expression_replicates");

  private static final Method WITHIN =
      method(
          "standard deviation within samples",
          "chi-squared",
          "How far replicates of one sample lie apart: the root of the mean square within samples.");

  private static final Method BETWEEN =
      method(
          "standard deviation between samples",
          "",
          "How far samples differ beyond what their replicates explain: mean square between samples"
              + " less that within, over the number of replicates; 0 where that is negative.");

  private static final Method SHARE =
      method(
          "share of replicates in the variance of a sample's mean",
          "",
          "How much of the variance of the averaged value is the error of its replicates: the mean"
              + " square within samples over that between them. More replicates make it smaller,"
              + " more samples do not.");

  private final Cohort cohort;
  private final double level;
  private final Origin origin;
  private final List<Row> rows = new ArrayList<>();

  private ReplicateTable(Cohort cohort, double level, List<Variable> computed) {
    this.cohort = cohort;
    this.level = level;
    this.origin = Origin.of(cohort, computed.getFirst().at());
    Set<String> genes = new LinkedHashSet<>();
    for (Variable variable : computed) {
      genes.add(variable.computed().orElseThrow().cycles().words());
    }
    for (Variable variable : computed) {
      variable.computed().orElseThrow().references().forEach(it -> genes.add(it.words()));
    }
    for (String name : genes) {
      PcrGene gene = gene(name);
      add(name, "cycles", name, samples(gene));
    }
    for (Variable variable : computed) {
      Pcr.Computed rule = variable.computed().orElseThrow();
      add(variable.name(), "log2", variable.label(), normalised(rule));
    }
  }

  private static Method method(String name, String interval, String words) {
    return new Method(
        name,
        interval,
        words,
        "CLSI EP05-A3; Searle SR. Linear Models. Wiley 1971",
        "AssayPrecision, replicates nested in samples");
  }

  /// The table; empty when nothing was measured more than once.
  ///
  /// @param level confidence level of the limits
  public static Optional<Finding> of(Cohort cohort, double level) {
    List<Variable> computed =
        cohort.study().dictionary().variables().stream()
            .filter(variable -> variable.computed().isPresent())
            .toList();
    if (computed.isEmpty()) {
      return Optional.empty();
    }
    ReplicateTable table = new ReplicateTable(cohort, level, computed);
    return table.rows.isEmpty() ? Optional.empty() : Optional.of(table.finding());
  }

  private PcrGene gene(String name) {
    return PcrGene.of(cohort.study().dictionary(), name);
  }

  private Finding finding() {
    List<Column> columns =
        List.of(
            new Column("samples", "Samples", 0, ""),
            new Column("reactions", "Reactions", 0, ""),
            new Column("within", "SD of replicates", 0, ""),
            new Column("between", "SD of samples", 0, ""),
            new Column("share", "Replicates in a sample's mean, % of variance", 0, ""));
    List<String> notes =
        List.of(
            "Replicates lie within samples (nested analysis of variance). Their error is part of the"
                + " value of each sample, and so of the spread that groups are compared by; it is not"
                + " added to it again, and it adds no persons.",
            "Rows in log2 are of relative expression: the target's replicates, less the mean of the"
                + " reference genes in the same sample.",
            "Samples with a reaction beyond the limit are left out here.");
    Heading heading = new Heading(BASE, "Replicates", origin.at(), false, notes, List.of());
    return new Finding.Comparison(heading, columns, rows, List.of(), Optional.empty());
  }

  /// The threshold cycles of each sample in which none lies beyond the limit, by row.
  private Map<Integer, double[]> samples(PcrGene gene) {
    Map<Integer, double[]> found = new LinkedHashMap<>();
    for (int row : cohort.rows().stream().toArray()) {
      PcrGene.Cycles cycles = gene.cycles(cohort.table(), row);
      if (!cycles.values().isEmpty() && cycles.beyond() == 0) {
        found.put(row, cycles.numbers());
      }
    }
    return found;
  }

  /// The target's log2 quantities less the mean of the references', by row.
  private Map<Integer, double[]> normalised(Pcr.Computed rule) {
    PcrGene target = gene(rule.cycles().words());
    List<PcrGene> references = rule.references().stream().map(it -> gene(it.words())).toList();
    Map<Integer, double[]> found = new LinkedHashMap<>();
    boolean usable =
        target.amplicon().value().isPresent()
            && references.stream().allMatch(it -> it.amplicon().value().isPresent());
    if (usable) {
      samples(target)
          .forEach((row, cycles) -> {
            OptionalDouble reference = reference(references, row);
            if (reference.isPresent()) {
              found.put(row, log2(target, cycles, reference.getAsDouble()));
            }
          });
    }
    return found;
  }

  private static double[] log2(PcrGene gene, double[] cycles, double less) {
    double[] values = new double[cycles.length];
    for (int i = 0; i < cycles.length; i++) {
      values[i] = gene.amplicon().orThrow().log2Quantity(cycles[i]) - less;
    }
    return values;
  }

  private OptionalDouble reference(List<PcrGene> references, int row) {
    double sum = 0;
    for (PcrGene gene : references) {
      PcrGene.Cycles cycles = gene.cycles(cohort.table(), row);
      if (cycles.values().isEmpty() || cycles.beyond() > 0) {
        return OptionalDouble.empty();
      }
      double[] values = log2(gene, cycles.numbers(), 0);
      double mean = 0;
      for (double value : values) {
        mean += value / values.length;
      }
      sum += mean / references.size();
    }
    return OptionalDouble.of(sum);
  }

  private void add(String name, String unit, String label, Map<Integer, double[]> samples) {
    int reactions = samples.values().stream().mapToInt(it -> it.length).sum();
    if (samples.values().stream().noneMatch(it -> it.length > 1)) {
      return; // each sample was measured once
    }
    double[][] values = samples.values().toArray(double[][]::new);
    Answer<AssayPrecision.Result> precision = new AssayPrecision(level).ofRuns(values);
    Basis basis =
        origin.basis(
            Counts.of("samples", values.length).and("reactions", reactions),
            Rows.all(values.length));
    Address base = BASE.with(name);
    List<Cell> cells = new ArrayList<>();
    cells.add(count(base.with("samples"), label + ": samples", values.length, basis));
    cells.add(count(base.with("reactions"), label + ": reactions", reactions, basis));
    Answer<Estimate> within =
        precision.map(AssayPrecision.Result::repeatability).map(Precision::standardDeviation);
    Answer<Estimate> between = precision.map(it -> Estimate.of(it.betweenRun()));
    cells.add(
        Cell.of(Form.RATIO, number(base.with("within_sd"), label, WITHIN, within, unit, basis)));
    cells.add(
        Cell.of(
            Form.NUMBER, number(base.with("between_sd"), label, BETWEEN, between, unit, basis)));
    cells.add(
        Cell.of(
            Form.PERCENT,
            number(base.with("replicate_share"), label, SHARE, share(values), "%", basis)));
    rows.add(new Row(label, unit, 0, cells));
  }

  private static Answer<Estimate> share(double[][] values) {
    return MeanSquares.ofRuns(values)
        .flatMap(it ->
            it.between() > 0
                ? Answer.of(Estimate.of(Math.min(100, 100 * it.within() / it.between())))
                : Answer.none("the samples do not differ"));
  }

  private static Cell count(Address address, String label, int count, Basis basis) {
    return Cell.of(Form.COUNT, Origin.value(address, label, count, "", Methods.COUNT, basis));
  }

  private static Statistic number(
      Address address,
      String label,
      Method method,
      Answer<Estimate> answer,
      String unit,
      Basis basis) {
    return new Statistic(
        address,
        label + ": " + method.name(),
        answer.value(),
        Optional.empty(),
        unit,
        method,
        basis,
        answer.value().isPresent() ? "" : answer.outcome().words());
  }
}
