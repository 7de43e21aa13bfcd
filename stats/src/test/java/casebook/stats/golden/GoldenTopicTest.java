// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GoldenTopicTest {
  private static final List<String> TOPICS =
      List.of(
          "clogit",
          "competing",
          "correlation",
          "cox",
          "curve",
          "firth",
          "groups",
          "hwe",
          "km",
          "letters",
          "linear",
          "logistic",
          "matching",
          "mi",
          "multiplicity",
          "poisson",
          "proportions",
          "quantiles",
          "reference",
          "scan",
          "stratified",
          "tables2x2");

  private static GoldenCase made(String expected, String tolerance) throws JsonProcessingException {
    String text =
        "{\"id\":\"made/x\",\"method\":\"made\",\"expected\":%s,\"tolerance\":%s}"
            .formatted(expected, tolerance);
    return new GoldenCase(new ObjectMapper().readTree(text));
  }

  private static GoldenCase made(String expected) throws JsonProcessingException {
    return made(
        expected, "{\"rel\":1e-8,\"abs\":1e-6,\"fields\":{\"b.c\":{\"rel\":0.1,\"abs\":0}}}");
  }

  @Test
  void everyTopicAndEveryDataSetIsRead() {
    int cases = 0;
    for (String topic : TOPICS) {
      for (GoldenCase one : GoldenTopic.read(topic).cases()) {
        cases++;
        if (one.hasDataset()) {
          assertThat(one.dataset().rows()).as(one.id()).isPositive();
        }
      }
    }
    assertThat(cases).isEqualTo(632);
  }

  @Test
  void columnsKnowTheirLevelsAndMissingCells() {
    GoldenData lung = GoldenData.read("lung");
    assertThat(lung.rows()).isEqualTo(228);
    assertThat(lung.complete("meal.cal", "wt.loss").rows()).isLessThan(228);
    assertThat(lung.numeric("meal.cal")).contains(Double.NaN);
    assertThat(GoldenData.read("infert").levels("education"))
        .containsExactly("0-5yrs", "6-11yrs", "12+ yrs");
    assertThat(GoldenData.read("birthwt").factor("race")).startsWith(1, 2);
    assertThat(GoldenData.read("aSAH").levels("gos6")).containsExactly("1", "3", "4", "5");
  }

  @Test
  void agreementUsesTheLongestMatchingField() throws JsonProcessingException {
    GoldenCase one = made("{\"a\":1,\"z\":{\"b\":{\"c\":[1,\"Inf\"]}}}");
    one.check("a", 1 + 1.005e-6);
    one.check("z.b.c", new double[] {1.09, Double.POSITIVE_INFINITY});
    one.finish();
  }

  @Test
  void absoluteToleranceDoesNotCountForProbabilities() throws JsonProcessingException {
    GoldenCase one = made("{\"p_exact\":1e-9,\"p\":{\"x\":0}}");
    one.check("p_exact", 2e-9);
    one.check("p.x", 1e-7);
    assertThatThrownBy(one::finish).hasMessageContaining("p_exact").hasMessageNotContaining("p.x");
  }

  @Test
  void memberNeverComparedFailsTheCase() throws JsonProcessingException {
    GoldenCase one = made("{\"a\":1,\"b\":null,\"c\":[]}");
    one.check("a", 1);
    assertThatThrownBy(one::finish)
        .hasMessageContaining("never compared: b")
        .hasMessageContaining("never compared: c");
    one.check("b", OptionalDouble.empty());
    one.check("c", List.of());
    one.finish();
  }

  @Test
  void namesWithDotsAreFound() throws JsonProcessingException {
    GoldenCase one = made("{\"p2.5\":{\"x.y\":\"word\"},\"n\":null}");
    one.check("p2.5.x.y", "word");
    one.checkAbsent("n");
    one.finish();
  }

  @Test
  void wrongValuesAreTold() throws JsonProcessingException {
    GoldenCase one = made("{\"a\":1,\"b\":true,\"c\":\"x\",\"d\":null,\"e\":[1,2]}");
    one.check("a", 1.1);
    one.check("b", false);
    one.check("c", "y");
    one.check("d", 0);
    one.check("e", new double[] {1});
    one.check("f", 3);
    one.leaveOut("e", "shorter");
    assertThatThrownBy(one::finish)
        .hasMessageContainingAll("a: got", "b: got", "c: got", "d: got", "e: got", "f: got");
  }

  @Test
  void digitsFollowMcCullough() {
    assertThat(CorrectDigits.of(1.0000001, "1")).isCloseTo(7, within(1e-6));
    assertThat(CorrectDigits.of(0.1, "0.1")).isEqualTo(CorrectDigits.ALL);
    assertThat(CorrectDigits.of(1e-5, "0.0")).isCloseTo(5, within(1e-9));
    assertThat(CorrectDigits.of(2, "1")).isZero();
    assertThat(CorrectDigits.of(Double.POSITIVE_INFINITY, "Infinity")).isEqualTo(CorrectDigits.ALL);
    assertThat(CorrectDigits.of(Double.POSITIVE_INFINITY, "1e400")).isEqualTo(CorrectDigits.ALL);
    assertThat(CorrectDigits.of(0, "1e-330")).isEqualTo(CorrectDigits.ALL);
    assertThat(CorrectDigits.of(0, "1e-310")).isZero();
    assertThat(CorrectDigits.of("none", "none")).isEqualTo(CorrectDigits.ALL);
    assertThat(CorrectDigits.of(Double.NaN, "1")).isZero();
  }

  @Test
  void everySuiteIsRead() {
    List<String> suites =
        List.of(
            "clogit",
            "distributions",
            "fisher_extreme",
            "hardy_weinberg",
            "logistic_firth",
            "logistic_ml",
            "nist_anova",
            "nist_linear",
            "nist_nonlinear",
            "nist_univariate",
            "proportions",
            "quantiles",
            "ranks_means",
            "reference_limits",
            "rounding",
            "separation",
            "stratified",
            "sums",
            "survival",
            "two_by_two");
    int cases = suites.stream().mapToInt(name -> CertifiedSuite.read(name).cases().size()).sum();
    assertThat(cases).isEqualTo(353);
  }
}
