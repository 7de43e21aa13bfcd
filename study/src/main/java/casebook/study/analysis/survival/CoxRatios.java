// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.stats.regress.Coefficient;
import casebook.stats.regress.Design;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Outcome;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import casebook.stats.survival.Cox;
import casebook.stats.survival.CoxFit;
import casebook.stats.survival.HazardScale;
import casebook.stats.survival.ProportionalHazards;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.survival.Followed.End;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Profile;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The hazard ratios of groups by one Cox model: all groups against the first that is there, or one
/// ratio for each copy of an allele.
///
/// Profile `casebook` takes profile-likelihood intervals and likelihood-ratio tests, and Firth's
/// penalty where a group has no events, say; the other profiles take Wald's.
final class CoxRatios {
  private static final String GROUP = "group ";
  private static final String COPIES = "copies";

  private final SurvivalQuestion asked;
  private final SurvivalPeople people;
  private final String slug;
  private final List<Covariate> covariates;
  private final Followed in;
  private final Rows rows;
  private final List<Integer> compared;
  private final CoxFit fit;
  private final boolean firth;

  /// @param slug `crude` or `adjusted`
  /// @param covariates what is held constant; none for the crude model
  CoxRatios(
      SurvivalQuestion asked, SurvivalPeople people, String slug, List<Covariate> covariates) {
    this.asked = asked;
    this.people = people;
    this.slug = slug;
    this.covariates = List.copyOf(covariates);
    Followed known = people.followed();
    for (Covariate covariate : covariates) {
      Followed before = known;
      known =
          before.where(
              i -> covariate.column().known(before.row(i)),
              covariate.column().name() + " is missing");
    }
    this.in = known;
    this.rows = known.counted(people.before());
    this.compared = compared();
    Design design = design();
    Cox plain = Cox.standard().withTies(asked.ties());
    CoxFit first = plain.fit(in.untilEvent(), design);
    this.firth =
        asked.profile() == Profile.CASEBOOK && first.outcome() instanceof Outcome.Separated;
    this.fit = firth ? plain.withFirth().fit(in.untilEvent(), design) : first;
  }

  /// The places of the groups with somebody in the model, the reference first.
  private List<Integer> compared() {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < people.made().size(); place++) {
      int wanted = place;
      if (in.where(i -> people.made().of(in.row(i)) == wanted).size() > 0) {
        places.add(place);
      }
    }
    return places;
  }

  private Design design() {
    Design design = Design.withoutIntercept(in.size());
    if (copies()) {
      design = design.and(COPIES, column(-1));
    } else {
      for (int place : compared.stream().skip(1).toList()) {
        design = design.and(GROUP + place, column(place));
      }
    }
    for (Covariate covariate : covariates) {
      for (Covariate.Term term : covariate.terms(in.rows())) {
        design = design.and(term.name(), term.values());
      }
    }
    return design;
  }

  /// 1 for those of a group, or the number of copies of the counted allele.
  private double[] column(int place) {
    double[] values = new double[in.size()];
    for (int i = 0; i < values.length; i++) {
      int group = people.made().of(in.row(i));
      values[i] = place < 0 ? group : group == place ? 1 : 0;
    }
    return values;
  }

  private boolean copies() {
    return !people.made().counted().isEmpty();
  }

  /// Says whether a group is the reference.
  boolean isReference(int place) {
    return !compared.isEmpty() && compared.getFirst() == place;
  }

  /// How many parameters there are for so many events.
  int parameters() {
    return fit.fit().design().columns();
  }

  int events() {
    return in.count(End.EVENT);
  }

  /// The hazard ratio of a group.
  Statistic ratio(int place) {
    Address address = people.address(asked.base()).with(people.made().slugs().get(place));
    String label = people.made().labels().get(place);
    if (compared.size() < 2 || !compared.contains(place)) {
      return absent(address, label, "there are fewer than two groups with people");
    }
    return ratio(GROUP + place, address, label);
  }

  /// The hazard ratio of one copy more.
  Statistic perCopy() {
    Address address = people.address(asked.base()).with("additive");
    String label = "per " + people.made().counted();
    return compared.size() < 2
        ? absent(address, label, "everybody has the same genotype")
        : ratio(COPIES, address, label);
  }

  private Statistic ratio(String term, Address address, String label) {
    if (!fit.outcome().usable() || fit.fit().terms().stream().noneMatch(named(term))) {
      return absent(address, label, why());
    }
    boolean profile = asked.profile() == Profile.CASEBOOK;
    Coefficient coefficient = fit.term(term);
    Answer<Estimate> ratio =
        profile
            ? fit.fit().profileOddsRatio(term, asked.level())
            : Answer.of(coefficient.oddsRatio(asked.level()));
    Optional<PValue> p =
        profile
            ? fit.fit().likelihoodRatioOfColumn(term).value().map(TestResult::p)
            : Optional.of(coefficient.wald().p());
    if (ratio.value().isEmpty()) {
      return absent(address, label, ratio.outcome().words());
    }
    return new Statistic(
        address.with(slug).with("hazard_ratio"),
        label(label),
        ratio.value(),
        p,
        "",
        method(),
        basis(),
        "");
  }

  private static Predicate<Coefficient> named(String term) {
    return coefficient -> coefficient.name().equals(term);
  }

  private String why() {
    return switch (fit.outcome()) {
      case Outcome.Separated it -> "a group has no events, so that the ratio is 0 or without end";
      case Outcome.Collinear it -> "the covariates say the same as the groups";
      case Outcome.NotConverged it -> it.words();
      case Outcome.NotEstimable it -> it.reason();
      case Outcome.Converged it -> "it is the same in everybody";
    };
  }

  private Statistic absent(Address address, String label, String why) {
    return Origin.absent(
        address.with(slug).with("hazard_ratio"), label(label), "", method(), basis(), why);
  }

  private String label(String group) {
    return asked.event() + ", " + group + ": " + slug + " hazard ratio";
  }

  private Method method() {
    List<String> adjusted = covariates.stream().map(Covariate::label).toList();
    String interval = asked.profile() == Profile.CASEBOOK ? "profile likelihood" : "Wald";
    return SurvivalMethods.hazardRatio(
        Sentence.list(adjusted), interval, firth, asked.ties(), asked.competing());
  }

  private Basis basis() {
    return asked.origin().basis(Counts.of("n", in.size()).and("events", events()), rows);
  }

  /// The test of proportional hazards.
  Statistic proportional() {
    Address address = people.address(asked.base()).with(slug).with("proportional_hazards");
    String label = asked.event() + ": " + slug + " model, proportional hazards";
    Answer<TestResult> test =
        fit.outcome().usable() && parameters() > 0
            ? fit.proportionalHazards(HazardScale.KAPLAN_MEIER).flatMap(ProportionalHazards::global)
            : Answer.none(why());
    return SurvivalTests.statistic(address, label, test, SurvivalMethods.SCHOENFELD, basis());
  }
}
