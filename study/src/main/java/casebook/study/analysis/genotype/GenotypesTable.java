// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.genotype;

import casebook.stats.genetic.GenotypeCounts;
import casebook.stats.genetic.HardyWeinberg;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary.Type.Genotype;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table of genotypes, with what is to be said below it.
///
/// @param base the beginning of the addresses of its numbers
/// @param spec what was asked for
/// @param cohort the people
/// @param groups its columns
/// @param leftOut how many are in no column because their group is not known
/// @param level of the intervals
public record GenotypesTable(
    Address base,
    GenotypesSpec spec,
    Cohort cohort,
    List<GenotypeGroup> groups,
    int leftOut,
    double level) {
  public GenotypesTable {
    groups = List.copyOf(groups);
  }

  /// The finding.
  public Finding finding() {
    List<Row> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    notes.add(equilibriumNote());
    for (Clause named : spec.variables()) {
      GenotypeRows genotype = rows(named.words());
      rows.addAll(genotype.rows());
      notes.addAll(absent(genotype));
      warnings.addAll(warnings(genotype));
    }
    if (leftOut > 0) {
      String persons = leftOut == 1 ? " person is" : " persons are";
      notes.add(leftOut + persons + " in no column: the group is not known.");
    }
    List<Finding.Column> columns =
        groups.stream()
            .map(it -> new Finding.Column(it.slug(), it.label(), it.rows().size(), ""))
            .toList();
    Heading heading = new Heading(base, title(), spec.at(), false, notes, warnings);
    return new Finding.Characteristics(heading, columns, rows);
  }

  private GenotypeRows rows(String name) {
    StudyVariable variable = StudyVariable.find(cohort.study(), name).orElseThrow();
    return new GenotypeRows(
        variable,
        (Column.Leveled) cohort.table().column(name),
        groups,
        spec.variables().size() == 1 ? base : base.with(name),
        Origin.of(cohort, spec.at()),
        level);
  }

  private String title() {
    List<String> labels =
        spec.variables().stream().map(it -> cohort.study().labelOf(it.words())).toList();
    return labels.size() > 3 ? "Genotypes" : "Genotypes of " + Sentence.list(labels);
  }

  private String declared() {
    return groups.stream()
        .filter(GenotypeGroup::declared)
        .map(it -> it.label().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("all");
  }

  /// In which group equilibrium is judged; the words are read by the STREGA list as well.
  private String equilibriumNote() {
    boolean others = groups.stream().anyMatch(it -> !it.declared());
    String group = declared();
    return "Hardy–Weinberg equilibrium is judged in "
        + (group.equals("all") ? "all persons" : group)
        + (spec.in().isPresent() ? ", as declared" : "")
        + (others ? "; in other columns it is for information." : ".");
  }

  /// A genotype that nobody has, and a marker with one allele.
  private List<String> absent(GenotypeRows genotype) {
    List<String> notes = new ArrayList<>();
    for (GenotypeGroup group : groups) {
      GenotypeCounts counts = genotype.counts(group.rows());
      String label = genotype.variable().label() + ", " + group.label().toLowerCase(Locale.ROOT);
      if (counts.people() == 0) {
        notes.add(label + ": no genotype is known.");
      } else if (counts.allelesA() == 0 || counts.allelesB() == 0) {
        notes.add(
            label
                + ": only one allele is seen, so that there is nothing to compare and no equilibrium"
                + " to test.");
      } else {
        nobody(genotype, counts, label, notes);
      }
    }
    return notes;
  }

  private static void nobody(
      GenotypeRows genotype, GenotypeCounts counts, String label, List<String> notes) {
    for (int copies = 0; copies < 3; copies++) {
      if (counts.withCopies(copies) == 0) {
        notes.add(label + ": nobody has " + genotype.column().levels().get(copies) + ".");
      }
    }
  }

  private List<String> warnings(GenotypeRows genotype) {
    List<String> warnings = new ArrayList<>();
    String label = genotype.variable().label();
    for (GenotypeGroup group : groups) {
      GenotypeCounts counts = genotype.counts(group.rows());
      boolean two = counts.allelesA() > 0 && counts.allelesB() > 0;
      if (group.declared() && two && HardyWeinberg.of(counts).midP().p().value() < 1 - level) {
        warnings.add(
            label
                + ": the genotypes of "
                + (declared().equals("all") ? "all persons" : declared())
                + " are not in Hardy–Weinberg equilibrium. Look for genotyping errors (heterozygotes"
                + " that look homozygous), people of mixed ancestry, relatives; if none of these"
                + " explains it, read associations with caution.");
      }
    }
    Genotype type = (Genotype) genotype.variable().type();
    if (type.marker().dna().equals("tumour")) {
      warnings.add(
          label
              + " was read from tumour DNA: where a tumour has lost or gained one copy, heterozygotes"
              + " look homozygous, and equilibrium is not expected.");
    }
    return warnings;
  }
}
