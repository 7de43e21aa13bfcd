// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.golden.GoldenData;
import casebook.stats.golden.ModelFrame;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Influence, dependence and calibration of `low ~ lwt + race + smoke`, against R 4.2.2.
class DiagnosticsTest {
  /// R's own fit is good to about 13 digits after restarts.
  private static final Offset<Double> CLOSE = within(1e-11);

  private static final ModelFrame BIRTHS =
      ModelFrame.of(GoldenData.read("birthwt"), "low ~ lwt + race + smoke");

  private static final Fit FIT = Logistic.standard().fit(BIRTHS.design(), BIRTHS.events());

  @Test
  void leverageAndCookAreThoseOfR() {
    Influence influence = Influence.of(FIT);
    assertThat(influence.leverage(0)).isEqualTo(0.04561103367464826, CLOSE);
    assertThat(influence.leverage(9)).isEqualTo(0.01858666327498163, CLOSE);
    assertThat(influence.cook(0)).isEqualTo(0.0029204359195294837, CLOSE);
    assertThat(influence.cook(188)).isEqualTo(0.0074049278803847290, CLOSE);
    assertThat(influence.pearson(188)).isEqualTo(1.471779043133649, CLOSE);
  }

  @Test
  void changesAreOneStepOfTheFitWithoutTheRow() {
    // V x (y-p) / (1-h), computed in R from vcov, model.matrix and hatvalues
    Influence influence = Influence.of(FIT);
    assertThat(influence.change(0, "race=black")).isEqualTo(-0.03219575924358342, CLOSE);
    assertThat(influence.change(9, "(Intercept)")).isEqualTo(-0.03297398650759377, CLOSE);
    double change = influence.change(188, "smoke");
    assertThat(change).isEqualTo(0.030647120276688367, CLOSE);
    assertThat(influence.standardisedChange(188, "smoke"))
        .isEqualTo(change / FIT.term("smoke").standardError(), CLOSE);
    assertThatIllegalArgumentException().isThrownBy(() -> influence.change(0, "age"));
  }

  @Test
  void leveragesAddUpToTheParameters() {
    Influence influence = Influence.of(FIT);
    double sum = 0;
    for (int i = 0; i < FIT.design().rows(); i++) {
      sum += influence.leverage(i);
    }
    assertThat(sum).isEqualTo(FIT.parameters(), CLOSE);
  }

  @Test
  void inflationIsThatOfTheCorrelation() {
    assertThat(Dependence.inflation(FIT, "lwt").orThrow()).isEqualTo(1.0948479688802912, CLOSE);
    assertThat(Dependence.inflation(FIT, "race").orThrow()).isEqualTo(1.40991768391698, CLOSE);
    assertThat(Dependence.inflation(FIT, "smoke").orThrow()).isEqualTo(1.2917638307999273, CLOSE);
  }

  @Test
  void conditionNumberIsTheRatioOfSingularValues() {
    assertThat(Dependence.conditionNumber(BIRTHS.design())).isEqualTo(11.591424765024826, CLOSE);
    Design same = Design.withIntercept(3).and("x", 1, 2, 3).and("y", 2, 4, 6);
    assertThat(Dependence.conditionNumber(same)).isInfinite();
    assertThat(Dependence.conditionNumber(Design.withIntercept(2).and("x", 0, 0))).isInfinite();
    assertThat(Dependence.conditionNumber(Design.withIntercept(1).and("x", 3))).isInfinite();
  }

  @Test
  void theConditionNumberCountsFrequencies() {
    Design twice = Design.withIntercept(3).and("x", 1, 1, 4);
    Design once = Design.withIntercept(2).and("x", 1, 4).withFrequencies(2, 1);
    assertThat(Dependence.conditionNumber(once))
        .isEqualTo(Dependence.conditionNumber(twice), CLOSE);
  }

  @Test
  void hosmerLemeshowNeedsPeopleAndManyRisks() {
    Design table = Design.withIntercept(4).and("x", 1, 1, 0, 0).withFrequencies(12, 2, 232, 244);
    Fit fit = Logistic.standard().fit(table, 1, 0, 1, 0);
    assertThat(HosmerLemeshow.standard().test(fit).value()).isEmpty();
    Fit two = Logistic.standard().fit(Design.withIntercept(4).and("x", 1, 1, 0, 0), 1, 0, 1, 0);
    assertThat(HosmerLemeshow.standard().test(two).outcome().words()).contains("too few values");
    assertThatIllegalArgumentException().isThrownBy(() -> new HosmerLemeshow(2));
  }

  @Test
  void hosmerLemeshowGroupsHoldEverybodyOnce() {
    HosmerLemeshow.Result result = new HosmerLemeshow(5).test(FIT).orThrow();
    assertThat(result.groups().stream().mapToInt(HosmerLemeshow.Group::people).sum())
        .isEqualTo(189);
    assertThat(result.groups().stream().mapToInt(HosmerLemeshow.Group::observed).sum())
        .isEqualTo(59);
    assertThat(result.groups().stream().mapToDouble(HosmerLemeshow.Group::expected).sum())
        .isEqualTo(59, CLOSE);
  }

  @Test
  void clustersOfOnePersonAreNoClusters() {
    int[] own = IntStream.range(0, 189).toArray();
    assertThat(Sandwich.clustered(FIT, own, false).toArray())
        .containsExactly(Sandwich.of(FIT).toArray(), CLOSE);
    assertThat(Sandwich.clustered(FIT, own, true).at(0, 0))
        .isEqualTo(Sandwich.of(FIT).at(0, 0) * 189 / 188, CLOSE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sandwich.clustered(FIT, new int[3], false));
  }

  @Test
  void frequenciesGiveTheSandwichOfThePeople() {
    Design people = Design.withIntercept(5).and("x", 0, 0, 1, 1, 1);
    Design rows = Design.withIntercept(4).and("x", 0, 0, 1, 1).withFrequencies(1, 1, 2, 1);
    Fit one = Logistic.standard().fit(people, 0, 1, 1, 1, 0);
    Fit two = Logistic.standard().fit(rows, 0, 1, 1, 0);
    assertThat(Sandwich.of(two).toArray()).containsExactly(Sandwich.of(one).toArray(), CLOSE);
  }

  @Test
  void predictionAsksForTheSameColumns() {
    Design other = Design.withIntercept(1).and("age", 30);
    assertThatIllegalArgumentException().isThrownBy(() -> Prediction.of(FIT, other, 0.95));
    assertThat(Prediction.of(FIT, BIRTHS.design(), 0.95).get(3).probability().value())
        .isEqualTo(Prediction.probabilities(FIT)[3], CLOSE);
  }
}
