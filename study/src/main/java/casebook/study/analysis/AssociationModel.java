// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.regress.Design;
import casebook.stats.regress.ExactDistribution;
import casebook.stats.regress.ExactLogistic;
import casebook.stats.regress.Firth;
import casebook.stats.regress.Fit;
import casebook.stats.regress.Logistic;
import casebook.stats.result.Answer;
import casebook.stats.result.Outcome;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Covariate.Term;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.finding.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One model of case status: the exposure and a set of covariates, over the persons whose values
/// are all known.
///
/// @param people who is in
/// @param contrasts the odds ratios of the exposure that these persons can show
/// @param terms the terms of the covariates, in the order of the set
/// @param constant labels of the covariates that are the same in everybody, left out
/// @param fits how the model was fitted
record AssociationModel(
    People people, List<Contrast> contrasts, List<Term> terms, List<String> constant, Fits fits) {
  AssociationModel {
    contrasts = List.copyOf(contrasts);
    terms = List.copyOf(terms);
    constant = List.copyOf(constant);
  }

  /// The persons of a model.
  ///
  /// @param cases how many cases
  /// @param controls how many controls
  /// @param smallestLevel the number of persons in the smallest level of the exposure; those of
  ///   both groups together for a number
  /// @param counts cases and controls by level of the exposure
  /// @param rows how many in, and how many out for which reason
  record People(int cases, int controls, int smallestLevel, Counts counts, Rows rows) {}

  /// The fits of a model.
  ///
  /// @param likelihood by maximum likelihood
  /// @param firth with Firth's penalty
  /// @param exact given the sufficient statistics of the other terms; worked out when asked
  record Fits(Fit likelihood, Fit firth, Exact exact) {}

  /// The exact distribution of one term.
  @FunctionalInterface
  interface Exact {
    Answer<ExactDistribution> of(String term);
  }

  /// A distribution of so many values takes a fraction of a second.
  private static final ExactLogistic EXACT = ExactLogistic.standard().withStates(20_000);

  static AssociationModel of(Population population, Exposure exposure, List<Covariate> covariates) {
    int[] rows = rows(population, exposure, covariates);
    List<Contrast> contrasts = new ArrayList<>();
    Design design = Design.withIntercept(rows.length);
    List<Term> terms = new ArrayList<>();
    List<String> constant = new ArrayList<>();
    for (Covariate covariate : covariates) {
      List<Term> added = covariate.terms(rows);
      if (added.isEmpty()) {
        constant.add(covariate.label());
      }
      terms.addAll(added);
    }
    for (Term term : terms) {
      design = design.and(term.name(), term.values());
    }
    // the exposure stands last, so that it is the one named when covariates say the same
    for (Contrast contrast : exposure.contrasts()) {
      double[] values =
          Arrays.stream(rows).mapToDouble(row -> exposure.value(contrast, row)).toArray();
      if (!new Term(contrast.term(), contrast.label(), values).isConstant()) {
        contrasts.add(contrast);
        design = design.and(contrast.term(), values);
      }
    }
    Fits fits = fits(design, outcome(population, rows));
    People people = people(population, exposure, covariates, rows);
    return new AssociationModel(people, contrasts, terms, constant, fits);
  }

  /// The persons of whom everything is known.
  static int[] rows(Population population, Exposure exposure, List<Covariate> covariates) {
    return Arrays.stream(population.rows())
        .filter(row -> unknown(exposure, covariates, row).isEmpty())
        .toArray();
  }

  /// 1 for a case, 0 for a control.
  static double[] outcome(Population population, int[] rows) {
    return Arrays.stream(rows)
        .mapToDouble(row -> population.cases().contains(row) ? 1 : 0)
        .toArray();
  }

  static Fits fits(Design design, double[] outcome) {
    return new Fits(
        Logistic.standard().fit(design, outcome),
        Firth.standard().fit(design, outcome),
        term -> EXACT.of(design, term, outcome));
  }

  /// The names of the variables that are not known of a person.
  private static List<String> unknown(Exposure exposure, List<Covariate> covariates, int row) {
    List<String> names = new ArrayList<>();
    if (!exposure.known(row)) {
      names.add(exposure.variable().name());
    }
    for (Covariate covariate : covariates) {
      if (!covariate.column().known(row)) {
        names.add(covariate.variable().name());
      }
    }
    return names;
  }

  static People people(
      Population population, Exposure exposure, List<Covariate> covariates, int[] rows) {
    int cases = (int) Arrays.stream(rows).filter(population.cases()::contains).count();
    Map<String, Integer> reasons = new TreeMap<>();
    for (int row : population.rows()) {
      List<String> unknown = unknown(exposure, covariates, row);
      if (!unknown.isEmpty()) {
        String reason = Sentence.list(unknown) + " " + Sentence.are(unknown) + " missing";
        reasons.merge(reason, 1, Integer::sum);
      }
    }
    List<Rows.Out> out = new ArrayList<>(population.out());
    reasons.forEach((reason, count) -> out.add(new Rows.Out(reason, count)));
    ExposureCounts counts = ExposureCounts.of(population, exposure, rows);
    return new People(
        cases,
        rows.length - cases,
        counts.smallestLevel().orElse(rows.length),
        counts.counts(),
        new Rows(rows.length, out));
  }

  /// The number of coefficients that are estimated, without the intercept.
  int coefficients() {
    return fits.likelihood().parameters() - 1;
  }

  /// The size of the smaller of the two groups.
  int smallerGroup() {
    return Math.min(people.cases(), people.controls());
  }

  /// Says whether there are more coefficients than the smaller group has persons.
  boolean tooManyCoefficients() {
    return coefficients() >= smallerGroup();
  }

  /// Says whether the smallest of cases, controls and levels of the exposure has fewer than five
  /// persons for each coefficient.
  boolean isSparse() {
    return Math.min(smallerGroup(), people.smallestLevel()) < 5 * coefficients();
  }

  boolean isSeparated() {
    return fits.likelihood().outcome() instanceof Outcome.Separated;
  }
}
