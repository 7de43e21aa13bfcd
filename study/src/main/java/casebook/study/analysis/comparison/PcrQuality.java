// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.describe.Moments;
import casebook.stats.genetic.Amplicon;
import casebook.stats.genetic.ReferenceStability;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.PcrGene;
import casebook.study.data.RowSet;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How well the reactions behind computed expression ran: efficiency, spread of replicates, cycles
/// beyond the limit, stability of the reference genes.
public final class PcrQuality {
  /// Replicates that spread more are named, in cycles.
  private static final double SPREAD = 0.5;

  /// Reference genes above this are not stable enough to lean on.
  private static final double UNSTABLE = 1;

  private static final Address BASE = Address.of("expression_quality");

  private final Cohort cohort;
  private final Origin origin;
  private final Map<String, PcrGene> genes = new LinkedHashMap<>();
  private final Map<String, PcrGene> references = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  private PcrQuality(Cohort cohort, List<Variable> computed) {
    this.cohort = cohort;
    this.origin = Origin.of(cohort, computed.getFirst().at());
    for (Variable variable : computed) {
      Pcr.Computed rule = variable.computed().orElseThrow();
      add(rule.cycles().words(), genes);
      rule.references().forEach(name -> add(name.words(), references));
    }
    references.forEach(genes::putIfAbsent);
  }

  private void add(String name, Map<String, PcrGene> where) {
    where.computeIfAbsent(name, it -> PcrGene.of(cohort.study().dictionary(), it));
  }

  /// The table; empty when the study computes no expression.
  public static Optional<Finding> of(Cohort cohort) {
    List<Variable> computed =
        cohort.study().dictionary().variables().stream()
            .filter(variable -> variable.computed().isPresent())
            .toList();
    return computed.isEmpty()
        ? Optional.empty()
        : Optional.of(new PcrQuality(cohort, computed).finding());
  }

  private Finding finding() {
    Map<String, Double> stability = stability();
    List<Row> rows = new ArrayList<>();
    genes.forEach((name, gene) -> rows.add(row(gene, Optional.ofNullable(stability.get(name)))));
    List<Column> columns =
        List.of(
            new Column("samples", "Samples", 0, ""),
            new Column("efficiency", "Efficiency, %", 0, ""),
            new Column("replicates", "Replicates", 0, ""),
            new Column("spread", "SD of replicates, cycles", 0, ""),
            new Column("uneven", "Samples with SD above 0.5", 0, ""),
            new Column("beyond", "Samples beyond the limit", 0, ""),
            new Column("stability", "Stability M", 0, ""));
    List<String> notes =
        List.of(
            "Replicates are averaged in cycles; they are one sample, not more persons. Samples whose"
                + " replicates spread by more than 0.5 cycles are listed in queries.csv.",
            "A target beyond the limit makes an expression known only to lie below its value, a"
                + " reference gene beyond it one known only to lie above.");
    Heading heading = new Heading(BASE, "Quality of the PCR", origin.at(), false, notes, warnings);
    return new Finding.Comparison(heading, columns, rows, List.of(), Optional.empty());
  }

  private Row row(PcrGene gene, Optional<Double> stability) {
    int samples = 0;
    int beyond = 0;
    int uneven = 0;
    int repeated = 0;
    double variances = 0;
    for (int row : cohort.rows().stream().toArray()) {
      PcrGene.Cycles cycles = gene.cycles(cohort.table(), row);
      samples += cycles.values().isEmpty() ? 0 : 1;
      beyond += cycles.beyond() > 0 ? 1 : 0;
      if (cycles.values().size() > 1) {
        double deviation = Moments.of(cycles.numbers()).standardDeviation().orElse(0);
        repeated++;
        variances += deviation * deviation;
        uneven += deviation > SPREAD ? 1 : 0;
      }
    }
    Place place = new Place(gene.name(), Rows.all(samples));
    boolean replicated = repeated > 0;
    List<Cell> cells = new ArrayList<>();
    cells.add(place.count("samples", samples));
    cells.add(efficiency(place, gene));
    cells.add(place.count("replicates", gene.columns().size()));
    cells.add(
        replicated
            ? place.number("replicate_sd", SPREAD_METHOD, Math.sqrt(variances / repeated))
            : Cell.of(Form.NOT_APPLICABLE));
    cells.add(replicated ? place.count("uneven", uneven) : Cell.of(Form.NOT_APPLICABLE));
    cells.add(
        gene.limit().isPresent() ? place.count("beyond", beyond) : Cell.of(Form.NOT_APPLICABLE));
    cells.add(
        stability
            .map(it -> place.number("stability", STABILITY_METHOD, it))
            .orElse(Cell.of(Form.NOT_APPLICABLE)));
    boolean reference = references.containsKey(gene.name());
    return new Row(gene.name(), reference ? "reference gene" : "", 0, cells);
  }

