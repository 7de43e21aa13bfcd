// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.dist.Normal;
import org.junit.jupiter.api.Test;

class Max3Test {
  private static GenotypeTable table(int... counts) {
    return new GenotypeTable(
        new GenotypeCounts(counts[0], counts[1], counts[2]),
        new GenotypeCounts(counts[3], counts[4], counts[5]));
  }

  private static final GenotypeTable MODERATE = table(50, 47, 12, 70, 40, 6);

  /// The exact permutation p-value: every way to choose the cases' genotypes, weighted by the
  /// number of ways to choose the people.
  private static double exact(GenotypeTable table) {
    GenotypeCounts all = table.all();
    int cases = table.cases().people();
    double observed = Max3.standard().integrated(table).orThrow().statistic();
    double reached = 0;
    double total = 0;
    for (int ab = 0; ab <= Math.min(cases, all.ab()); ab++) {
      for (int bb = 0; bb <= Math.min(cases - ab, all.bb()); bb++) {
        int aa = cases - ab - bb;
        if (aa <= all.aa()) {
          double weight =
              Math.exp(lnChoose(all.aa(), aa) + lnChoose(all.ab(), ab) + lnChoose(all.bb(), bb));
          var other = new GenotypeCounts(all.aa() - aa, all.ab() - ab, all.bb() - bb);
          var drawn = new GenotypeTable(new GenotypeCounts(aa, ab, bb), other);
          double statistic = Max3.standard().integrated(drawn).orThrow().statistic();
          total += weight;
          reached += statistic >= observed - 1e-9 ? weight : 0;
        }
      }
    }
    return reached / total;
  }

  private static double lnChoose(int n, int k) {
    double sum = 0;
    for (int i = 1; i <= k; i++) {
      sum += Math.log((n - k + i) / (double) i);
    }
    return sum;
  }

  /// Four standard errors of 99,999 permutations.
  @Test
  void permutationsApproachTheExactPermutationTest() {
    var result = Max3.standard().withPermutations(99_999).permuted(MODERATE).orThrow();
    assertThat(result.p().value())
        .isCloseTo(exact(MODERATE), within(4 * result.monteCarloError().orElseThrow()));
    assertThat(result.model()).isEqualTo(GenotypeModel.ADDITIVE);
  }

  /// Permutation and normal approximation agree to a few per cent with a hundred people a side.
  @Test
  void integrationApproachesTheExactPermutationTest() {
    var result = Max3.standard().integrated(MODERATE).orThrow();
    assertThat(result.p().value()).isCloseTo(exact(MODERATE), within(0.003));
    assertThat(result.monteCarloError()).isEmpty();
  }

  /// The integral against the definition: two independent normals are combined to the three
  /// statistics on a fine grid (midpoint rule, spacing 0.005, error of the order of the spacing
  /// times the density on the edge of the region).
  @Test
  void theIntegralIsTheProbabilityOfTheThreeStatistics() {
    GenotypeCounts all = MODERATE.all();
    double spread0 = GenotypeTable.spread(all, 0);
    double spread1 = GenotypeTable.spread(all, 1);
    double r = (double) all.aa() * all.bb() / all.people() / Math.sqrt(spread0 * spread1);
    double middle = 2 * Math.sqrt(GenotypeTable.spread(all, 0.5));
    double m = 2.1;
    double h = 0.005;
    double inside = 0;
    for (double u = -m + h / 2; u < m; u += h) {
      for (double v = -9 + h / 2; v < 9; v += h) {
        double z1 = r * u + Math.sqrt(1 - r * r) * v;
        double z2 = (Math.sqrt(spread0) * u + Math.sqrt(spread1) * z1) / middle;
        if (Math.abs(z1) < m && Math.abs(z2) < m) {
          inside += Math.exp(-(u * u + v * v) / 2);
        }
      }
    }
    double p = 1 - inside * h * h / (2 * Math.PI);
    assertThat(new Max3Tail(all).beyond(m).value()).isCloseTo(p, within(2e-5));
  }

  /// The p-value lies between that of one test and Bonferroni's for three.
  @Test
  void thePValueIsBetweenOneTestAndThree() {
    for (GenotypeTable table :
        new GenotypeTable[] {
          MODERATE, table(228, 15, 1, 240, 6, 0), table(1890, 1012, 143, 2011, 905, 101)
        }) {
      var result = Max3.standard().integrated(table).orThrow();
      double one = Normal.twoSided(result.statistic()).value();
      assertThat(result.p().value()).isBetween(one, 3 * one);
    }
  }

  @Test
  void farTailsKeepTheirDigits() {
    var tail = new Max3Tail(MODERATE.all());
    double ratio = tail.beyond(12).value() / Normal.twoSided(12).value();
    assertThat(ratio).isBetween(2.0, 3.0);
  }

  @Test
  void modelsThatCannotBeToldApartCountOnce() {
    var noHomozygotes = table(200, 44, 0, 230, 16, 0);
    var result = Max3.standard().integrated(noHomozygotes).orThrow();
    assertThat(result.p()).isEqualTo(Normal.twoSided(result.statistic()));
  }

  @Test
  void exchangingCasesAndControlsOrAllelesChangesNothing() {
    double p = Max3.standard().integrated(MODERATE).orThrow().p().value();
    var swapped = table(70, 40, 6, 50, 47, 12);
    assertThat(Max3.standard().integrated(swapped).orThrow().p().value())
        .isCloseTo(p, within(1e-12));
    var alleles = table(12, 47, 50, 6, 40, 70);
    assertThat(Max3.standard().integrated(alleles).orThrow().p().value())
        .isCloseTo(p, within(1e-12));
  }

  @Test
  void theSeedDecidesTheRandomNumbers() {
    var method = Max3.standard();
    assertThat(method.permuted(MODERATE)).isEqualTo(method.permuted(MODERATE));
    assertThat(method.withSeed(2).permuted(MODERATE)).isNotEqualTo(method.permuted(MODERATE));
  }

  @Test
  void saysWhyThereIsNoAnswer() {
    assertThat(Max3.standard().integrated(table(0, 0, 0, 1, 1, 1)).outcome().words())
        .isEqualTo("there are no cases");
    assertThat(Max3.standard().permuted(table(1, 1, 1, 0, 0, 0)).outcome().words())
        .isEqualTo("there are no controls");
    assertThat(Max3.standard().permuted(table(9, 0, 0, 8, 0, 0)).outcome().words())
        .isEqualTo("everybody has the same score");
  }

  @Test
  void misuseIsRefused() {
    assertThatThrownBy(() -> Max3.standard().withPermutations(998)).hasMessageContaining("999");
    assertThatThrownBy(() -> MODERATE.trend(1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> MODERATE.table(GenotypeModel.ADDITIVE))
        .hasMessageContaining("ADDITIVE");
    assertThatThrownBy(() -> MODERATE.againstNone(0)).hasMessageContaining("0 copies");
    assertThatThrownBy(() -> GenotypeModel.DOMINANT.code(3)).hasMessageContaining("3 copies");
  }
}
