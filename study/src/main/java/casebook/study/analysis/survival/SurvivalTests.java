// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.TestResult;
import casebook.stats.survival.GrayTest;
import casebook.stats.survival.LogRank;
import casebook.stats.survival.LogRankResult;
import casebook.stats.survival.RestrictedMean;
import casebook.stats.survival.RestrictedMeanTime;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.survival.Followed.End;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The tests that all groups fare alike, and how much longer one stays without the event.
///
/// @param asked what is asked
/// @param people who is compared
record SurvivalTests(SurvivalQuestion asked, SurvivalPeople people) {
  private Address base() {
    return people.address(asked.base());
  }

  private Basis basis() {
    Followed all = people.followed();
    Counts counts = Counts.of("n", all.size()).and("events", all.count(End.EVENT));
    return asked.origin().basis(counts, people.rows());
  }

  /// The tests, the first the one to be quoted.
  List<Statistic> all() {
    List<Statistic> tests = new ArrayList<>();
    if (asked.competing()) {
      Answer<TestResult> gray =
          people.present().size() < 2
              ? Answer.none("there are fewer than two groups with people")
              : GrayTest.standard().test(people.followed().withDeath(), 1, present());
      tests.add(statistic("gray", gray, SurvivalMethods.GRAY));
    }
    Answer<LogRankResult> logRank =
        LogRank.standard().test(people.followed().untilEvent(), people.codes());
    tests.add(statistic("log_rank", logRank.map(LogRankResult::test), SurvivalMethods.LOG_RANK));
    if (people.made().ordered() && people.made().size() > 2) {
      tests.add(statistic("log_rank_trend", logRank.flatMap(this::trend), SurvivalMethods.TREND));
    }
    return tests;
  }

  /// A group that is last in the list and empty is unknown to the result.
  private Answer<TestResult> trend(LogRankResult result) {
    return result.trend(IntStream.range(0, result.groups()).asDoubleStream().toArray());
  }

  /// The group of each person among those with somebody in them.
  private int[] present() {
    List<SurvivalGroup> groups = people.present();
    int[] codes = people.codes();
    return IntStream.of(codes).map(code -> groups.indexOf(people.groups().get(code))).toArray();
  }

  private Statistic statistic(String slug, Answer<TestResult> test, Method method) {
    String label = asked.event() + " by " + people.made().label() + ": " + method.name();
    return statistic(base().with(slug), label, test, method, basis());
  }

  static Statistic statistic(
      Address address, String label, Answer<TestResult> test, Method method, Basis basis) {
    return new Statistic(
        address,
        label,
        Optional.empty(),
        test.value().map(TestResult::p),
        "",
        method,
        basis,
        test.value().isPresent() ? "" : test.outcome().words());
  }

  /// How much longer people of a group were without the event than those of the reference, within
  /// the time that all groups were observed.
  Statistic restrictedMean(int place) {
    double horizon =
        people.present().stream().mapToDouble(it -> it.people().longest()).min().orElse(0);
    Method method = SurvivalMethods.restrictedMean(horizon);
    SurvivalGroup group = people.groups().get(place);
    SurvivalGroup reference = people.present().getFirst();
    Answer<RestrictedMeanTime.Contrast> found =
        horizon > 0
            ? mean(group, horizon).flatMap(own -> mean(reference, horizon).flatMap(own::minus))
            : Answer.none("a group was not observed at all");
    return new Statistic(
        base().with(group.slug()).with("mean_difference"),
        asked.event() + ", " + group.label() + ": " + method.name(),
        found.value().map(RestrictedMeanTime.Contrast::estimate),
        found.value().map(RestrictedMeanTime.Contrast::p),
        asked.unit(),
        method,
        basis(),
        found.value().isPresent() ? "" : found.outcome().words());
  }

  private Answer<RestrictedMeanTime> mean(SurvivalGroup group, double horizon) {
    return RestrictedMean.upTo(horizon).withLevel(asked.level()).of(group.people().untilEvent());
  }

  /// The time up to which restricted means are taken.
  Estimate horizon() {
    return Estimate.of(
        people.present().stream().mapToDouble(it -> it.people().longest()).min().orElse(0));
  }
}
