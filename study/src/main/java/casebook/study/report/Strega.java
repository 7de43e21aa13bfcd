// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Declared;
import casebook.study.finding.Finding;
import casebook.study.finding.Findings;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Inline;
import java.util.List;
import java.util.Optional;

/// What the STREGA statement asks of a study of genotypes beyond STROBE, filled like that list.
///
/// Source: Little J, Higgins JPT, Ioannidis JPA, et al. PLoS Med 2009;6:e22; the items are theirs,
/// the wording is our own.
final class Strega {
  /// The statement, as the references name it.
  static final String STATEMENT =
      "Little J, Higgins JPT, Ioannidis JPA, et al. PLoS Med 2009;6:e22";

  private static final String TEXT = "Statistical methods";

  private final Findings findings;
  private final Declared declared;
  private final Checklist list;

  private Strega(Findings findings, Places places) {
    this.findings = findings;
    this.declared = findings.study().declared();
    this.list = new Checklist(findings, places);
  }

  /// The list; empty for a study that analyses no genotypes.
  static Optional<Block> of(Findings findings, Places places) {
    boolean genotypes = findings.study().declared().place("genotypes").isPresent();
    return genotypes ? Optional.of(new Strega(findings, places).table()) : Optional.empty();
  }

  private Block table() {
    design();
    laboratory();
    statistics();
    results();
    String note =
        "Items of the STREGA statement, which adds them to STROBE for studies of genotypes ("
            + STATEMENT
            + ", CC BY), in our own words; the numbers are those of the items. Met: it stands there,"
            + " or was computed; whether it reads well is for the authors. Lines are those of "
            + findings.study().file()
            + ".";
    return list.table("strega", "STREGA list. Where each item is met", note);
  }

  private void said(String item, String asked, String fact) {
    list.said(item, asked, "genotyping " + fact, "genotyping: {" + fact + ": ...}");
  }

  private void design() {
    list.section("Introduction, design");
    said("3", "First report, replication, or both", "report");
    list.authors("6", "How a subset was taken from a larger study, if it was", "");
    boolean named = declared.place("variants without a name").isEmpty();
    String asked = "Variants named by a nomenclature in use";
    if (named) {
      list.met("7b", asked, list.line("variants"));
    } else {
      list.missing("7b", asked, "rs: rs... (or hgvs:) of each genotype");
    }
    said("7b", "Variables tied to ancestry", "ancestry");
  }

  private void laboratory() {
    list.section("Laboratory");
    if (declared.place("dna").isPresent()) {
      list.met("8b", "Source of the DNA", list.line("dna"));
    } else {
      list.missing("8b", "Source of the DNA", "dna: germline (or tumour) of each genotype");
    }
    said("8b", "Storage of the DNA", "storage");
    said("8b", "Method and platform, how alleles were called", "method");
    said("8b", "Laboratory", "laboratory");
    said("8b", "Error rate", "error rate");
    said("8b", "All at once or in batches; cases and controls alike", "batches");
    table("8b", "Call rates");
  }

  private void statistics() {
    list.section("Statistical methods");
    list.met("12a", "Software, version, settings", Checklist.text(TEXT));
    if (declared.place("models").isPresent()) {
      list.met("12", "Genetic model, and that it was set beforehand", list.line("models"));
    } else {
      list.missing(
          "12", "Genetic model, and that it was set beforehand", "models: [additive, ...]");
    }
    equilibrium();
    said("12g", "Genotypes or haplotypes that were inferred", "inferred");
    said("12h", "Mixed ancestry (population stratification)", "ancestry");
    said("12i", "Multiple comparisons", "multiple comparisons");
    said("12j", "Relatedness among participants", "relatedness");
  }

  /// The test and its group: the first note of a table of genotypes says them.
  private void equilibrium() {
    Optional<String> group =
        findings.findings().stream()
            .filter(Places::ofGenotypes)
            .flatMap(finding -> finding.heading().notes().stream())
            .findFirst();
    if (group.isPresent()) {
      list.met(
          "12f",
          "Hardy–Weinberg equilibrium: how, and in which group",
          Checklist.text("Exact mid-P test. " + group.get().replaceFirst("\\.$", "")),
          list.shown(Places.GENOTYPES));
    } else {
      list.missing(
          "12f", "Hardy–Weinberg equilibrium: how, and in which group", "- genotypes: ...");
    }
  }

  private void results() {
    list.section("Results");
    table("13a", "How many were to be genotyped, and how many were");
    list.authors("14", "Characteristics by genotype, to be considered", "");
    table("15", "Numbers of each genotype (not of alleles only)");
    List<Inline> effects = list.shown(Finding.Estimates.class);
    if (effects.isEmpty()) {
      list.authors("16", "Effects with their intervals", "");
    } else {
      list.met("16", "Effects with their intervals", effects);
    }
    table("17b", "Results of all variants that were examined");
    list.authors("17c", "Where detailed results can be had", "findings.json holds all of them");
  }

  private void table(String item, String asked) {
    List<Inline> where = list.shown(Places.GENOTYPES);
    if (where.isEmpty()) {
      list.missing(item, asked, "- genotypes: ...");
    } else {
      list.met(item, asked, where);
    }
  }
}
