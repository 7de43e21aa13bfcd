// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.CreatinineAlert.CTCAE;
import static casebook.clinic.rule.CreatinineAlert.KDIGO;
import static casebook.clinic.rule.CreatinineAlert.LABEL;
import static casebook.clinic.rule.CreatinineAlert.RHEUMATOLOGY_REDUCE;
import static casebook.clinic.rule.CreatinineAlert.RHEUMATOLOGY_STOP;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.rule.BeforeStart.Known;
import casebook.clinic.rule.BeforeStart.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreatinineAlertTest {
  private static final Known ONE =
      new Known(List.of(new Value(LocalDate.of(2001, 1, 1), BigDecimal.ONE, false)));

  private static List<CreatinineAlert> at(String value) {
    return CreatinineAlert.of(ONE, new BigDecimal(value));
  }

  @Test
  void eachLimitFromBothSides() {
    assertThat(at("1.249")).isEmpty();
    assertThat(at("1.25")).containsExactly(LABEL);
    assertThat(at("1.30")).containsExactly(LABEL);
    assertThat(at("1.301")).containsExactly(LABEL, RHEUMATOLOGY_REDUCE);
    assertThat(at("1.499")).containsExactly(LABEL, RHEUMATOLOGY_REDUCE);
    assertThat(at("1.500")).containsExactly(LABEL, RHEUMATOLOGY_REDUCE, KDIGO);
    assertThat(at("1.501"))
        .containsExactly(LABEL, RHEUMATOLOGY_REDUCE, RHEUMATOLOGY_STOP, KDIGO, CTCAE);
  }

  @Test
  void eachSaysWhoSaysSo() {
    assertThat(CreatinineAlert.values())
        .allSatisfy(it -> {
          assertThat(it.source()).matches(".*(FDA|19|20).*");
          assertThat(it.words()).isNotBlank();
        });
  }
}
