// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.regress.ConditionalLogistic;
import casebook.stats.regress.Design;
import casebook.stats.regress.ExactDistribution;
import casebook.stats.regress.ExactLogistic;
import casebook.stats.regress.Fit;
import casebook.stats.result.Outcome;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Covariate.Term;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.cohort.SetMembers;
import casebook.study.finding.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One model of case status inside matched sets, over the persons whose values are all known and
/// who then still have a partner.
///
/// @param label the label of its covariate set; empty for the exposure alone
/// @param people who is in
/// @param contrasts the odds ratios of the exposure that these persons can show
/// @param terms the terms of the covariates, in the order of the set
/// @param fit by conditional maximum likelihood
/// @param exact the exact distribution of each contrast, by its term, where maximum likelihood has
///   no finite answer and the data are few enough
record MatchedModel(
    String label,
    People people,
    List<Contrast> contrasts,
    List<Term> terms,
    Fit fit,
    Map<String, ExactDistribution> exact) {
  MatchedModel {
    contrasts = List.copyOf(contrasts);
    terms = List.copyOf(terms);
    exact = Map.copyOf(exact);
  }

  /// The persons of a model.
  ///
  /// @param used their rows, rising
  /// @param cases how many of them are cases
  /// @param sets how many sets they form, each with a case and a control
  /// @param rows how many in, and how many out for which reason
  record People(List<Integer> used, int cases, int sets, Rows rows) {
    People {
      used = List.copyOf(used);
    }

    int controls() {
      return used.size() - cases;
    }
  }

  static MatchedModel of(
      Population population,
      Exposure exposure,
      String label,
      List<Covariate> covariates,
      SetMembers sets) {
    People people = people(population, exposure, covariates, sets);
    int[] rows = people.used().stream().mapToInt(Integer::intValue).toArray();
    Design design = Design.withIntercept(rows.length);
    List<Term> terms = new ArrayList<>();
    covariates.forEach(covariate -> terms.addAll(covariate.terms(rows)));
    for (Term term : terms) {
      design = design.and(term.name(), term.values());
    }
    List<Contrast> contrasts = new ArrayList<>();
    for (Contrast contrast : exposure.contrasts()) {
      double[] values =
          Arrays.stream(rows).mapToDouble(row -> exposure.value(contrast, row)).toArray();
      if (!new Term(contrast.term(), contrast.label(), values).isConstant()) {
        contrasts.add(contrast);
        design = design.and(contrast.term(), values);
      }
    }
    double[] outcome =
        Arrays.stream(rows).mapToDouble(row -> population.cases().contains(row) ? 1 : 0).toArray();
    int[] set = Arrays.stream(rows).map(sets::set).toArray();
    Fit fit = ConditionalLogistic.standard().fit(design, set, outcome).fit();
    Map<String, ExactDistribution> exact = new HashMap<>();
    if (fit.outcome() instanceof Outcome.Separated) {
      Design slopes = design.without(Design.INTERCEPT);
      for (Contrast contrast : contrasts) {
        ExactLogistic.standard()
            .within(slopes, contrast.term(), set, outcome)
            .value()
            .filter(found -> found.size() > 1)
            .ifPresent(found -> exact.put(contrast.term(), found));
      }
    }
    return new MatchedModel(label, people, contrasts, terms, fit, exact);
  }

  private static People people(
      Population population, Exposure exposure, List<Covariate> covariates, SetMembers sets) {
    Map<String, Integer> reasons = new TreeMap<>();
    List<Integer> known = new ArrayList<>();
    for (int row : population.rows()) {
      List<String> unknown = new ArrayList<>();
      if (!exposure.known(row)) {
        unknown.add(exposure.variable().name());
      }
      covariates.stream()
          .filter(covariate -> !covariate.column().known(row))
          .forEach(covariate -> unknown.add(covariate.variable().name()));
      if (!unknown.isEmpty()) {
        String reason = Sentence.list(unknown) + " " + Sentence.are(unknown) + " missing";
        reasons.merge(reason, 1, Integer::sum);
      } else if (sets.set(row) < 0) {
        reasons.merge("in no matched set", 1, Integer::sum);
      } else {
        known.add(row);
      }
    }
    Set<Integer> withCase = new HashSet<>();
    Set<Integer> withControl = new HashSet<>();
    known.forEach(
        row -> (population.cases().contains(row) ? withCase : withControl).add(sets.set(row)));
    withCase.retainAll(withControl);
    List<Integer> used = known.stream().filter(row -> withCase.contains(sets.set(row))).toList();
    if (used.size() < known.size()) {
      reasons.put("no partner in the matched set", known.size() - used.size());
    }
    List<Rows.Out> out = new ArrayList<>(population.out());
    reasons.forEach((reason, count) -> out.add(new Rows.Out(reason, count)));
    int cases = (int) used.stream().filter(population.cases()::contains).count();
    return new People(used, cases, withCase.size(), new Rows(used.size(), out));
  }
}
