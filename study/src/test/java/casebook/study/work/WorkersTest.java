// SPDX-License-Identifier: Apache-2.0
package casebook.study.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void resultsStandInTheOrderOfThePieces(int threads) {
    List<Supplier<Integer>> pieces =
        IntStream.range(0, 100).<Supplier<Integer>>mapToObj(i -> () -> i * i).toList();
    assertThat(new Workers(threads).all(pieces))
        .isEqualTo(IntStream.range(0, 100).mapToObj(i -> i * i).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void pieceThatIsBegunAnswersWhenItIsAsked(int threads) {
    assertThat(new Workers(threads).begin(() -> "done").get()).isEqualTo("done");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void failureOfABegunPieceIsToldWhenItIsAsked(int threads) {
    Supplier<String> piece =
        new Workers(threads)
            .begin(() -> {
              throw new IllegalArgumentException("0 rows");
            });
    assertThatThrownBy(piece::get).hasStackTraceContaining("0 rows");
  }
}
