// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.stats.describe.Quantile;
import casebook.stats.result.Estimate;
import casebook.stats.survival.KaplanMeier;
import casebook.stats.survival.SurvivalCurve;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.survival.Followed.End;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How long some people were observed: by the reverse Kaplan-Meier method, and as the times are.
///
/// @param settings what the run is done with
/// @param origin where the numbers come from
/// @param unit of the times, as printed
/// @param who the people in words; may be empty
/// @param base the beginning of the addresses
/// @param people how long each was followed
/// @param rows who is in and who was left out
record FollowUpNumbers(
    Settings settings,
    Origin origin,
    String unit,
    String who,
    Address base,
    Followed people,
    Rows rows) {
  private static final String NOT_REACHED = "not reached: too few were observed so long";

  /// Median and quartiles of the time under observation.
  Cell reversed() {
    KaplanMeier kaplanMeier = SurvivalQuestion.kaplanMeier(settings);
    SurvivalCurve curve = kaplanMeier.fit(people.underObservation());
    return Cell.of(
        Form.TIME_QUARTILES,
        quantile("median", "median", 0.5, curve),
        quantile("lower_quartile", "lower quartile", 0.25, curve),
        quantile("upper_quartile", "upper quartile", 0.75, curve));
  }

  private Statistic quantile(String slug, String part, double share, SurvivalCurve curve) {
    Method method = SurvivalMethods.followUp(SurvivalQuestion.kaplanMeier(settings), part);
    var time = curve.quantile(share).time();
    Optional<Estimate> estimate =
        time.isPresent() ? Optional.of(Estimate.of(time.getAsDouble())) : Optional.empty();
    return statistic(slug, method, estimate, people.size() == 0 ? "nobody" : NOT_REACHED);
  }

  /// Median and range of the times as they are.
  Cell naive() {
    double[] times = new double[people.size()];
    Arrays.setAll(times, people::time);
    Arrays.sort(times);
    boolean any = times.length > 0;
    Optional<Estimate> median =
        any
            ? Optional.of(Estimate.of(Quantile.standard().of(times, 0.5).orElseThrow()))
            : Optional.empty();
    Optional<Estimate> least = any ? Optional.of(Estimate.of(times[0])) : Optional.empty();
    Optional<Estimate> most =
        any ? Optional.of(Estimate.of(times[times.length - 1])) : Optional.empty();
    return Cell.of(
        Form.TIME_RANGE,
        statistic("observed_median", SurvivalMethods.naive("median"), median, "nobody"),
        statistic("observed_shortest", SurvivalMethods.naive("shortest"), least, "nobody"),
        statistic("observed_longest", SurvivalMethods.naive("longest"), most, "nobody"));
  }

  Cell count() {
    return Cell.of(Form.COUNT, origin.count(base.with("n"), label("persons"), people.size(), rows));
  }

  /// How many were observed to the end, neither event nor death before.
  Cell toTheEnd() {
    int count = people.count(End.LAST_CONTACT);
    Method method =
        new Method("observed to the end", "", "How many had neither event nor death.", "", "");
    return Cell.of(
        Form.COUNT,
        Origin.value(base.with("to_the_end"), label(method.name()), count, "", method, basis()));
  }

  private Statistic statistic(String slug, Method method, Optional<Estimate> estimate, String why) {
    Address address = base.with(slug);
    return new Statistic(
        address,
        label(method.name()),
        estimate,
        Optional.empty(),
        unit,
        method,
        basis(),
        estimate.isPresent() ? "" : why);
  }

  /// All of them, for a place that is no table.
  List<Statistic> statistics() {
    List<Statistic> all = new ArrayList<>(reversed().statistics());
    all.addAll(naive().statistics());
    return all;
  }

  private String label(String what) {
    return who.isEmpty() ? what : who + ": " + what;
  }

  private Basis basis() {
    Counts counts =
        Counts.of("n", people.size()).and("observed_to_the_end", people.count(End.LAST_CONTACT));
    return origin.basis(counts, rows);
  }
}
