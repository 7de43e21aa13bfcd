// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import static casebook.study.cohort.Write.levels;
import static casebook.study.cohort.Write.numbers;
import static casebook.study.cohort.Write.selection;
import static casebook.study.cohort.Write.study;
import static casebook.study.cohort.Write.table;
import static casebook.study.cohort.Write.texts;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.data.Table;
import casebook.study.language.Dictionary;
import casebook.study.language.Selection;
import casebook.study.language.Selection.Caliper;
import casebook.study.language.Selection.Matching;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchedSetsTest {
  private static final List<String> GROUPS = List.of("control", "patient");

  /// Case a has two controls, one of them too old; case b has one of unknown age; case c has none;
  /// one control names nobody, one names somebody who is not there.
  private static final Table PEOPLE =
      table(
          texts("id", "a", "b", "c", "d", "e", "f", "g", "h"),
          levels(
              "group", GROUPS, "patient", "patient", "patient", "control", "control", "control",
              "control", "control"),
          texts("case_id", "", "b", "", "a", "a", "b", "", "z"),
          levels("sex", List.of("m", "f"), "m", "f", "m", "m", "m", "f", "m", "f"),
          numbers("age", "40", "50", "60", "45", "51", "", "40", "50"));

  private static MatchingCheck check() {
    Matching declared =
        new Matching(
            Selection.Kind.INDIVIDUAL,
            Optional.of("case_id"),
            List.of("sex"),
            List.of(new Caliper("age", BigDecimal.TEN)),
            Write.AT);
    Dictionary nothing = new Dictionary(List.of(), List.of(), List.of());
    return Matched.check(
            CohortBuilder.standard()
                .build(
                    study(
                        nothing, selection(List.of(), Optional.of(declared)), List.of(), List.of()),
                    PEOPLE)
                .orThrow())
        .orElseThrow();
  }

  @Test
  void setsAreHeldAgainstTheDeclaredRule() {
    assertThat(check().sets()).contains(new MatchedSets(2, 1, 1, 1, 1, 1));
  }

  @Test
  void whoCouldBeMatchedIsCountedOverAllControls() {
    MatchingCheck check = check();
    // a: d and g; b: h; c (60, m): e, who is 51
    assertThat(check.eligibleControls()).containsExactly(2, 1, 1);
    assertThat(check.maximumMatching()).isEqualTo(3);
    assertThat(check.casesWithNone()).isZero();
  }
}
