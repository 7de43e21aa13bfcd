// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HardyWeinbergTest {
  private static HardyWeinberg of(int aa, int ab, int bb) {
    return HardyWeinberg.of(new GenotypeCounts(aa, ab, bb));
  }

  /// The certified suite `hardy_weinberg`, 40 digits.
  @TestFactory
  Stream<DynamicTest> certified() {
    return CertifiedSuite.read("hardy_weinberg").tests(HardyWeinbergTest::certify);
  }

  private static void certify(CertifiedCase one) {
    var input = one.input();
    var test = of(input.get("aa").asInt(), input.get("ab").asInt(), input.get("bb").asInt());
    for (String statistic : one.statistics()) {
      one.check(
          statistic,
          switch (statistic) {
            case "p_exact" -> test.exact().p().value();
            case "log10_p_exact" -> test.exact().p().ln() / Math.log(10);
            case "p_midp" -> test.midP().p().value();
            case "chi2" -> test.chiSquare().orThrow().statistic().orElseThrow();
            case "chi2_p" -> test.chiSquare().orThrow().p().value();
            case "inbreeding_f" -> test.inbreeding().orThrow();
            case "allele_freq_a" -> test.alleleFrequencyA();
            default -> throw new IllegalArgumentException(statistic);
          });
    }
  }

  /// AA 1, AB 1, BB 1: six alleles, three of each. The 6! / (3! 3!) = 20 ways to pair them give 3
  /// heterozygotes in 8 (2^3) and 1 in 12. So the exact p is 1 and mid-P 1 - 0.6 / 2.
  @Test
  void agreesWithTheHandCalculation() {
    var test = of(1, 1, 1);
    assertThat(test.exact().p().value()).isCloseTo(1, within(1e-15));
    assertThat(test.midP().p().value()).isCloseTo(0.7, within(1e-15));
    assertThat(test.excessOfHeterozygotes().p().value()).isEqualTo(1);
    assertThat(test.deficitOfHeterozygotes().p().value()).isCloseTo(0.6, within(1e-15));
    assertThat(test.inbreeding().orThrow()).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(test.chiSquare().orThrow().statistic().orElseThrow())
        .isCloseTo(1 / 3.0, within(1e-15));
  }

  /// Two tables whose p-values programs print differently: chi-square without and with continuity
  /// correction, exact and mid-P (R packages HardyWeinberg 1.7 and genetics 1.3).
  @Test
  void printsWhatTheProgramsPrint() {
    var rare = of(230, 14, 2);
    assertThat(rare.chiSquare().orThrow().p().value()).isCloseTo(0.0025, within(0.00005));
    assertThat(rare.chiSquareCorrected().orThrow().p().value()).isCloseTo(0.031, within(0.0005));
    assertThat(rare.exact().p().value()).isCloseTo(0.034, within(0.0005));
    assertThat(rare.midP().p().value()).isCloseTo(0.018, within(0.0005));
    var common = of(60, 30, 10);
    assertThat(common.chiSquare().orThrow().p().value()).isCloseTo(0.0455, within(0.00005));
    assertThat(common.chiSquareCorrected().orThrow().p().value()).isCloseTo(0.074, within(0.0005));
    assertThat(common.exact().p().value()).isCloseTo(0.059, within(0.0005));
    assertThat(common.midP().p().value()).isCloseTo(0.045, within(0.0005));
  }

  @Test
  void exchangingTheAllelesChangesNothing() {
    var one = of(57, 78, 50);
    var other = of(50, 78, 57);
    assertThat(other.exact()).isEqualTo(one.exact());
    assertThat(other.midP()).isEqualTo(one.midP());
    assertThat(other.chiSquare().orThrow().statistic().orElseThrow())
        .isCloseTo(one.chiSquare().orThrow().statistic().orElseThrow(), within(1e-12));
    assertThat(other.alleleFrequencyA()).isCloseTo(1 - one.alleleFrequencyA(), within(1e-15));
    assertThat(other.minorAlleleFrequency()).isEqualTo(one.minorAlleleFrequency());
  }

  /// Both one-sided p-values hold the observed probability, so they sum to 1 plus it; and the mid-P
  /// p-values of all possible counts average 1/2 with the probabilities as weights.
  @Test
  void theTailsFitTogether() {
    double sum = 0;
    double total = 0;
    for (int ab = 1; ab <= 21; ab += 2) {
      int aa = (21 - ab) / 2;
      var test = of(aa, ab, 40 - aa - ab);
      double point =
          test.excessOfHeterozygotes().p().value() + test.deficitOfHeterozygotes().p().value() - 1;
      total += point;
      sum += point * test.midP().p().value();
    }
    assertThat(total).isCloseTo(1, within(1e-12));
    assertThat(sum).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void oneAlleleIsAnAnswerInWords() {
    var test = of(80, 0, 0);
    assertThat(test.chiSquare().outcome().words()).isEqualTo("only one allele is seen");
    assertThat(test.chiSquareCorrected().outcome().usable()).isFalse();
    assertThat(test.inbreeding().outcome().usable()).isFalse();
    assertThat(test.exact().p().value()).isEqualTo(1);
    assertThat(test.likelihoodRatio().p().value()).isEqualTo(1);
  }

  @Test
  void countsCopiesAndSkipsMissing() {
    var counts = GenotypeCounts.of(new int[] {0, 1, 2, -1, 1, 0, 0});
    assertThat(counts).isEqualTo(new GenotypeCounts(3, 2, 1));
    assertThat(counts.allelesA() + counts.allelesB()).isEqualTo(12);
    assertThat(counts.plus(counts).people()).isEqualTo(12);
    assertThat(HardyWeinberg.of(counts).counts()).isEqualTo(counts);
  }

  @Test
  void misuseIsRefused() {
    assertThatThrownBy(() -> of(0, 0, 0)).hasMessageContaining("0 people");
    assertThatThrownBy(() -> new GenotypeCounts(-1, 0, 0)).hasMessageContaining("-1");
    assertThatThrownBy(() -> GenotypeCounts.of(new int[] {3})).hasMessageContaining("3 copies");
    assertThatThrownBy(() -> new GenotypeCounts(1, 1, 1).withCopies(3))
        .hasMessageContaining("3 copies");
  }
}
