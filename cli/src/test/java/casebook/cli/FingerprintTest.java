// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.stats.contingency.TwoByTwo;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
  private static final TwoByTwo LETTER = new TwoByTwo(12, 232, 2, 244);

  private static List<Convention> fits(TwoByTwo table, String printed) {
    return new TableSearch(PrintedRatio.read(printed), 0.95).fits(table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6.3 (1.4-28.5)",
        "6.3 (1.4–28.5)",
        "6,3 (1,4–28,5)",
        "6·3 (1·4 to 28·5)",
        "OR, 6.3 [95% CI, 1.4-28.5]; P = .006",
        "6.3 (95% CI: 1.4-28.5); p<0.05",
        "OR 6.3, 1.4, 28.5"
      })
  void everyWayOfWritingIsRead(String text) {
    PrintedRatio printed = PrintedRatio.read(text);
    assertThat(printed.words()).isEqualTo("6.3 (1.4 to 28.5)");
  }

  @Test
  void pIsReadWhereItIsANumber() {
    assertThat(PrintedRatio.read("6.3 (1.4-28.5), p=0.017").p()).hasValue(new BigDecimal("0.017"));
    assertThat(PrintedRatio.read("6.3 (1.4-28.5; P = ,017)").p()).hasValue(new BigDecimal(".017"));
    assertThat(PrintedRatio.read("6.3 (1.4-28.5), P < 0.05").p()).isEmpty();
  }

  @Test
  void whatIsNoRatioIsRefused() {
    assertThatThrownBy(() -> PrintedRatio.read("6.3 (1.4)"))
        .isInstanceOf(CommandLineException.class)
        .hasMessageContaining("write an odds ratio and its limits");
  }

  /// The letter: Wald only; score is 1.6 to 25.4, the profile of R 1.7 to 40.8.
  @Test
  void letterIsOfTheWaldFamily() {
    assertThat(fits(LETTER, "6.3 (1.4-28.5)")).containsExactly(Convention.WALD);
  }

  /// methods of one table as their programs print them: R `confint` of a `glm`, `fisher.test`,
  /// `logistf`, `epitools` midp and small, Stata `cc`.
  @Test
  void eachMethodIsKnownByItsOwnNumbers() {
    assertThat(fits(LETTER, "6.31 (1.70-40.82)")).containsExactly(Convention.PROFILE);
    assertThat(fits(LETTER, "6.29 (1.38-58.48)")).containsExactly(Convention.EXACT);
    assertThat(fits(LETTER, "6.31 (1.38-58.48)")).containsExactly(Convention.SAMPLE_EXACT);
    assertThat(fits(LETTER, "5.26 (1.55-27.11)")).containsExactly(Convention.FIRTH);
    assertThat(fits(LETTER, "5.92 (1.57-41.82)")).containsExactly(Convention.MID_P);
    assertThat(fits(LETTER, "4.19 (1.34-20.69)")).containsExactly(Convention.SMALL);
    assertThat(fits(LETTER, "6.310 (1.559-25.448)")).containsExactly(Convention.SCORE);
    assertThat(fits(LETTER, "6.310 (1.561-25.417)")).containsExactly(Convention.CORNFIELD);
  }

  /// 28.4995 cut off is 28.49, as a program prints that stops early.
  @Test
  void digitsThatWereCutOffAreNamed() {
    PrintedRatio printed = PrintedRatio.read("6.31 (1.39-28.49)");
    assertThat(Convention.WALD.of(LETTER, 0.95).flatMap(printed::fits))
        .hasValue(PrintedRatio.Rounding.CUT);
    PrintedRatio wide = PrintedRatio.read("6.31 (1.39-28.50)");
    assertThat(Convention.WALD.of(LETTER, 0.95).flatMap(wide::fits))
        .hasValue(PrintedRatio.Rounding.OUTWARD);
  }

  @Test
  void tablesNearByAreFoundWhereTheGivenOneDoesNotFit() {
    TableSearch search = new TableSearch(PrintedRatio.read("6.3 (1.4-28.5)"), 0.95);
    TwoByTwo wrong = new TwoByTwo(12, 232, 3, 243);
    assertThat(search.fits(wrong)).isEmpty();
    assertThat(search.near(wrong))
        .extracting(TableSearch.Found::table)
        .contains(LETTER)
        .allMatch(table -> table.a() == 12 && table.c() == 2);
  }

  @Test
  void unknownCountIsFound() {
    TableSearch search = new TableSearch(PrintedRatio.read("6.310 (1.397-28.500)"), 0.95);
    List<OptionalLong> counts =
        List.of(
            OptionalLong.of(12), OptionalLong.of(232), OptionalLong.empty(), OptionalLong.of(244));
    assertThat(search.among(counts)).extracting(TableSearch.Found::table).containsExactly(LETTER);
  }

  @Test
  void emptyCellHasOnlyTheMethodsThatHaveAnAnswer() {
    // 6/238 against 0/246, logistf: 13.44 (1.575 to 1755.8)
    assertThat(fits(new TwoByTwo(6, 238, 0, 246), "13.44 (1.575-1755.8)"))
        .containsExactly(Convention.FIRTH);
  }
}
