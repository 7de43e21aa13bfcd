// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.describe.Proportion;
import casebook.stats.dist.Normal;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AlleleFrequencyTest {
  private static final double Z = Normal.ofLevel(0.95);

  private static Estimate of(int aa, int ab, int bb) {
    return AlleleFrequency.standard().of(new GenotypeCounts(aa, ab, bb)).value().orElseThrow();
  }

  private static Interval interval(int aa, int ab, int bb) {
    return of(aa, ab, bb).interval().orElseThrow();
  }

  /// All of n people are AA: the likelihood of p is (1 - p)^n, the largest 1, so that the upper
  /// limit is 1 - exp(-z^2 / (2 n)).
  @Test
  void oneAlleleOnlyHasAnIntervalWithOneEndAtZero() {
    Interval interval = interval(12, 0, 0);
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(1 - Math.exp(-Z * Z / 24), within(1e-14));
    assertThat(interval(0, 0, 12).low()).isCloseTo(Math.exp(-Z * Z / 24), within(1e-14));
    assertThat(interval(0, 0, 12).high()).isEqualTo(1);
  }

  /// All of n people are AB: P(AB) is at most 2 p below one half, so that the likelihood is (2
  /// p)^n.
  @Test
  void heterozygotesOnlyHaveAnIntervalAboutOneHalf() {
    Interval interval = interval(0, 7, 0);
    assertThat(of(0, 7, 0).value()).isEqualTo(0.5);
    assertThat(interval.low()).isCloseTo(Math.exp(-Z * Z / 14) / 2, within(1e-14));
    assertThat(interval.high()).isCloseTo(1 - Math.exp(-Z * Z / 14) / 2, within(1e-14));
  }

  /// Without heterozygotes each person shows one allele: a proportion of people.
  @Test
  void withoutHeterozygotesItIsTheLikelihoodIntervalOfAProportion() {
    Interval people =
        Proportion.standard().likelihoodRatio(2, 5).value().orElseThrow().interval().orElseThrow();
    assertThat(interval(3, 0, 2).low()).isCloseTo(people.low(), within(1e-12));
    assertThat(interval(3, 0, 2).high()).isCloseTo(people.high(), within(1e-12));
  }

  /// R maximises by search and keeps about nine digits.
  @Test
  void limitsAreThoseOfADirectMaximisationInR() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            AlleleFrequencyTest.class.getResourceAsStream("/golden/allele_frequency.csv"))) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(2).toList();
      assertThat(lines).hasSize(22);
      for (String line : lines) {
        String[] cells = line.split(",");
        GenotypeCounts counts =
            new GenotypeCounts(
                Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
        double level = Double.parseDouble(cells[3]);
        Estimate found =
            AlleleFrequency.standard().withLevel(level).of(counts).value().orElseThrow();
        Interval interval = found.interval().orElseThrow();
        Offset<Double> near = within(1e-8);
        assertThat(found.value()).as(line).isCloseTo(Double.parseDouble(cells[4]), within(1e-15));
        assertThat(interval.low()).as(line).isCloseTo(Double.parseDouble(cells[5]), near);
        assertThat(interval.high()).as(line).isCloseTo(Double.parseDouble(cells[6]), near);
        assertThat(interval.level()).isEqualTo(level);
      }
    }
  }

  @Test
  void countingTheOtherAlleleMirrorsTheInterval() {
    Estimate one = of(82, 141, 37);
    Estimate other = of(37, 141, 82);
    assertThat(other.value()).isCloseTo(1 - one.value(), within(1e-15));
    assertThat(interval(37, 141, 82).low())
        .isCloseTo(1 - interval(82, 141, 37).high(), within(1e-14));
    assertThat(interval(37, 141, 82).high())
        .isCloseTo(1 - interval(82, 141, 37).low(), within(1e-14));
  }

  @Test
  void fewerHeterozygotesWidenItAndMorePeopleNarrowIt() {
    double equilibrium = width(interval(25, 50, 25));
    assertThat(width(interval(40, 20, 40))).isGreaterThan(1.2 * equilibrium);
    assertThat(width(interval(10, 80, 10))).isLessThan(0.8 * equilibrium);
    // four times the people, half the width; up to terms of the order 1 / n
    assertThat(width(interval(100, 200, 100))).isCloseTo(equilibrium / 2, within(0.001));
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }

  /// Large n: half the width is z times the standard error p (1 - p) (1 + f) / (2 n) of Weir.
  @Test
  void itsWidthIsThatOfTheVarianceUnderInbreeding() {
    HardyWeinberg genotypes = HardyWeinberg.of(new GenotypeCounts(40_000, 20_000, 40_000));
    double inbreeding = genotypes.inbreeding().value().orElseThrow();
    double error = Math.sqrt(0.25 * (1 + inbreeding) / 200_000);
    assertThat(inbreeding).isCloseTo(0.6, within(1e-12));
    assertThat(width(interval(40_000, 20_000, 40_000)) / 2).isCloseTo(Z * error, within(1e-7));
  }

  @Test
  void nobodyHasNoFrequency() {
    assertThat(AlleleFrequency.standard().of(new GenotypeCounts(0, 0, 0)).value()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new AlleleFrequency(1));
  }
}
