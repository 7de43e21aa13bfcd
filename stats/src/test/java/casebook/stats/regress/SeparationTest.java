// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.regress.Separation.Status;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeparationTest {
  @Test
  void aThresholdSeparatesCompletely() {
    Design design =
        Design.withIntercept(6).and("noise", 2, 7, 1, 8, 2, 8).and("x", 1, 2, 3, 4, 5, 6);
    Separation found = Separation.find(design, 0, 0, 0, 1, 1, 1);
    assertThat(found.status()).isEqualTo(Status.COMPLETE);
    assertThat(found.separating()).containsExactly("x");
    assertThat(found.infinite()).containsExactly("(Intercept)", "noise", "x");
    assertThat(found.finite()).isFalse();
  }

  @Test
  void theDirectionIsACertificate() {
    Design design = Design.withIntercept(5).and("x", 1, 1, 0, 0, 0).and("age", 50, 60, 40, 50, 70);
    double[] y = {1, 1, 1, 0, 1};
    Separation found = Separation.find(design, y);
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int i = 0; i < 5; i++) {
      double margin = 0;
      for (int j = 0; j < 3; j++) {
        margin += found.direction().get(j) * design.at(i, j);
      }
      margin *= y[i] == 1 ? 1 : -1;
      smallest = Math.min(smallest, margin);
      largest = Math.max(largest, margin);
    }
    assertThat(smallest).isEqualTo(0, within(1e-9));
    assertThat(largest).isGreaterThan(0.1);
    assertThat(found.status()).isEqualTo(Status.QUASI_COMPLETE);
  }

  @Test
  void twoEmptyCellsAreBothNamed() {
    double[] a = {1, 1, 0, 0, 0, 0, 0, 0};
    double[] b = {0, 0, 1, 1, 0, 0, 0, 0};
    double[] age = {3, 5, 4, 6, 3, 4, 5, 6};
    Design design = Design.withIntercept(8).and("a", a).and("b", b).and("age", age);
    Separation found = Separation.find(design, 1, 1, 0, 0, 0, 1, 0, 1);
    assertThat(found.status()).isEqualTo(Status.QUASI_COMPLETE);
    assertThat(found.separating()).contains("a", "b");
  }

  @Test
  void largeNumbersAloneAreNotSeparation() {
    // an odds ratio of 1e8 that is finite: one person in each corner keeps it so
    Design design = Design.withIntercept(4).and("x", 1, 1, 0, 0).withFrequencies(1e4, 1, 1, 1e4);
    assertThat(Separation.find(design, 1, 0, 1, 0).finite()).isTrue();
    Fit fit = Logistic.standard().fit(design, 1, 0, 1, 0);
    assertThat(fit.term("x").value()).isEqualTo(Math.log(1e8), within(1e-11));
  }

  @Test
  void aMillionToOneIsStillFinite() {
    Design design = Design.withIntercept(4).and("x", 1, 1, 0, 0).withFrequencies(1e9, 1, 1, 1e9);
    Fit fit = Logistic.standard().fit(design, 1, 0, 1, 0);
    assertThat(fit.outcome().usable()).isTrue();
    assertThat(fit.term("x").value()).isEqualTo(2 * Math.log(1e9), within(1e-9));
  }

  @Test
  void frequenciesOfZeroDoNotCount() {
    Design design = Design.withIntercept(4).and("x", 1, 1, 0, 0);
    assertThat(Separation.find(design.withFrequencies(5, 1, 5, 5), 1, 0, 1, 0).finite()).isTrue();
    assertThat(Separation.find(design.withFrequencies(5, 0, 5, 5), 1, 0, 1, 0).status())
        .isEqualTo(Status.QUASI_COMPLETE);
  }

  @Test
  void oneOutcomeAndAliasedColumnsAreTold() {
    Design design = Design.withIntercept(3).and("x", 1, 2, 3).and("y", 3, 2, 1);
    Separation found = Separation.find(design, 1, 1, 1);
    assertThat(found.status()).isEqualTo(Status.ONE_OUTCOME);
    assertThat(found.aliased()).containsExactly("y");
  }

  @Test
  void theAnswerAgreesWithTheFitOnRandomSmallTables() {
    // in a 2x2 table the estimate is finite exactly when no cell is empty
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      double[] cells = random.ints(4, 0, 4).asDoubleStream().toArray();
      boolean empty = cells[0] * cells[1] * cells[2] * cells[3] == 0;
      boolean margin =
          cells[0] + cells[1] == 0
              || cells[2] + cells[3] == 0
              || cells[0] + cells[2] == 0
              || cells[1] + cells[3] == 0;
      Design design = Design.withIntercept(4).and("x", 1, 1, 0, 0).withFrequencies(cells);
      if (!margin) {
        assertThat(Separation.find(design, 1, 0, 1, 0).finite()).isEqualTo(!empty);
        assertThat(Logistic.standard().fit(design, 1, 0, 1, 0).outcome().usable())
            .isEqualTo(!empty);
      }
    }
  }

  @Test
  void everyRandomAnswerIsProvenOrConverges() {
    Random random = new Random(5);
    int separated = 0;
    for (int round = 0; round < 200; round++) {
      int n = 6 + random.nextInt(12);
      Design design = Design.withIntercept(n);
      for (int j = 0; j < 3; j++) {
        design = design.and("x" + j, random.doubles(n).map(v -> Math.floor(4 * v)).toArray());
      }
      double[] y = random.ints(n, 0, 2).asDoubleStream().toArray();
      Separation found = Separation.find(design, y);
      Fit fit = Logistic.standard().fit(design, y);
      boolean exists = fit.terms().size() > 0;
      assertThat(exists).isEqualTo(found.finite());
      separated += found.finite() ? 0 : 1;
    }
    assertThat(separated).isBetween(20, 180);
  }
}
