// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Misuse is refused with the value and the range, at the edges of the range too.
class MisuseTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final double[] X = {1, 2, 3, 4};
  private static final double[] Y = {0, 1, 0, 1};
  private static final Design DESIGN = Design.withIntercept(4).and("x", X);
  private static final Design SLOPE = Design.withoutIntercept(4).and("x", X);

  private static void refused(String message, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void settingsOutsideOfTheirRange() {
    refused("tau is 0.0; it lies above 0 and up to 1", () -> Firth.standard().withTau(0));
    refused("tau is 1.5; it lies above 0 and up to 1", () -> Firth.standard().withTau(1.5));
    refused("m is 0.0; it is above 0", () -> LogF.standard().withDegrees(0));
    refused("m is Infinity; it is above 0", () -> LogF.standard().withDegrees(INFINITE));
    refused(
        "states is 0.5; it lies between 1 and 1e8", () -> ExactLogistic.standard().withStates(0.5));
    refused(
        "states is 1.0E9; it lies between 1 and 1e8",
        () -> ExactLogistic.standard().withStates(1e9));
    refused("maxIterations 0 is below 1", () -> new Logistic(0, 1e-16));
    refused("maxIterations 0 is below 1", () -> new Poisson(0, 1e-16));
    Ties ties = ConditionalLogistic.standard().ties();
    refused("maxIterations 0 is below 1", () -> new ConditionalLogistic(ties, 0, 1e-16));
    refused("groups is 2; it is at least 3", () -> new HosmerLemeshow(2));
    refused("the negligible share is 0.0, not between 0 and 1", () -> new Linear(0));
    refused("the negligible share is 1.0, not between 0 and 1", () -> new Linear(1));
  }

  @Test
  void estimatesWithoutAStandardError() {
    refused("age is NaN with standard error 1.0", () -> new Coefficient("age", Double.NaN, 1));
    refused("age is 1.0 with standard error 0.0", () -> new Coefficient("age", 1, 0));
    refused(
        "age is Infinity with standard error 1.0 on 3.0 df",
        () -> new LeastSquaresCoefficient("age", INFINITE, 1, 3));
    refused(
        "age is 1.0 with standard error -1.0 on 3.0 df",
        () -> new LeastSquaresCoefficient("age", 1, -1, 3));
    refused(
        "age is 1.0 with standard error 1.0 on 0.0 df",
        () -> new LeastSquaresCoefficient("age", 1, 1, 0));
    LeastSquaresCoefficient age = new LeastSquaresCoefficient("age", 1, 1, 3);
    refused("level 0.0 is not between 0 and 1", () -> age.estimate(0));
    refused("level 1.0 is not between 0 and 1", () -> age.estimate(1));
  }

  @Test
  void designsThatAreNone() {
    refused("-1 rows", () -> Design.withIntercept(-1));
    refused("the degree is 0; it is at least 1", () -> DESIGN.andPowers("z", 0, X));
    refused("the design has a term x already", () -> DESIGN.and("x", X));
    refused("x is Infinity in row 3", () -> Design.withoutIntercept(4).and("x", 0, 1, 2, INFINITE));
    refused(
        "the frequency is -0.5 in row 2; it is at least 0",
        () -> DESIGN.withFrequencies(1, 0, -0.5, 1));
    refused("no column z among [(Intercept), x]", () -> DESIGN.column("z"));
  }

  @Test
  void factorsWithoutLevels() {
    refused("levels [] are not different names", () -> Factor.of(new int[0], List.of()));
    refused(
        "levels [a, b, a] are not different names",
        () -> Factor.of(new int[0], List.of("a", "b", "a")));
    refused(
        "row 0 has code -1; there are 2 levels",
        () -> Factor.of(new int[] {-1}, List.of("a", "b")));
    refused(
        "row 1 has code 2; there are 2 levels",
        () -> Factor.of(new int[] {1, 2}, List.of("a", "b")));
    refused(
        "row 0 has none of the levels [a, b]", () -> Factor.of(List.of("c"), List.of("a", "b")));
    Factor factor = Factor.of(List.of("a"), List.of("a", "b"));
    refused("c is none of the levels [a, b]", () -> factor.withReference("c"));
  }

  @Test
  void outcomesThatAreNeitherNorAll() {
    refused("3 outcomes for 4 rows", () -> Logistic.standard().fit(DESIGN, 0, 1, 0));
    refused(
        "the outcome is 2.0 in row 2; it is 0 or 1",
        () -> Logistic.standard().fit(DESIGN, 0, 1, 2, 0));
    refused(
        "the count is -1.0 in row 1; it is a whole number, at least 0",
        () -> Poisson.standard().fit(DESIGN, 0, -1, 2, 0));
    refused(
        "the count is Infinity in row 0; it is a whole number, at least 0",
        () -> Poisson.standard().fit(DESIGN, INFINITE, 1, 2, 0));
    refused("3 responses for 4 rows", () -> Linear.standard().fit(DESIGN, 1, 2, 3));
    refused("the marker is missing in row 1", () -> Roc.of(new boolean[2], 1, Double.NaN));
    refused("2 events, 1 markers", () -> Roc.of(new boolean[2], 1));
  }

  @Test
  void setsAndStrata() {
    ConditionalLogistic matched = ConditionalLogistic.standard();
    refused("3 outcomes for 4 rows", () -> matched.fit(SLOPE, new int[4], 0, 1, 0));
    refused("2 sets for 4 rows", () -> matched.fit(SLOPE, new int[2], Y));
    refused(
        "rows of matched sets are single people",
        () -> matched.fit(SLOPE.withFrequencies(1, 2, 1, 1), new int[4], Y));
    ExactLogistic exact = ExactLogistic.standard();
    refused("the design has no intercept; name strata instead", () -> exact.of(SLOPE, "x", Y));
    String asked = "strata of %d rows, no intercept and no offset are asked for";
    refused(asked.formatted(3), () -> exact.within(SLOPE, "x", new int[3], Y));
    refused(asked.formatted(4), () -> exact.within(DESIGN, "x", new int[4], Y));
    refused(asked.formatted(4), () -> exact.within(SLOPE.withOffset(X), "x", new int[4], Y));
    refused(
        "the frequency is 1.5 in row 1; it is a whole number",
        () -> exact.of(DESIGN.withFrequencies(1, 1.5, 1, 1), "x", Y));
    refused(
        "the frequency is 2.0E9 in row 1; it is a whole number",
        () -> exact.of(DESIGN.withFrequencies(1, 2e9, 1, 1), "x", Y));
    refused("the design has no intercept to correct", () -> Flic.standard().fit(SLOPE, Y));
  }

  @Test
  void fitsOfAnotherKindOrDesign() {
    Fit counts = Poisson.standard().fit(DESIGN, 1, 2, 2, 5);
    refused("this asks for a logistic fit", () -> Influence.of(counts));
    Fit fit = Logistic.standard().fit(DESIGN, 0, 1, 0, 1);
    refused("this asks for a Poisson fit", () -> Dispersion.of(fit));
    refused("no estimate of z in [(Intercept), x]", () -> Influence.of(fit).change(0, "z"));
    refused("3 clusters for 4 rows", () -> Sandwich.clustered(fit, new int[3], true));
    Design other = Design.withIntercept(1).and("z", 1);
    refused("columns [(Intercept), z] are not [(Intercept), x]", () -> fit.predictor(other));
    LinearFit line = Linear.standard().fit(DESIGN, 1, 2, 2, 5);
    refused("columns [(Intercept), z] are not [(Intercept), x]", () -> line.predict(other, 0.95));
  }

  /// x2 is twice x: nothing is left to test of it. A separated fit has no Wald test.
  @Test
  void testsThatThereAreNone() {
    Fit aliased = Logistic.standard().fit(DESIGN.and("x2", 2, 4, 6, 8), 0, 1, 0, 1);
    String none = "no column of the terms is estimated";
    assertThat(aliased.wald("x2").outcome().words()).isEqualTo(none);
    assertThat(aliased.score("x2").outcome().words()).isEqualTo(none);
    assertThat(aliased.likelihoodRatio("x2").outcome().words()).isEqualTo(none);
    Fit separated = Logistic.standard().fit(DESIGN, 0, 0, 1, 1);
    assertThat(separated.wald("x").outcome()).isEqualTo(separated.outcome());
    assertThat(separated.likelihoodRatio("x").value()).isPresent();
    assertThat(separated.profile("x", 0.95).outcome()).isEqualTo(separated.outcome());
  }
}
