// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.regress.Fit;
import casebook.stats.result.Outcome;
import org.junit.jupiter.api.Test;

class RehearsedNumbersTest {
  @Test
  void modelsOfNobodyAreFittedToTheirEnd() {
    assertThat(RehearsedNumbers.models())
        .hasSize(2)
        .extracting(Fit::outcome)
        .allMatch(Outcome.Converged.class::isInstance);
  }

  @Test
  void cutOffOfNobodyIsDrawnToItsEnd() {
    assertThat(RehearsedNumbers.tables().draws()).isNotEmpty();
  }
}
