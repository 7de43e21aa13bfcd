// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.genotype;

import casebook.stats.genetic.AlleleFrequency;
import casebook.stats.genetic.GenotypeCounts;
import casebook.stats.genetic.HardyWeinberg;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.TestResult;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.analysis.provenance.Values;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import casebook.study.language.Dictionary.Type.Genotype;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of one genotype: counts, call rate, allele frequency, equilibrium.
///
/// @param variable the genotype
/// @param column its values, by the number of counted alleles
/// @param groups the columns of the table
/// @param base the beginning of the addresses of these numbers
/// @param origin where they come from
/// @param level of the intervals
record GenotypeRows(
    StudyVariable variable,
    Column.Leveled column,
    List<GenotypeGroup> groups,
    Address base,
    Origin origin,
    double level) {
  /// Pearson's test of equilibrium needs as many in each cell.
  private static final double SMALLEST_EXPECTED = 5;

  GenotypeRows {
    groups = List.copyOf(groups);
  }

  private Genotype type() {
    return (Genotype) variable.type();
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(row(variable.label(), facts(), 0, group -> Cell.of(Form.EMPTY)));
    for (int copies = 0; copies < 3; copies++) {
      int wanted = copies;
      rows.add(row(column.levels().get(copies), "n (%)", 1, group -> count(group, wanted)));
    }
    rows.add(row("Call rate", "n/N (%)", 1, this::callRate));
    rows.add(row("Allele " + type().second(), "frequency (CI)", 1, this::frequency));
    rows.add(row("Hardy–Weinberg equilibrium", "exact mid-P", 1, this::equilibrium));
    rows.add(row("Inbreeding coefficient", "", 1, this::inbreeding));
    return rows;
  }

  private interface CellOf {
    Cell of(GenotypeGroup group);
  }

  private Row row(String label, String unit, int indent, CellOf cell) {
    return new Row(label, unit, indent, groups.stream().map(cell::of).toList());
  }

  /// What is known of the variant: `rs2279744, T>G, forward strand, germline DNA`.
  private String facts() {
    Genotype.Marker marker = type().marker();
    List<String> facts = new ArrayList<>();
    if (!marker.rs().isEmpty()) {
      facts.add(marker.rs());
    }
    if (!marker.hgvs().isEmpty()) {
      facts.add(marker.hgvs());
    }
    facts.add(type().first() + ">" + type().second());
    if (!marker.strand().isEmpty()) {
      facts.add(marker.strand() + " strand");
    }
    if (!marker.dna().isEmpty()) {
      facts.add(marker.dna() + " DNA");
    }
    return String.join(", ", facts);
  }

  /// The genotypes of a group.
  GenotypeCounts counts(RowSet rows) {
    return GenotypeCounts.of(
        rows.stream().map(row -> column.known(row) ? column.code(row) : -1).toArray());
  }

  private Basis basis(GenotypeGroup group) {
    GenotypeCounts counts = counts(group.rows());
    Values values = Values.of(column, group.rows());
    Counts named =
        Counts.of("homozygous_first", counts.aa())
            .and("heterozygous", counts.ab())
            .and("homozygous_second", counts.bb())
            .and("missing", values.missing());
    return origin.basis(named, values.rows(variable.name()));
  }

  private String label(GenotypeGroup group, String what) {
    return variable.label() + ", " + group.label() + ": " + what;
  }

  private Cell count(GenotypeGroup group, int copies) {
    GenotypeCounts counts = counts(group.rows());
    String genotype = column.levels().get(copies);
    return share(
        group,
        base.with(genotype).with(group.slug()),
        genotype,
        counts.withCopies(copies),
        counts.people(),
        Form.COUNT_PERCENT,
        Methods.PERCENT);
  }

  private Cell callRate(GenotypeGroup group) {
    Values values = Values.of(column, group.rows());
    return share(
        group,
        base.with("call rate").with(group.slug()),
        "genotype known",
        values.known(),
        values.known() + values.missing(),
        Form.COUNT_OF_PERCENT,
        GenotypeMethods.CALL_RATE);
  }

  private Cell share(
      GenotypeGroup group,
      Address address,
      String what,
      int count,
      int of,
      Form form,
      Method method) {
    Basis basis =
        origin.basis(
            Counts.of("count", count).and("of", of),
            Values.of(column, group.rows()).rows(variable.name()));
    Statistic number =
        Origin.value(address.with("count"), label(group, what), count, "", Methods.COUNT, basis);
    Address place = address.with("percent");
    String words = label(group, what + ", percentage");
    Statistic percent =
        of == 0
            ? Origin.absent(place, words, "%", method, basis, "no genotype is known")
            : Origin.value(place, words, 100.0 * count / of, "%", method, basis);
    return Cell.of(form, number, percent);
  }

  private Cell frequency(GenotypeGroup group) {
    Answer<Estimate> answer = new AlleleFrequency(level).of(counts(group.rows()));
    Statistic frequency =
        new Statistic(
            base.with("allele " + type().second()).with(group.slug()).with("frequency"),
            label(group, "frequency of allele " + type().second()),
            answer.value(),
            Optional.empty(),
            "",
            GenotypeMethods.ALLELE_FREQUENCY,
            basis(group),
            answer.value().isPresent() ? "" : answer.outcome().words());
    return Cell.of(Form.RATIO, frequency);
  }

  private Cell equilibrium(GenotypeGroup group) {
    GenotypeCounts counts = counts(group.rows());
    Address address = base.with("hardy weinberg").with(group.slug());
    if (counts.people() == 0) {
      Answer<TestResult> none = Answer.none("no genotype is known");
      return Cell.of(
          Form.P, test(group, address.with("p"), none, GenotypeMethods.MID_P, basis(group)));
    }
    HardyWeinberg genotypes = HardyWeinberg.of(counts);
    boolean two = genotypes.inbreeding().value().isPresent();
    Basis basis = basis(group);
    Statistic chiSquare =
        test(
            group,
            address.with("chi_square"),
            chiSquare(genotypes),
            GenotypeMethods.CHI_SQUARE,
            basis);
    Statistic exact =
        test(
            group,
            address.with("exact"),
            seen(two, genotypes.exact()),
            GenotypeMethods.EXACT,
            basis);
    Basis wider =
        basis.withOthers(List.of(new Other("exact", exact), new Other("chi-square", chiSquare)));
    return Cell.of(
        Form.P,
        test(group, address.with("p"), seen(two, genotypes.midP()), GenotypeMethods.MID_P, wider));
  }

  /// With one allele there is nothing that could be out of equilibrium, though P is 1.
  private static Answer<TestResult> seen(boolean two, TestResult result) {
    return two ? Answer.of(result) : Answer.none("only one allele is seen");
  }

  private static Answer<TestResult> chiSquare(HardyWeinberg genotypes) {
    boolean few = genotypes.expected().stream().anyMatch(it -> it < SMALLEST_EXPECTED);
    return genotypes
        .chiSquare()
        .flatMap(result -> few ? Answer.none("an expected count is below 5") : Answer.of(result));
  }

  private Statistic test(
      GenotypeGroup group, Address address, Answer<TestResult> answer, Method method, Basis basis) {
    Optional<TestResult> result = answer.value();
    Optional<Estimate> value =
        result
            .filter(test -> test.statistic().isPresent())
            .map(test -> Estimate.of(test.statistic().getAsDouble()));
    return new Statistic(
        address,
        label(group, method.name()),
        value,
        result.map(TestResult::p),
        "",
        method,
        basis,
        result.isPresent() ? "" : answer.outcome().words());
  }

  private Cell inbreeding(GenotypeGroup group) {
    GenotypeCounts counts = counts(group.rows());
    Address address = base.with("hardy weinberg").with(group.slug()).with("inbreeding");
    String words = label(group, "inbreeding coefficient");
    Answer<Double> answer =
        counts.people() == 0
            ? Answer.none("no genotype is known")
            : HardyWeinberg.of(counts).inbreeding();
    Statistic coefficient =
        answer
            .value()
            .map(it ->
                Origin.value(address, words, it, "", GenotypeMethods.INBREEDING, basis(group)))
            .orElseGet(() ->
                Origin.absent(
                    address,
                    words,
                    "",
                    GenotypeMethods.INBREEDING,
                    basis(group),
                    answer.outcome().words()));
    return Cell.of(Form.NUMBER, coefficient);
  }
}
