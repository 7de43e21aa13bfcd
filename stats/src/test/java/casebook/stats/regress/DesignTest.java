// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DesignTest {
  private static final Factor RACE =
      Factor.of(List.of("white", "black", "other", "white"), List.of("white", "black", "other"));

  private static Design design() {
    return Design.withIntercept(4).and("age", 20, 30, 40, 50).and("race", RACE);
  }

  private static double[] column(Design design, String name) {
    double[] values = new double[design.rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = design.at(i, design.column(name));
    }
    return values;
  }

  @Test
  void factorsGiveOneColumnForEachLevelButTheReference() {
    assertThat(design().columnNames())
        .containsExactly("(Intercept)", "age", "race=black", "race=other");
    assertThat(column(design(), "race=black")).containsExactly(0, 1, 0, 0);
    assertThat(design().term("race"))
        .isEqualTo(new Term("race", 2, List.of("race=black", "race=other")));
    assertThat(design().hasIntercept()).isTrue();
  }

  @Test
  void anotherReferenceMovesToTheFront() {
    Factor moved = RACE.withReference("other");
    assertThat(moved.levels()).containsExactly("other", "white", "black");
    Design design = Design.withoutIntercept(4).and("race", moved);
    assertThat(column(design, "race=white")).containsExactly(1, 0, 0, 1);
    assertThat(column(design, "race=black")).containsExactly(0, 1, 0, 0);
    assertThat(moved.rows()).isEqualTo(4);
    assertThat(design.hasIntercept()).isFalse();
  }

  @Test
  void interactionsMultiplyColumns() {
    Design design = design().andInteraction("age", "race");
    assertThat(design.term("age:race").columns())
        .containsExactly("age:race=black", "age:race=other");
    assertThat(column(design, "age:race=black")).containsExactly(0, 30, 0, 0);
  }

  @Test
  void withoutTakesAllColumnsOfATerm() {
    Design design = design().and("smoker", true, false, true, false).without("race");
    assertThat(design.columnNames()).containsExactly("(Intercept)", "age", "smoker");
    assertThat(design.term("smoker").first()).isEqualTo(2);
    assertThat(column(design, "smoker")).containsExactly(1, 0, 1, 0);
  }

  @Test
  void aDesignNeverChanges() {
    double[] ages = {1, 2};
    Design design = Design.withIntercept(2).and("age", ages);
    ages[0] = 9;
    design.withOffset(5, 5).withFrequencies(2, 3);
    assertThat(design.at(0, 1)).isEqualTo(1);
    assertThat(design.hasOffset()).isFalse();
    assertThat(design.people()).isEqualTo(2);
    assertThat(design).hasToString("2 rows ~ (Intercept) + age");
  }

  @Test
  void frequenciesCountPeople() {
    Design design = Design.withIntercept(3).withFrequencies(12, 0, 2.5).withOffset(1, 2, 3);
    assertThat(design.people()).isEqualTo(14.5);
    assertThat(design.frequency(2)).isEqualTo(2.5);
    assertThat(design.offset(1)).isEqualTo(2);
    assertThat(design).hasToString("3 rows ~ (Intercept) + offset, frequencies");
  }

  @Test
  void whatIsNotANumberIsRefusedWithItsRow() {
    Design start = Design.withIntercept(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start.and("age", 1, Double.NaN))
        .withMessage("age is NaN in row 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start.and("age", 1))
        .withMessage("age has 1 values for 2 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start.withFrequencies(1, -1))
        .withMessageContaining("-1.0 in row 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Design.withoutIntercept(-1));
  }

  @Test
  void unknownAndDoubledNamesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> design().and("age", 1, 2, 3, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> design().term("weight"))
        .withMessageContaining("no term weight among [(Intercept), age, race]");
    assertThatIllegalArgumentException().isThrownBy(() -> design().column("race"));
    assertThatIllegalArgumentException().isThrownBy(() -> RACE.withReference("green"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Factor.of(List.of("green"), List.of("white")))
        .withMessageContaining("row 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Factor.of(new int[] {0, 2}, List.of("no", "yes")))
        .withMessageContaining("row 1 has code 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Factor.of(new int[0], List.of("no", "no")));
  }
}
