// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import static casebook.study.cohort.Write.levels;
import static casebook.study.cohort.Write.numbers;
import static casebook.study.cohort.Write.selection;
import static casebook.study.cohort.Write.study;
import static casebook.study.cohort.Write.table;
import static casebook.study.cohort.Write.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.study.data.Table;
import casebook.study.language.Dictionary;
import casebook.study.language.Selection;
import casebook.study.language.Selection.Caliper;
import casebook.study.language.Selection.Matching;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Cases a (m 40), b (m 44), c (f 50), d (m, age missing); controls e (m 42), f (m 35), g (f 61), h
/// (m 60), matched on sex and on age within 5 years. a may have e (2 years) or f (5), b only e (2):
/// the nearest control of a is the only one of b.
class SetMakingTest {
  private static final Table PEOPLE =
      table(
          texts("id", "a", "b", "c", "d", "e", "f", "g", "h"),
          levels(
              "group",
              List.of("control", "patient"),
              "patient",
              "patient",
              "patient",
              "patient",
              "control",
              "control",
              "control",
              "control"),
          levels("sex", List.of("m", "f"), "m", "m", "f", "m", "m", "m", "f", "m"),
          numbers("age", "40", "44", "50", "", "42", "35", "61", "60"));

  private static final Matching RULE =
      new Matching(
          Selection.Kind.INDIVIDUAL,
          Optional.empty(),
          List.of("sex"),
          List.of(new Caliper("age", BigDecimal.valueOf(5))),
          Write.AT);

  private static Cohort cohort() {
    Dictionary nothing = new Dictionary(List.of(), List.of(), List.of());
    return CohortBuilder.standard()
        .build(
            study(nothing, selection(List.of(), Optional.of(RULE)), List.of(), List.of()), PEOPLE)
        .orThrow();
  }

  @Test
  void optimalSetsLeaveTheOnlyControlToWhoNeedsIt() {
    MadeSets made = SetMaking.standard().make(cohort(), RULE);
    assertThat(made.sets())
        .containsExactly(
            new MadeSets.Made(0, List.of(5), List.of(1.0)),
            new MadeSets.Made(1, List.of(4), List.of(0.4)));
    assertThat(made.without().stream()).containsExactly(2);
    assertThat(made.notJudged().stream()).containsExactly(3);
    assertThat(made.found(1)).isEqualTo(2);
    assertThat(made.controls()).isEqualTo(2);
    assertThat(made.differences(cohort(), "age")).containsExactly(5, 2);
  }

  @Test
  void greedySetsFollowTheSeed() {
    List<Integer> found =
        LongStream.range(1, 30)
            .mapToObj(seed -> new SetMaking(1, true, seed).make(cohort(), RULE).sets().size())
            .distinct()
            .sorted()
            .toList();
    assertThat(found).containsExactly(1, 2);
    assertThat(new SetMaking(1, true, 5).make(cohort(), RULE).sets())
        .isEqualTo(new SetMaking(1, true, 5).make(cohort(), RULE).sets());
  }

  @Test
  void everybodyGetsAFirstControlBeforeAnybodyASecond() {
    MadeSets made = new SetMaking(2, false, 1).make(cohort(), RULE);
    assertThat(made.found(2)).isZero();
    assertThat(made.found(1)).isEqualTo(2);
  }

  @Test
  void fileHasEverybodyInASetWithItsNumber() {
    String csv =
        new String(SetMaking.standard().make(cohort(), RULE).csv(cohort()), StandardCharsets.UTF_8);
    assertThat(csv)
        .isEqualTo(
            """
            id,group,sex,age,matched_set,case_control
            a,patient,m,40,1,case
            b,patient,m,44,2,case
            e,control,m,42,2,control
            f,control,m,35,1,control
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aCaseWantsAtLeastOneControl() {
    assertThatThrownBy(() -> new SetMaking(0, false, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 controls per case; at least 1");
  }
}
