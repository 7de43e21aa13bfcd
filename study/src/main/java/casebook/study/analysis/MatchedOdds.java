// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.regress.ConditionalLogistic;
import casebook.stats.regress.ExactDistribution;
import casebook.stats.regress.ExactLogistic;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import casebook.study.analysis.provenance.MatchedMethods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The odds ratio of one term of a matched model: profile likelihood in profile `casebook`, Wald in
/// the others.
///
/// @param model the model
/// @param term the name of the term
/// @param label what it is, such as `Spontaneous abortion: matched odds ratio`
/// @param basis the counts
/// @param level confidence level
record MatchedOdds(MatchedModel model, String term, String label, Basis basis, double level) {
  private static final String SETTINGS = ConditionalLogistic.standard().toString();

  /// The printed odds ratio with the other beside it.
  ///
  /// @param further other answers to the same question, such as those of pairs
  Statistic headline(Address address, Profile profile, List<Other> further) {
    boolean casebook = profile == Profile.CASEBOOK;
    Other other =
        casebook
            ? new Other("Wald", wald(address.with("wald"), basis))
            : new Other(Basis.CASEBOOK, profile(address.with(Basis.CASEBOOK), basis));
    Basis wider = basis.withOthers(List.of(other)).withOthers(further);
    return casebook ? profile(address, wider) : wald(address, wider);
  }

  private Statistic wald(Address address, Basis on) {
    Method method = MatchedMethods.conditionalWald(SETTINGS);
    return whyNot()
        .map(words -> Origin.absent(address, label, "", method, on, words))
        .orElseGet(() ->
            new Statistic(
                address,
                label,
                Optional.of(model.fit().term(term).oddsRatio(level)),
                Optional.of(model.fit().term(term).wald().p()),
                "",
                method,
                on,
                ""));
  }

  private Statistic profile(Address address, Basis on) {
    Method method = MatchedMethods.conditionalProfile(SETTINGS);
    Optional<String> why = whyNot();
    if (model.exact().containsKey(term)) {
      return exact(address, on, model.exact().get(term));
    }
    if (why.isPresent()) {
      return Origin.absent(address, label, "", method, on, why.get());
    }
    Answer<Estimate> limits = model.fit().profileOddsRatio(term, level);
    Estimate estimate =
        limits
            .value()
            .orElseGet(() -> Estimate.of(model.fit().term(term).oddsRatio(level).value()));
    Optional<PValue> p = model.fit().likelihoodRatioOfColumn(term).value().map(TestResult::p);
    return new Statistic(address, label, Optional.of(estimate), p, "", method, on, "");
  }

  private Statistic exact(Address address, Basis on, ExactDistribution exact) {
    Interval limits = exact.midP(level).interval().orElseThrow();
    return new Statistic(
        address,
        label,
        Optional.of(new Estimate(Math.exp(exact.medianUnbiased()), limits.exp())),
        Optional.of(exact.midPTest().p()),
        "",
        MatchedMethods.conditionalExact(ExactLogistic.standard().toString()),
        on,
        "");
  }

  private String labels(List<String> terms) {
    Map<String, String> labels = new HashMap<>();
    model.terms().forEach(it -> labels.put(it.name(), it.label()));
    model.contrasts().forEach(it -> labels.put(it.term(), it.label()));
    return Sentence.list(terms.stream().map(it -> labels.getOrDefault(it, it)).toList());
  }

  /// Why the fit has no coefficient of the term, in words that end a sentence.
  private Optional<String> whyNot() {
    int sets = model.people().sets();
    if (sets == 0) {
      return Optional.of("no matched set has a case and a control whose variables are all known");
    }
    if (!model.fit().design().columnNames().contains(term)) {
      return Optional.of("it is the same in everybody who has a partner");
    }
    if (model.fit().outcome() instanceof Outcome.NotEstimable) {
      return Optional.of("nothing differs inside the matched sets");
    }
    if (!model.fit().columnNames().contains(term)) {
      boolean exposure = model.contrasts().stream().anyMatch(it -> it.term().equals(term));
      return Optional.of(
          exposure
              ? "inside the matched sets it does not differ, or not apart from the covariates"
              : "inside the matched sets it does not differ, or follows from other covariates");
    }
    if (model.fit().parameters() >= sets) {
      return Optional.of(
          "the model has "
              + model.fit().parameters()
              + " coefficients for "
              + sets
              + (sets == 1 ? " matched set" : " matched sets"));
    }
    return switch (model.fit().outcome()) {
      case Outcome.Converged converged -> Optional.empty();
      case Outcome.Collinear collinear -> Optional.empty();
      case Outcome.Separated separated ->
          Optional.of(
              "maximum likelihood has no finite answer: inside the matched sets "
                  + labels(separated.terms())
                  + " always goes the same way with being a case");
      case Outcome.NotConverged not -> Optional.of("the model did not converge");
      case Outcome.NotEstimable not -> Optional.of(not.reason());
    };
  }
}
