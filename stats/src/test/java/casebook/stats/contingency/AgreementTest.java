// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.result.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// In every 2x2 table with groups of at most 30, the interval holds the null exactly when the
/// p-value beside it is not below 5 %.
class AgreementTest {
  private static final int LARGEST = 30;
  private static final double ALPHA = 0.05;
  private static final OddsRatio METHOD = OddsRatio.standard();

  @Test
  void woolf() {
    assertAgreement(t -> METHOD.woolf(t).value().stream().toList());
  }

  @Test
  void haldane() {
    assertAgreement(t -> List.of(METHOD.haldane(t)));
  }

  @Test
  void scores() {
    assertAgreement(t ->
        t.emptyMargin().isPresent()
            ? List.of()
            : List.of(METHOD.cornfield(t).orThrow(), METHOD.miettinenNurminen(t).orThrow()));
  }

  @Test
  void likelihoods() {
    assertAgreement(t ->
        t.emptyMargin().isPresent()
            ? List.of()
            : List.of(METHOD.profile(t).orThrow(), METHOD.firth(t).orThrow()));
  }

  @Test
  void centralExactAndMidP() {
    assertAgreement(t ->
        t.emptyMargin().isPresent()
            ? List.of()
            : List.of(METHOD.centralExact(t).orThrow(), METHOD.midP(t).orThrow()));
  }

  // a table and its mirror images have reciprocal limits and one p-value: a quarter is enough
  private static void assertAgreement(Function<TwoByTwo, List<Effect>> method) {
    List<String> torn = new ArrayList<>();
    for (int n1 = 1; n1 <= LARGEST; n1++) {
      for (int n2 = 1; n2 <= n1; n2++) {
        for (int a = 0; a <= n1; a++) {
          for (int c = 0; c <= n2; c++) {
            TwoByTwo t = new TwoByTwo(a, n1 - a, c, n2 - c);
            for (Effect effect : method.apply(t)) {
              if (!agrees(effect)) {
                torn.add(t + " " + effect);
              }
            }
          }
        }
      }
    }
    assertThat(torn).isEmpty();
  }

  private static boolean agrees(Effect effect) {
    Interval interval = effect.estimate().interval().orElseThrow();
    double p = effect.p().value();
    // on the edge both are right: a limit of 1 to the last digits has p = 0.05 to the last digits
    boolean edge = Math.abs(p - ALPHA) < 1e-13;
    return edge || interval.contains(1) == p >= ALPHA;
  }
}
