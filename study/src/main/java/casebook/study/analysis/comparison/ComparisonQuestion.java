// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.genetic.GenotypeModel;
import casebook.study.analysis.comparison.ComparisonCheck.Models;
import casebook.study.analysis.comparison.ComparisonSpec.Scale;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Settings;
import casebook.study.language.Dictionary;
import java.util.List;

/// What is compared, with the people and the methods at hand.
///
/// @param base the beginning of all addresses
/// @param spec what the clause says
/// @param cohort the people
/// @param settings what the run is done with
public record ComparisonQuestion(
    Address base, ComparisonSpec spec, Cohort cohort, Settings settings) {

  StudyVariable measured() {
    return StudyVariable.find(cohort.study(), spec.measured().words()).orElseThrow();
  }

  StudyVariable by() {
    return StudyVariable.find(cohort.study(), spec.by().words()).orElseThrow();
  }

  Column.Numeric values() {
    return (Column.Numeric) cohort.table().column(spec.measured().words());
  }

  Column.Leveled levels() {
    return (Column.Leveled) cohort.table().column(spec.by().words());
  }

  Origin origin() {
    return Origin.of(cohort, spec.at());
  }

  String title() {
    return measured().label() + " by " + by().label();
  }

  boolean log() {
    return spec.scale() == Scale.LOG;
  }

  /// The unit of differences and means; ratios have none.
  String unit() {
    return measured().unit();
  }

  /// The counted allele of a genotype; empty when the groups are none.
  String counted() {
    return by().type() instanceof Dictionary.Type.Genotype genotype ? genotype.second() : "";
  }

  boolean genotype() {
    return by().isGenotype();
  }

  /// The models, the primary one first; for groups that are no genotypes one contrast each.
  List<GenotypeModel> models() {
    if (!genotype()) {
      return List.of(GenotypeModel.CODOMINANT);
    }
    if (spec.models().isEmpty()) {
      return List.of(
          GenotypeModel.ADDITIVE,
          GenotypeModel.CODOMINANT,
          GenotypeModel.DOMINANT,
          GenotypeModel.RECESSIVE,
          GenotypeModel.OVERDOMINANT);
    }
    return spec.models().stream().map(clause -> Models.of(clause.words())).toList();
  }

  /// Which of several contrasts is the primary one.
  PrimaryContrast primaryContrast() {
    return new PrimaryContrast(spec, by());
  }

  /// Says whether the levels are a rising scale.
  boolean ordered() {
    return genotype() || (by().type() instanceof Dictionary.Type.Levels levels && levels.ordered());
  }

  /// The level of tests of equivalence: that of the intervals.
  double alpha() {
    return 1 - settings.level();
  }
}
