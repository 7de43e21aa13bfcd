// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.Json;
import casebook.stats.golden.ModelFrame;
import casebook.stats.regress.Fit;
import casebook.stats.regress.Logistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A golden case about matching in the data set lalonde.
final class LalondeMatching {
  private final GoldenCase one;
  private final GoldenData data;
  private final boolean[] treated;
  private final int[] cases;
  private final int[] controls;

  LalondeMatching(GoldenCase one) {
    this.one = one;
    data = one.dataset();
    double[] treat = data.numeric("treat");
    treated = new boolean[treat.length];
    for (int i = 0; i < treat.length; i++) {
      treated[i] = treat[i] == 1;
    }
    cases = IntStream.range(0, treat.length).filter(i -> treat[i] == 1).toArray();
    controls = IntStream.range(0, treat.length).filter(i -> treat[i] != 1).toArray();
  }

  /// Compares the case.
  void compare() {
    switch (one.method()) {
      case "matching" -> match();
      case "propensity score" -> scores();
      case "propensity weights" -> weights();
      default -> throw new IllegalArgumentException(one.method());
    }
  }

  private Fit logistic(String formula) {
    var frame = ModelFrame.of(data, formula);
    return Logistic.standard().fit(frame.design(), frame.response());
  }

  private double[] score(String formula) {
    return Arrays.stream(logistic(formula).predictor())
        .map(eta -> 1 / (1 + Math.exp(-eta)))
        .toArray();
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private void scores() {
    String formula = one.args().get("formula").asText();
    logistic(formula)
        .terms()
        .forEach(term -> one.check("coef." + ModelFrame.nameInR(term.name()), term.value()));
    double[] score = score(formula);
    one.check("score_first_ten", Arrays.copyOf(score, 10));
    one.check("mean_treated", Arrays.stream(pick(score, cases)).average().orElseThrow());
    one.check("mean_control", Arrays.stream(pick(score, controls)).average().orElseThrow());
    one.check("sd", deviation(score));
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  private void weights() {
    double[] score = score(one.args().get("score").asText());
    double[] outcome = data.numeric(one.args().get("outcome").asText());
    double[] att = PropensityWeights.ofCases(treated, score);
    double[] ate = PropensityWeights.ofEverybody(treated, score);
    var balance = Balance.standard();
    one.check("att_difference", balance.difference(treated, outcome, att).orThrow());
    one.check("ate_difference", balance.difference(treated, outcome, ate).orThrow());
    one.check("att_ess_control", PropensityWeights.effectiveSize(pick(att, controls)));
    one.check("smd_age_att", balance.of(treated, data.numeric("age"), att).orThrow());
  }

  private void match() {
    one.leaveOut("counts", "the case holds no counts");
    String formula = one.args().get("formula").asText();
    String words = one.args().get("method").asText();
    switch (words) {
      case "exact" -> {
        var classes = Subclasses.exact(treated, exactCodes(formula));
        one.check("subclasses", classes.count());
        compare(formula, Map.of(), classes.weights());
      }
      case "subclassification into 5 by quantiles of the treated" -> {
        var classes = Subclasses.byScore(treated, score(formula), 5);
        one.check("subclasses", classes.count());
        compare(formula, Map.of("distance", score(formula)), classes.weights());
      }
      case "nearest neighbour 1:1 without replacement on the logistic propensity score" ->
          stale(formula);
      case "nearest neighbour 2:1 with replacement on the logistic propensity score" ->
          replaced(formula);
      case "nearest neighbour 1:1 without replacement" -> caliper(formula);
      case "nearest on age itself, treated in data order, |age difference| at most 2, exact on race"
              + " and married" ->
          age(formula);
      default -> throw new IllegalArgumentException(words);
    }
  }

  private List<double[]> exactCodes(String formula) {
    List<double[]> codes = new ArrayList<>();
    for (String name : formula.substring(formula.indexOf('~') + 2).split(" \\+ ")) {
      codes.add(codes(name));
    }
    return codes;
  }

  private double[] codes(String name) {
    return name.equals("race")
        ? Arrays.stream(data.factor("race")).asDoubleStream().toArray()
        : data.numeric(name);
  }

  private MatchDistance distance(double[] values) {
    return MatchDistance.absolute(pick(values, cases), pick(values, controls));
  }

  /// With replacement each case has its own two nearest scores, whatever ties do, so the difference
  /// of the scores after matching follows from the rule alone: -0.00124, found here by sorting. The
  /// case has 0.00844, so its pairs (which it does not hold) are not those of its rule, and what
  /// depends on them is left out.
  private void replaced(String formula) {
    double[] score = score(formula);
    var everybody = Eligibility.of(cases.length, controls.length, List.of());
    var method = GreedyMatching.standard().withControls(2).withReplacement();
    MatchedSets sets = method.match(everybody, distance(score));
    double mean = 0;
    for (int i : cases) {
      double[] nearest =
          Arrays.stream(pick(score, controls))
              .boxed()
              .sorted(Comparator.comparingDouble(s -> Math.abs(s - score[i])))
              .limit(2)
              .mapToDouble(s -> s)
              .toArray();
      mean += (nearest[0] + nearest[1]) / 2 / cases.length;
    }
    double[] ofCases = pick(score, cases);
    double rule = (Arrays.stream(ofCases).average().orElseThrow() - mean) / deviation(ofCases);
    double own = Balance.standard().of(treated, score, spread(sets)).orThrow();
    assertThat(own).isCloseTo(rule, within(1e-12));
    assertThat(one.expected("smd_after.distance").doubleValue()).isGreaterThan(rule + 0.009);
    for (String member : List.of("smd_after", "weighted_difference_re78", "sum_weights_control")) {
      one.leaveOut(member, "its scores after matching are not those of the two nearest controls");
    }
    before(formula, Map.of("distance", score));
  }

  private void pairs(MatchedSets sets) {
    for (int i = 0; i < cases.length; i++) {
      one.check("pairs." + data.text("id").get(cases[i]), names(sets.controlsOf(i)));
    }
  }

  private List<String> names(int[] chosen) {
    return IntStream.of(chosen).mapToObj(j -> data.text("id").get(controls[j])).toList();
  }

  /// The pairs that the case holds.
  private MatchedSets given() {
    List<String> ids = IntStream.of(controls).mapToObj(j -> data.text("id").get(j)).toList();
    int[][] chosen = new int[cases.length][];
    for (int i = 0; i < cases.length; i++) {
      var pair = one.expected("pairs." + data.text("id").get(cases[i]));
      chosen[i] = Json.texts(pair).stream().mapToInt(ids::indexOf).toArray();
    }
    return new MatchedSets(chosen, controls.length);
  }

  /// The case's pairs are not those of its rule: followed case by case, the largest score first,
  /// the last six with a nearer control left do not get it. Its pairs are left out for this;
  /// weights and balance are compared for the pairs as given, and our own pairs must be nearest
  /// throughout.
  private void stale(String formula) {
    double[] score = score(formula);
    var everybody = Eligibility.of(cases.length, controls.length, List.of());
    MatchedSets own =
        GreedyMatching.standard().matchLargestFirst(everybody, distance(score), pick(score, cases));
    assertThat(notNearest(own, score)).isZero();
    assertThat(notNearest(given(), score)).isEqualTo(6);
    one.leaveOut("pairs", "six of them pass over a nearer control that nobody uses");
    one.check("subclasses", given().matchedCases());
    compare(formula, Map.of("distance", score), spread(given()));
  }

  /// Counts the cases that do not get a nearest control of those left at their turn.
  private int notNearest(MatchedSets sets, double[] score) {
    boolean[] used = new boolean[controls.length];
    MatchDistance distance = distance(score);
    int[] order =
        IntStream.range(0, cases.length)
            .boxed()
            .sorted((a, b) -> Double.compare(score[cases[b]], score[cases[a]]))
            .mapToInt(i -> i)
            .toArray();
    int count = 0;
    for (int i : order) {
      int control = sets.controlsOf(i)[0];
      double least =
          IntStream.range(0, controls.length)
              .filter(j -> !used[j])
              .mapToDouble(j -> distance.between(i, j))
              .min()
              .orElseThrow();
      count += distance.between(i, control) > least + 1e-12 ? 1 : 0;
      used[control] = true;
    }
    return count;
  }

  private double[] spread(MatchedSets sets) {
    double[] weights = new double[treated.length];
    double[] ofCases = sets.caseWeights();
    double[] ofControls = sets.controlWeights();
    for (int i = 0; i < cases.length; i++) {
      weights[cases[i]] = ofCases[i];
    }
    for (int j = 0; j < controls.length; j++) {
      weights[controls[j]] = ofControls[j];
    }
    return weights;
  }

  /// The case holds the pairs of the match without a caliper: MatchIt 4.5.1 took no notice of it.
  /// So many of its pairs are beyond the caliper; weights and balance are compared for them as
  /// given.
  private void caliper(String formula) {
    assertThat(one.args().get("caliper").asText())
        .isEqualTo("0.1 standard deviations of the propensity score (SD over everybody)");
    double[] score = score(formula);
    double width = 0.1 * deviation(score);
    MatchedSets given = given();
    long beyond =
        IntStream.range(0, cases.length)
            .filter(i -> distance(score).between(i, given.controlsOf(i)[0]) > width)
            .count();
    assertThat(beyond).isGreaterThan(60);
    one.leaveOut("pairs", beyond + " of them are beyond the caliper that the case names");
    one.check("subclasses", given.matchedCases());
    compare(formula, Map.of("distance", score), spread(given));
    var rule = MatchRule.within(pick(score, cases), pick(score, controls), width);
    var eligible = Eligibility.of(cases.length, controls.length, List.of(rule));
    MatchedSets sets =
        GreedyMatching.standard().matchLargestFirst(eligible, distance(score), pick(score, cases));
    for (int i = 0; i < cases.length; i++) {
      for (int control : sets.controlsOf(i)) {
        assertThat(Math.abs(score[cases[i]] - score[controls[control]])).isLessThanOrEqualTo(width);
      }
    }
    assertThat(sets.matchedCases())
        .isLessThanOrEqualTo(MaximumMatching.of(eligible).size())
        .isBetween(90, 125);
    double after = Balance.standard().of(treated, score, spread(sets)).orThrow();
    assertThat(after).isCloseTo(0, within(0.1));
  }

  /// Ages are whole, so a share below 1 orders ties only. MatchIt looks down before it looks up,
  /// and walks away from the case in a list in which equal ages keep the order of the rows: below,
  /// the last row is met first, above, the first.
  private MatchDistance walkingOut(double[] values) {
    double[] ofCases = pick(values, cases);
    double[] ofControls = pick(values, controls);
    return (i, j) -> {
      double difference = ofControls[j] - ofCases[i];
      double row = (j + 1.0) / (controls.length + 1);
      return Math.abs(difference) + (difference < 0 ? 1 - row : 1 + row) / 4;
    };
  }

  private void age(String formula) {
    double[] age = data.numeric("age");
    List<MatchRule> rules = new ArrayList<>();
    rules.add(MatchRule.within(pick(age, cases), pick(age, controls), 2));
    Map<String, double[]> more = new HashMap<>(Map.of("distance", age));
    for (String name : List.of("race", "married")) {
      int[] code = Arrays.stream(codes(name)).mapToInt(v -> (int) v).toArray();
      rules.add(
          MatchRule.same(
              IntStream.of(cases).map(i -> code[i]).toArray(),
              IntStream.of(controls).map(i -> code[i]).toArray()));
    }
    more.put("married", data.numeric("married"));
    var eligible = Eligibility.of(cases.length, controls.length, rules);
    MatchedSets sets = GreedyMatching.standard().match(eligible, walkingOut(age));
    pairs(sets);
    one.check("subclasses", sets.matchedCases());
    compare(formula + " + race", more, spread(sets));
  }

  private Map<String, double[]> covariates(String formula, Map<String, double[]> more) {
    Map<String, double[]> columns = new HashMap<>(more);
    for (String name : formula.substring(formula.indexOf('~') + 2).split(" \\+ ")) {
      if (name.equals("race")) {
        int[] race = data.factor("race");
        List<String> levels = data.levels("race");
        for (int l = 0; l < levels.size(); l++) {
          int level = l;
          columns.put(
              "race" + levels.get(l),
              IntStream.of(race).mapToDouble(r -> r == level ? 1 : 0).toArray());
        }
      } else {
        columns.put(name, data.numeric(name));
      }
    }
    return columns;
  }

  private void before(String formula, Map<String, double[]> more) {
    covariates(formula, more)
        .forEach((name, values) ->
            one.check("smd_before." + name, Balance.standard().of(treated, values).orThrow()));
  }

  private void compare(String formula, Map<String, double[]> more, double[] weights) {
    before(formula, more);
    if (one.expects("smd_after")) {
      covariates(formula, more)
          .forEach((name, values) ->
              one.check(
                  "smd_after." + name, Balance.standard().of(treated, values, weights).orThrow()));
    }
    double[] outcome = data.numeric("re78");
    one.check(
        "weighted_difference_re78",
        Balance.standard().difference(treated, outcome, weights).orThrow());
    one.check("sum_weights_control", Arrays.stream(pick(weights, controls)).sum());
  }
}
