// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.regress.Fit;
import casebook.stats.result.Answer;
import casebook.stats.result.Outcome;
import casebook.stats.result.TestResult;
import casebook.study.analysis.AssociationModel.Fits;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.List;

/// The test of several terms of a model at once: by the likelihood ratio, penalised where the row
/// is Firth's, or by Wald outside profile `casebook`.
///
/// @param fits the model with the terms
/// @param terms their names; none where there is nothing to test
/// @param whyNone why there is nothing to test, words that end a sentence
/// @param ways how each way is called
record NestedTest(Fits fits, List<String> terms, String whyNone, Ways ways) {
  NestedTest {
    terms = List.copyOf(terms);
  }

  /// What the three ways are called.
  record Ways(Method likelihood, Method penalised, Method wald) {}

  /// The printed test; outside profile `casebook` with what that would print.
  ///
  /// @param firth whether the row it stands in is Firth's
  Statistic of(Address address, String label, Basis basis, Profile profile, boolean firth) {
    if (profile == Profile.CASEBOOK) {
      return ratio(address, label, basis, firth);
    }
    Statistic own = ratio(address.with(Basis.CASEBOOK), label, basis, firth);
    Basis wider = basis.withOthers(List.of(new Other(Basis.CASEBOOK, own)));
    return TableTests.of(address, label, answer(fits.likelihood(), true), ways.wald(), wider);
  }

  private Statistic ratio(Address address, String label, Basis basis, boolean firth) {
    Fit fit = firth ? fits.firth() : fits.likelihood();
    Method method = firth ? ways.penalised() : ways.likelihood();
    return TableTests.of(address, label, answer(fit, false), method, basis);
  }

  private Answer<TestResult> answer(Fit fit, boolean wald) {
    if (terms.isEmpty()) {
      return Answer.none(whyNone);
    }
    boolean estimated =
        fit.outcome() instanceof Outcome.Converged || fit.outcome() instanceof Outcome.Collinear;
    if (!estimated) {
      return Answer.none(fit.outcome());
    }
    String[] names = terms.toArray(String[]::new);
    return wald ? fit.wald(names) : fit.likelihoodRatio(names);
  }
}
