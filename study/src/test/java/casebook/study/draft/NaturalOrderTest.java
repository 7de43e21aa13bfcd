// SPDX-License-Identifier: Apache-2.0
package casebook.study.draft;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.data.Sheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static final List<List<String>> RISING =
      List.of(
          List.of("25-34", "35-44", "45-54", "55-64", "65-74", "75+"),
          List.of("<40", "40-59", "60-79", "80+"),
          List.of("0-9g/day", "10-19", "20-29", "30+"),
          List.of("stage 1", "stage 2", "stage 10"),
          List.of("0.5 mg", "1 mg", "1.5 mg"),
          List.of("under 18", "18 to 64", "65 or more"));

  @Test
  void levelsRiseWhateverTheirOrderInTheData() {
    for (List<String> rising : RISING) {
      List<String> mixed = new ArrayList<>(rising);
      Collections.shuffle(mixed, new Random(1));
      mixed.sort(new NaturalOrder());
      assertThat(mixed).isEqualTo(rising);
    }
  }

  @Test
  void levelsWithoutNumbersKeepTheMostFrequentFirst() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(
          List.of(
              "p" + i, i < 8 ? "never" : "daily", i < 8 ? "55-64" : "25-34", i < 6 ? "10" : "9"));
    }
    String draft =
        StudyDraft.of(
            new Sheet("d.csv", ',', false, List.of("id", "smoker", "band", "code"), rows));
    assertThat(draft)
        .contains("levels: [never, daily]")
        .contains("levels: [\"25-34\", \"55-64\"]")
        .contains("codes: {9: level_9, 10: level_10}");
  }
}
