// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTest {
  @Test
  void starStandsForBothEffectsAndTheirInteraction() {
    Formula formula = Formula.parse("low ~ lwt * smoke + race");
    assertThat(formula.response()).isEqualTo("low");
    assertThat(formula.terms())
        .containsExactly(
            List.of("lwt"), List.of("smoke"), List.of("race"), List.of("lwt", "smoke"));
  }

  @Test
  void strataStandApart() {
    Formula formula = Formula.parse("case ~ factor(spontaneous) + I(age^2) + strata(set, sex)");
    assertThat(formula.strata()).containsExactly("set", "sex");
    assertThat(formula.variables()).containsExactly("factor(spontaneous)", "I(age^2)");
    assertThat(Formula.column("factor(spontaneous)")).isEqualTo("spontaneous");
    assertThat(Formula.column("I(age^2)")).isEqualTo("age");
    assertThat(Formula.parse("low ~ 1").terms()).isEmpty();
  }
}
