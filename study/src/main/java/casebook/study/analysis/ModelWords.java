// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.result.Outcome;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Covariate.Term;
import casebook.study.analysis.provenance.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a reader should know about a model before trusting its numbers.
final class ModelWords {
  /// Below so many persons of the smaller group for each coefficient a model is called thin.
  private static final int FEW = 10;

  private ModelWords() {}

  /// The labels of some terms of a model, as a list in a sentence.
  static String labels(AssociationModel model, List<String> terms) {
    return Sentence.list(terms.stream().map(term -> label(model, term)).toList());
  }

  private static String label(AssociationModel model, String name) {
    return model.terms().stream()
        .filter(term -> term.name().equals(name))
        .map(Term::label)
        .findFirst()
        .or(() ->
            model.contrasts().stream()
                .filter(contrast -> contrast.term().equals(name))
                .map(Contrast::label)
                .findFirst())
        .orElse(name);
  }

  /// Why a row is estimated by Firth's penalised likelihood: what one of its models lacks.
  static List<String> sparse(AssociationModel model, List<String> emptyCells) {
    List<String> reasons = new ArrayList<>();
    if (!emptyCells.isEmpty()) {
      reasons.add("there is " + Sentence.list(emptyCells));
    } else if (model.fits().likelihood().outcome() instanceof Outcome.Separated separated) {
      reasons.add(
          labels(model, separated.terms()) + " predicts perfectly who is a case for some persons");
    }
    if (model.isSparse()) {
      reasons.add(
          "the smallest of cases, controls, exposed and unexposed has fewer than five persons for"
              + " each coefficient");
    }
    return reasons;
  }

  /// Warnings about one model.
  ///
  /// @param name such as `The model LA and APA`
  static List<String> warnings(AssociationModel model, String name) {
    List<String> warnings = new ArrayList<>();
    for (String label : model.constant()) {
      warnings.add(name + ": " + label + " is the same in everybody and was left out.");
    }
    if (model.fits().likelihood().outcome() instanceof Outcome.Collinear collinear) {
      for (String term : collinear.terms()) {
        if (model.terms().stream().anyMatch(it -> it.name().equals(term))) {
          warnings.add(name + ": " + collinear(model, term));
        }
      }
    }
    if (model.tooManyCoefficients()) {
      warnings.add(
          name
              + " has "
              + model.coefficients()
              + " coefficients for "
              + model.smallerGroup()
              + " persons in the smaller group; it was not estimated. Choose fewer covariates.");
    } else if (model.smallerGroup() < FEW * model.coefficients()) {
      warnings.add(
          name
              + " has "
              + model.coefficients()
              + " coefficients for "
              + model.smallerGroup()
              + " persons in the smaller group, fewer than ten each; its odds ratios are"
              + " unstable.");
    }
    return warnings;
  }

  private static String collinear(AssociationModel model, String term) {
    Term aliased =
        model.terms().stream().filter(it -> it.name().equals(term)).findFirst().orElseThrow();
    Optional<Term> same =
        model.terms().stream()
            .takeWhile(it -> !it.name().equals(term))
            .filter(it -> saysTheSame(it, aliased))
            .findFirst();
    return same.map(it -> aliased.label() + " says the same as " + it.label() + "; ")
            .orElse(aliased.label() + " follows from the covariates before it; ")
        + "it was left out.";
  }

  /// Says whether one term is a straight line of the other.
  private static boolean saysTheSame(Term one, Term other) {
    double[] x = one.values();
    double[] y = other.values();
    int far = 0;
    for (int i = 1; i < x.length; i++) {
      far = x[i] != x[0] ? i : far;
    }
    double slope = (y[far] - y[0]) / (x[far] - x[0]);
    for (int i = 0; i < x.length; i++) {
      double miss = y[i] - y[0] - slope * (x[i] - x[0]);
      if (!(Math.abs(miss) <= 1e-9 * (1 + Math.abs(y[i])))) {
        return false;
      }
    }
    return true;
  }
}
