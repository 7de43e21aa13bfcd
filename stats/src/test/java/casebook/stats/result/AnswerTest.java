// SPDX-License-Identifier: Apache-2.0
package casebook.stats.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void aValueIsGivenAndChanged() {
    Answer<Integer> answer = Answer.of(3);
    assertThat(answer.value()).contains(3);
    assertThat(answer.outcome()).isEqualTo(new Outcome.Converged(0));
    assertThat(answer.map(x -> x + 0.5).orThrow()).isEqualTo(3.5);
    assertThat(answer.orThrow()).isEqualTo(3);
  }

  @Test
  void whereThereIsNoneTheReasonStays() {
    Answer<Integer> none = Answer.none("the table is empty");
    assertThat(none.value()).isEmpty();
    assertThat(none.map(x -> x + 1).outcome().words()).isEqualTo("the table is empty");
    assertThatIllegalStateException().isThrownBy(none::orThrow).withMessage("the table is empty");
    Outcome separated = new Outcome.Separated(List.of("age", "sex"));
    assertThat(Answer.none(separated).outcome()).isSameAs(separated);
  }

  @Test
  void noValueWithoutAReasonIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Answer<Integer>(Optional.empty(), new Outcome.Converged(4)))
        .withMessage("an answer without a value must say why");
  }

  @Test
  void aValueMayComeWithAReasonNotToUseIt() {
    Outcome collinear = new Outcome.Collinear(List.of("weight"));
    assertThat(new Answer<>(Optional.of(2), collinear).map(x -> 2 * x))
        .isEqualTo(new Answer<>(Optional.of(4), collinear));
  }

  @Test
  void outcomesSayHowItEnded() {
    assertThat(new Outcome.Converged(7).words()).isEqualTo("converged");
    assertThat(new Outcome.Separated(List.of("age", "sex")).words())
        .isEqualTo("separated by age, sex");
    assertThat(new Outcome.Collinear(List.of("a", "b")).words()).isEqualTo("collinear: a, b");
    assertThat(new Outcome.NotConverged(12, 0.5).words())
        .isEqualTo("not converged after 12 iterations");
    assertThat(new Outcome.NotEstimable("no events").words()).isEqualTo("no events");
  }

  @Test
  void onlyWhatConvergedIsUsable() {
    assertThat(new Outcome.Converged(1).usable()).isTrue();
    assertThat(new Outcome.NotConverged(1, 1).usable()).isFalse();
    assertThat(new Outcome.Separated(List.of("a")).usable()).isFalse();
    assertThat(new Outcome.Collinear(List.of("a")).usable()).isFalse();
    assertThat(new Outcome.NotEstimable("why").usable()).isFalse();
  }
}