  private Cell efficiency(Place place, PcrGene gene) {
    OptionalDouble efficiency =
        gene.amplicon()
            .value()
            .map(it -> OptionalDouble.of(100 * (it.efficiency() - 1)))
            .orElse(OptionalDouble.empty());
    // what was declared in percent comes back to the last digit but one
    double shown = Math.rint(efficiency.orElse(Double.NaN) * 1e9) / 1e9;
    Address address = BASE.with(gene.name()).with("efficiency");
    return Cell.of(
        Form.QUANTITY,
        efficiency.isPresent()
            ? Origin.value(
                address, place.label("efficiency"), shown, "%", EFFICIENCY, place.basis())
            : Origin.absent(
                address,
                place.label("efficiency"),
                "%",
                EFFICIENCY,
                place.basis(),
                gene.amplicon().outcome().words()));
  }

  /// M of each reference gene over the persons with all of them.
  private Map<String, Double> stability() {
    Map<String, Double> found = new LinkedHashMap<>();
    List<PcrGene> some = List.copyOf(references.values());
    boolean usable = some.stream().allMatch(gene -> gene.amplicon().value().isPresent());
    RowSet whole = cohort.rows().where(row -> some.stream().allMatch(gene -> usable(gene, row)));
    if (some.size() < 2) {
      warnings.add(
          "There is one reference gene only: nothing shows that it is equally expressed everywhere."
              + " MIQE asks for two or more.");
      return found;
    }
    if (!usable || whole.size() < 2) {
      return found;
    }
    List<Amplicon> amplicons = some.stream().map(gene -> gene.amplicon().orThrow()).toList();
    List<double[]> cycles = some.stream().map(gene -> means(gene, whole)).toList();
    List<Double> stability = new ReferenceStability(amplicons).of(cycles);
    for (int i = 0; i < some.size(); i++) {
      found.put(some.get(i).name(), stability.get(i));
      if (stability.get(i) > UNSTABLE) {
        warnings.add(
            "The reference gene "
                + some.get(i).name()
                + " is not stable (M above 1): it moves against the others from sample to sample,"
                + " and takes the expression of every target with it.");
      }
    }
    return found;
  }

  private boolean usable(PcrGene gene, int row) {
    PcrGene.Cycles cycles = gene.cycles(cohort.table(), row);
    return !cycles.values().isEmpty() && cycles.beyond() == 0;
  }

  private double[] means(PcrGene gene, RowSet rows) {
    return IntStream.range(0, rows.size())
        .mapToDouble(i -> Moments.of(gene.cycles(cohort.table(), rows.row(i)).numbers()).mean())
        .toArray();
  }

  private static final Method EFFICIENCY =
      new Method(
          "efficiency of amplification",
          "",
          "100 % when the product doubles in each cycle; declared, or 10^(-1/slope) - 1 of a"
              + " dilution series.",
          "Pfaffl MW. Nucleic Acids Res 2001;29:e45",
          "");

  private static final Method SPREAD_METHOD =
      new Method(
          "pooled standard deviation of replicates",
          "",
          "How far technical replicates of one sample lie apart, over all samples: the root of the"
              + " mean variance, in cycles.",
          "Bustin SA, Benes V, Garson JA, et al. Clin Chem 2009;55:611-622",
          "");

  private static final Method STABILITY_METHOD =
      new Method(
          "stability of reference genes (geNorm M)",
          "",
          "How much a reference gene moves against the others from sample to sample: the mean"
              + " standard deviation of the log2 ratios. Below 0.5 is usual in samples of one kind;"
              + " above 1 the gene should not be leaned on.",
          "Vandesompele J, De Preter K, Pattyn F, et al. Genome Biol 2002;3:research0034",
          "");

  /// Where the numbers of a gene stand.
  private final class Place {
    private final String gene;
    private final Rows rows;

    Place(String gene, Rows rows) {
      this.gene = gene;
      this.rows = rows;
    }

    String label(String what) {
      return gene + ": " + what;
    }

    Basis basis() {
      return origin.basis(Counts.of("samples", rows.in()), rows);
    }

    Cell count(String slug, int count) {
      Address address = BASE.with(gene).with(slug);
      Statistic number = Origin.value(address, label(slug), count, "", Methods.COUNT, basis());
      return Cell.of(Form.COUNT, number);
    }

    Cell number(String slug, Method method, double value) {
      Address address = BASE.with(gene).with(slug);
      return Cell.of(
          Form.NUMBER, Origin.value(address, label(method.name()), value, "", method, basis()));
    }
  }
}
