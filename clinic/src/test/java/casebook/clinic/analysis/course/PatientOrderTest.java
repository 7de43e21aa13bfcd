// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatientOrderTest {
  @Test
  void numbersInsideOfIdsCountAsNumbers() {
    assertThat(sorted("12", "2", "1", "10", "3")).containsExactly("1", "2", "3", "10", "12");
    assertThat(sorted("B1", "A10", "A2-b", "A2", "A2-a"))
        .containsExactly("A2", "A2-a", "A2-b", "A10", "B1");
  }

  @Test
  void idsThatMeanTheSameNumberStandInAFixedOrder() {
    assertThat(sorted("2", "02", "002")).isEqualTo(sorted("002", "2", "02"));
    assertThat(PatientOrder.BY_ID.compare("7", "7")).isZero();
  }

  @Test
  void digitsStandBeforeLettersAndLongNumbersDoNotOverflow() {
    assertThat(sorted("A", "1", "99999999999999999999999", "100000000000000000000000"))
        .containsExactly("1", "99999999999999999999999", "100000000000000000000000", "A");
  }

  private static List<String> sorted(String... ids) {
    return List.of(ids).stream().sorted(PatientOrder.BY_ID).toList();
  }
}
