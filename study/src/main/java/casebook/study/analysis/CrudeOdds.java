// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.Effect;
import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.study.analysis.provenance.OddsRatioMethods;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The odds ratio of a 2x2 table by every method, the printed one by profile.
///
/// @param table cases first, the exposed first
/// @param label what it is, such as `IgM anti-PS: crude odds ratio`
/// @param emptyCells in words, such as `no control with IgM anti-PS`
/// @param basis the counts
/// @param level confidence level
record CrudeOdds(TwoByTwo table, String label, List<String> emptyCells, Basis basis, double level) {

  /// The printed odds ratio, with the others beside it.
  ///
  /// @param firth whether the row it stands in is Firth's
  Statistic headline(Address address, Profile profile, boolean firth) {
    List<Other> others = new ArrayList<>();
    Way own = casebookWay(firth);
    boolean ours = profile == Profile.CASEBOOK;
    if (!ours) {
      others.add(new Other(Basis.CASEBOOK, own.of(this, address.with(Basis.CASEBOOK))));
    }
    Way printed = interval(profile, own);
    for (Way way : Way.values()) {
      if (way != own && way != printed) {
        String name = ours && firth && way == Way.PROFILE ? Basis.LIKELIHOOD : way.label;
        others.add(new Other(name, way.of(this, address.with(way.slug))));
      }
    }
    return printed(address, profile, printed, others);
  }

  private Statistic printed(Address address, Profile profile, Way printed, List<Other> others) {
    CrudeOdds main = new CrudeOdds(table, label, emptyCells, basis.withOthers(others), level);
    return switch (profile.tableInterval()) {
      case OF_THE_TEST, WALD -> printed.of(main, address);
      case PROFILE_BESIDE_WALD_P -> main.profileWaldP(address);
      case EXACT_BESIDE_PEARSON_P -> main.exactPearsonP(address);
    };
  }

  /// The interval that a profile prints.
  private static Way interval(Profile profile, Way own) {
    return switch (profile.tableInterval()) {
      case OF_THE_TEST -> own;
      case WALD -> Way.WALD;
      case PROFILE_BESIDE_WALD_P -> Way.PROFILE;
      case EXACT_BESIDE_PEARSON_P -> Way.EXACT;
    };
  }

  /// The printed odds ratio with nothing beside it but what profile `casebook` would print.
  Statistic alone(Address address, Profile profile) {
    if (profile == Profile.CASEBOOK) {
      return casebook(address, false);
    }
    Way own = casebookWay(false);
    Other beside = new Other(Basis.CASEBOOK, own.of(this, address.with(Basis.CASEBOOK)));
    return printed(address, profile, interval(profile, own), List.of(beside));
  }

  /// The printed odds ratio of a row that is not Firth's, with nothing beside it.
  Statistic bare(Address address, Profile profile) {
    return printed(address, profile, interval(profile, casebookWay(false)), List.of());
  }

  /// What profile `casebook` prints.
  Statistic casebook(Address address, boolean firth) {
    return casebookWay(firth).of(this, address);
  }

  private Way casebookWay(boolean firth) {
    if (firth) {
      return Way.FIRTH;
    }
    return TableTests.largeEnough(table) ? Way.SCORE : Way.MID_P;
  }

  /// The ways to an interval, in the order of an interval strip.
  private enum Way {
    WALD("Wald", "wald"),
    SCORE("score", "score"),
    PROFILE("profile likelihood", "profile"),
    MID_P("mid-P", "mid_p"),
    EXACT("exact", "exact"),
    FIRTH("Firth", "firth");

    private final String label;
    private final String slug;

    Way(String label, String slug) {
      this.label = label;
      this.slug = slug;
    }

    Statistic of(CrudeOdds odds, Address address) {
      return switch (this) {
        case WALD -> odds.wald(address);
        case SCORE -> odds.score(address);
        case PROFILE -> odds.profile(address);
        case MID_P -> odds.midP(address);
        case EXACT -> odds.exact(address);
        case FIRTH -> odds.firth(address);
      };
    }
  }

  private Statistic wald(Address address) {
    return statistic(address, OddsRatio::woolf, OddsRatioMethods.WOOLF);
  }

  private Statistic score(Address address) {
    return statistic(address, OddsRatio::miettinenNurminen, OddsRatioMethods.SCORE);
  }

  private Statistic profile(Address address) {
    return statistic(address, OddsRatio::profile, OddsRatioMethods.SAMPLE_PROFILE);
  }

  private Statistic exact(Address address) {
    return statistic(address, OddsRatio::centralExact, OddsRatioMethods.EXACT);
  }

  private Statistic firth(Address address) {
    return statistic(address, OddsRatio::firth, OddsRatioMethods.SAMPLE_FIRTH);
  }

  /// The sample odds ratio with the mid-P interval.
  private Statistic midP(Address address) {
    return statistic(
        address,
        (method, t) ->
            method
                .midP(t)
                .map(effect ->
                    new Effect(
                        effect.method(),
                        new Estimate(
                            method.sample(t).orThrow().value(), effect.estimate().interval()),
                        effect.p())),
        OddsRatioMethods.SAMPLE_MID_P);
  }

  /// The profile interval beside the p-value of Wald's test; none where that test has none.
  private Statistic profileWaldP(Address address) {
    return statistic(
        address,
        (method, t) ->
            method
                .woolf(t)
                .map(wald ->
                    new Effect(
                        OddsRatioMethods.SAMPLE_PROFILE_WALD_P.interval(),
                        method.profile(t).orThrow().estimate(),
                        wald.p())),
        OddsRatioMethods.SAMPLE_PROFILE_WALD_P);
  }

  /// The sample odds ratio with the central exact interval beside the p-value of Pearson's test.
  private Statistic exactPearsonP(Address address) {
    return statistic(
        address,
        (method, t) ->
            method
                .centralExact(t)
                .map(exact ->
                    new Effect(
                        OddsRatioMethods.SAMPLE_EXACT_PEARSON_P.interval(),
                        new Estimate(
                            method.sample(t).orThrow().value(), exact.estimate().interval()),
                        ChiSquare.pearson(t).orThrow().p())),
        OddsRatioMethods.SAMPLE_EXACT_PEARSON_P);
  }

  @FunctionalInterface
  private interface Estimator {
    Answer<Effect> of(OddsRatio method, TwoByTwo table);
  }

  private Statistic statistic(Address address, Estimator estimator, Method method) {
    Answer<Effect> answer = estimator.of(new OddsRatio(level), table);
    Optional<Effect> effect = answer.value();
    return new Statistic(
        address,
        label,
        effect.map(Effect::estimate),
        effect.map(Effect::p),
        "",
        method,
        basis,
        effect.isPresent() ? "" : whyNot());
  }

  private String whyNot() {
    if (table.row1() == 0 || table.row2() == 0) {
      return "there are no " + (table.row1() == 0 ? "cases" : "controls");
    }
    if (table.column1() == 0 || table.column2() == 0) {
      return table.column1() == 0 ? "nobody is exposed" : "everybody is exposed";
    }
    return "there is "
        + Sentence.list(emptyCells)
        + ", so that maximum likelihood has no finite answer";
  }
}
