// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Choice;
import casebook.study.finding.Finding.Specifications.Specification;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.SpecificationSummary;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the specifications of a grid say together.
///
/// @param asked what is asked
/// @param choices what was chosen
/// @param specifications the answers, from the smallest
record GridSummary(GridQuestion asked, List<Choice> choices, List<Specification> specifications) {

  SpecificationSummary summary() {
    List<Specification> answered =
        specifications.stream().filter(it -> it.ratio().isPresent()).toList();
    long excluding =
        answered.stream()
            .filter(it -> it.answer().estimate().flatMap(Estimate::interval).isPresent())
            .filter(it -> !holdsOne(it.answer().estimate().flatMap(Estimate::interval)))
            .count();
    List<Statistic> moved = new ArrayList<>();
    for (int choice = 0; choice < choices.size(); choice++) {
      if (choices.get(choice).options().size() > 1) {
        moved.add(moved(choice));
      }
    }
    return new SpecificationSummary(
        count("specifications", "Specifications", specifications.size()),
        count("answered", "Specifications with an odds ratio", answered.size()),
        extreme("lowest", "Smallest odds ratio", answered.stream().findFirst()),
        extreme("highest", "Largest odds ratio", answered.reversed().stream().findFirst()),
        count("excluding_one", "Specifications whose interval excludes 1", excluding),
        moved);
  }

  private static boolean holdsOne(Optional<Interval> interval) {
    return interval.filter(it -> it.low() <= 1 && it.high() >= 1).isPresent();
  }

  private Address place(String slug) {
    return asked.base().with(slug);
  }

  private Basis basis() {
    return asked
        .origin()
        .basis(
            Counts.of("specifications", specifications.size()),
            Rows.all(asked.cohort().rows().size()));
  }

  private Statistic count(String slug, String label, long count) {
    return Origin.value(place(slug), words(label), (double) count, "", GridMethods.COUNT, basis());
  }

  private String words(String label) {
    return asked.exposure().label() + ": " + label;
  }

  private Statistic extreme(String slug, String label, Optional<Specification> which) {
    Address address = place(slug).with("odds_ratio");
    Method method = GridMethods.EXTREME;
    return which
        .map(it ->
            Origin.value(address, words(label), it.ratio().orElseThrow(), "", method, basis()))
        .orElseGet(() ->
            Origin.absent(
                address, words(label), "", method, basis(), "no specification has an odds ratio"));
  }

  /// The geometric mean, over all ways to hold the other choices, of the largest odds ratio over
  /// the smallest.
  private Statistic moved(int choice) {
    Map<List<Integer>, double[]> ranges = new LinkedHashMap<>();
    for (Specification it : specifications) {
      OptionalDouble value = it.ratio();
      if (value.isPresent()) {
        List<Integer> others = new ArrayList<>(it.taken());
        others.remove(/* index */ choice);
        double log = Math.log(value.getAsDouble());
        double[] range = ranges.computeIfAbsent(others, held -> new double[] {log, log, 0});
        range[0] = Math.min(range[0], log);
        range[1] = Math.max(range[1], log);
        range[2]++;
      }
    }
    double sum = 0;
    int ways = 0;
    for (double[] range : ranges.values()) {
      if (range[2] > 1) {
        sum += range[1] - range[0];
        ways++;
      }
    }
    String label = choices.get(choice).label();
    Address address = place("moved by").with(label).with("range ratio");
    String words = words("factor between the options of “" + label + "”");
    return ways == 0
        ? Origin.absent(
            address,
            words,
            "",
            GridMethods.MOVED,
            basis(),
            "nowhere two of its options have an odds ratio")
        : Origin.value(address, words, Math.exp(sum / ways), "", GridMethods.MOVED, basis());
  }
}
