// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.regress.ExactDistribution;
import casebook.stats.regress.Firth;
import casebook.stats.regress.Fit;
import casebook.stats.regress.Logistic;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import casebook.study.analysis.provenance.OddsRatioMethods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The odds ratio of one term of a model by every method, the printed one by profile.
///
/// @param model the model
/// @param term the name of the term
/// @param label what it is, such as `IgM anti-PS: odds ratio adjusted for LA and APA`
/// @param basis the counts
/// @param level confidence level
record ModelOdds(AssociationModel model, String term, String label, Basis basis, double level) {

  /// The printed odds ratio, with the others beside it.
  ///
  /// @param firth whether the row it stands in is Firth's
  Statistic headline(Address address, Profile profile, boolean firth) {
    List<Other> others = new ArrayList<>();
    boolean ours = profile == Profile.CASEBOOK;
    if (!ours) {
      others.add(new Other(Basis.CASEBOOK, casebook(address.with(Basis.CASEBOOK), firth)));
    }
    if (profile.modelInterval() != Profile.ModelInterval.WALD) {
      others.add(new Other("Wald", wald(address.with("wald"))));
    }
    // the one that profile casebook prints is there already
    if (firth) {
      if (profile.modelInterval() != Profile.ModelInterval.PROFILE_BESIDE_WALD_P) {
        String name = ours ? Basis.LIKELIHOOD : "profile likelihood";
        others.add(new Other(name, profile(address.with("profile"))));
      }
      others.add(new Other("exact", exact(address.with("exact"))));
    } else {
      others.add(new Other("Firth", firth(address.with("firth"))));
    }
    return with(others).printed(address, profile, firth);
  }

  private ModelOdds with(List<Other> others) {
    return new ModelOdds(model, term, label, basis.withOthers(others), level);
  }

  /// The printed odds ratio with what its basis has beside it.
  Statistic printed(Address address, Profile profile, boolean firth) {
    return switch (profile.modelInterval()) {
      case PROFILE_OR_FIRTH -> casebook(address, firth);
      case WALD -> wald(address);
      case PROFILE_BESIDE_WALD_P -> profileWaldP(address);
    };
  }

  /// The printed odds ratio of a covariate, beside it only the Wald interval or what profile
  /// `casebook` prints.
  Statistic brief(Address address, Profile profile, boolean firth) {
    Other other =
        profile == Profile.CASEBOOK
            ? new Other("Wald", wald(address.with("wald")))
            : new Other(Basis.CASEBOOK, casebook(address.with(Basis.CASEBOOK), firth));
    return with(List.of(other)).printed(address, profile, firth);
  }

  /// What profile `casebook` prints.
  Statistic casebook(Address address, boolean firth) {
    return firth ? firth(address) : profile(address);
  }

  private Statistic wald(Address address) {
    Method method = OddsRatioMethods.logisticWald(Logistic.standard().toString());
    Fit fit = model.fits().likelihood();
    Optional<String> why = whyNot(fit);
    return why.map(words -> Origin.absent(address, label, "", method, basis, words))
        .orElseGet(() ->
            new Statistic(
                address,
                label,
                Optional.of(fit.term(term).oddsRatio(level)),
                Optional.of(fit.term(term).wald().p()),
                "",
                method,
                basis,
                ""));
  }

  private Statistic profile(Address address) {
    Method method = OddsRatioMethods.logisticProfile(Logistic.standard().toString());
    return profile(address, model.fits().likelihood(), method);
  }

  /// The profile interval beside the p-value of Wald's test.
  private Statistic profileWaldP(Address address) {
    Method method = OddsRatioMethods.logisticProfileWaldP(Logistic.standard().toString());
    Statistic profile = profile(address, model.fits().likelihood(), method);
    return new Statistic(
        address, label, profile.estimate(), wald(address).p(), "", method, basis, profile.whyNot());
  }

  private Statistic firth(Address address) {
    Method method = OddsRatioMethods.firth(Firth.standard().toString());
    return profile(address, model.fits().firth(), method);
  }

  /// The exact conditional odds ratio; infinite conditional estimates give way to the
  /// median-unbiased one.
  Statistic exact(Address address) {
    Method method = OddsRatioMethods.EXACT_LOGISTIC;
    Optional<String> why = notInModel(model.fits().firth());
    Answer<ExactDistribution> answer =
        why.map(Answer::<ExactDistribution>none).orElseGet(() -> model.fits().exact().of(term));
    Optional<ExactDistribution> exact = answer.value();
    if (exact.isEmpty()) {
      return Origin.absent(address, label, "", method, basis, answer.outcome().words());
    }
    if (exact.get().size() == 1) {
      return Origin.absent(
          address, label, "", method, basis, "given the other terms, no other table is possible");
    }
    Estimate log = exact.get().midP(level);
    double value = Double.isInfinite(log.value()) ? exact.get().medianUnbiased() : log.value();
    Estimate ratio = new Estimate(Math.exp(value), log.interval().map(Interval::exp));
    Optional<PValue> p = Optional.of(exact.get().midPTest().p());
    return new Statistic(address, label, Optional.of(ratio), p, "", method, basis, "");
  }

  private Statistic profile(Address address, Fit fit, Method method) {
    Optional<String> why = whyNot(fit);
    if (why.isPresent()) {
      return Origin.absent(address, label, "", method, basis, why.get());
    }
    Answer<Estimate> limits = fit.profileOddsRatio(term, level);
    Estimate estimate =
        limits.value().orElseGet(() -> Estimate.of(fit.term(term).oddsRatio(level).value()));
    Optional<PValue> p = fit.likelihoodRatio(term).value().map(TestResult::p);
    return new Statistic(address, label, Optional.of(estimate), p, "", method, basis, "");
  }

  /// Why maximum likelihood has no coefficient of the term, in words that end a sentence; empty
  /// where it has.
  Optional<String> whyNot() {
    return whyNot(model.fits().likelihood());
  }

  /// Why a fit has no coefficient of the term, in words that end a sentence.
  private Optional<String> whyNot(Fit fit) {
    Optional<String> missing = notInModel(fit);
    if (missing.isPresent()) {
      return missing;
    }
    return switch (fit.outcome()) {
      case Outcome.Converged converged -> Optional.empty();
      case Outcome.Collinear collinear -> Optional.empty();
      case Outcome.Separated separated ->
          Optional.of(
              "maximum likelihood has no finite answer: "
                  + ModelWords.labels(model, separated.terms())
                  + " predicts perfectly who is a case for some persons");
      case Outcome.NotConverged not -> Optional.of("the model did not converge");
      case Outcome.NotEstimable not -> Optional.of(not.reason());
    };
  }

  /// Why the term has no coefficient in any fit.
  private Optional<String> notInModel(Fit fit) {
    if (model.people().cases() == 0 || model.people().controls() == 0) {
      String group = model.people().cases() == 0 ? "cases" : "controls";
      return Optional.of("there are no " + group + " whose variables are all known");
    }
    if (model.tooManyCoefficients()) {
      return Optional.of(
          "the model has "
              + model.coefficients()
              + " coefficients for "
              + model.smallerGroup()
              + (model.people().cases() <= model.people().controls() ? " cases" : " controls"));
    }
    if (!fit.design().columnNames().contains(term)) {
      return Optional.of("it is the same in everybody");
    }
    if (!fit.columnNames().contains(term)) {
      boolean exposure =
          model.contrasts().stream().anyMatch(contrast -> contrast.term().equals(term));
      return Optional.of(
          exposure
              ? "it cannot be told apart from the covariates"
              : "it follows from other covariates and was left out");
    }
    return Optional.empty();
  }
}
