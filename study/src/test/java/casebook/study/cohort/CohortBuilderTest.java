// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import static casebook.study.cohort.Write.aboveLimit;
import static casebook.study.cohort.Write.compare;
import static casebook.study.cohort.Write.criterion;
import static casebook.study.cohort.Write.dates;
import static casebook.study.cohort.Write.derived;
import static casebook.study.cohort.Write.known;
import static casebook.study.cohort.Write.levels;
import static casebook.study.cohort.Write.measure;
import static casebook.study.cohort.Write.num;
import static casebook.study.cohort.Write.numbers;
import static casebook.study.cohort.Write.percentile;
import static casebook.study.cohort.Write.selection;
import static casebook.study.cohort.Write.study;
import static casebook.study.cohort.Write.table;
import static casebook.study.cohort.Write.texts;
import static casebook.study.cohort.Write.var;
import static casebook.study.cohort.Write.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import casebook.study.cohort.Attrition.Count;
import casebook.study.cohort.Attrition.Out;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import casebook.study.language.Dictionary;
import casebook.study.language.Selection;
import casebook.study.language.Selection.Caliper;
import casebook.study.language.Selection.Matching;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CohortBuilderTest {
  private static final List<String> GROUPS = List.of("control", "patient");

  private static final Table PEOPLE =
      table(
          texts("id", "a", "b", "c", "d", "e", "f", "g", "h"),
          levels(
              "group", GROUPS, "patient", "patient", "patient", "control", "control", "control",
              "control", ""),
          levels("sex", List.of("m", "f"), "m", "m", "f", "m", "m", "f", "m", "m"),
          numbers("age", "40", "71", "50", "44", "55", "80", "", "30"),
          numbers("event_age", "40", "71", "", "", "33", "", "", ""),
          numbers("igm", "9", "3", "1", "1", "2", "3", "4", "5"),
          dates("seen", "2001-01-01", "2001-01-02", "", "2001-01-04", "", "", "", "2009-01-01"));

  private static final Dictionary DICTIONARY =
      new Dictionary(
          List.of(
              variable("group", "all", new Dictionary.Type.Levels(GROUPS, Map.of(), false)),
              variable("age", "all", measure()),
              variable("event_age", "cases", measure()),
              variable("igm", "all", measure()),
              variable("seen", "all", new Dictionary.Type.Date())),
          List.of(
              new Dictionary.CrossCheck(
                  "event before now", compare(var("event_age"), "<=", var("age")), Write.AT)),
          List.of());

  private static Study studyOf(Optional<Matching> matching) {
    return study(
        DICTIONARY,
        selection(
            List.of(
                criterion(
                    "first event under 70", "cases", compare(var("event_age"), "<", num("70"))),
                criterion("plasma available", "all", known(var("igm")))),
            matching),
        List.of(percentile("igm", 50)),
        List.of(
            derived("igm_high", aboveLimit("igm"), true),
            derived("old", compare(var("age"), ">", num("45")), false)));
  }

  private static Cohort cohort() {
    return CohortBuilder.standard().build(studyOf(Optional.empty()), PEOPLE).orThrow();
  }

  @Test
  void peopleLeaveStepByStepWithTheReason() {
    Attrition attrition = cohort().attrition();
    assertThat(attrition.start()).isEqualTo(new Count(3, 4, 1));
    assertThat(attrition.steps())
        .containsExactly(
            new Attrition.Step(
                "case or control",
                List.of(new Out("unknown because group is missing", true, new Count(0, 0, 1))),
                new Count(3, 4, 0)),
            new Attrition.Step(
                "first event under 70",
                List.of(
                    new Out("not met", false, new Count(1, 0, 0)),
                    new Out("unknown because event_age is missing", true, new Count(1, 0, 0))),
                new Count(1, 4, 0)),
            new Attrition.Step("plasma available", List.of(), new Count(1, 4, 0)));
  }

  @Test
  void limitComesFromAllEligibleControls() {
    // controls have 1 2 3 4: type 6 puts the median at position 2.5, that is 2.5
    ComputedLimit limit = cohort().limits().getFirst();
    assertThat(limit.value()).hasValue(2.5);
    assertThat(limit.n()).isEqualTo(4);
    assertThat(limit.above()).isEqualTo(2);
    assertThat(limit.quantileType()).isEqualTo(6);
  }

  @Test
  void derivedVariablesAreKnownForEverybodyWhoCanBeJudged() {
    Column.Leveled high = (Column.Leveled) cohort().table().column("igm_high");
    assertThat(high.level(0)).isEqualTo("yes");
    assertThat(high.level(4)).isEqualTo("no");
    Column old = cohort().table().column("old");
    assertThat(old.presence(6)).isEqualTo(Presence.MISSING);
  }

  @Test
  void whatWasAskedOfCasesIsNotApplicableToControls() {
    Checked<Cohort> built = CohortBuilder.standard().build(studyOf(Optional.empty()), PEOPLE);
    Column event = built.orThrow().table().column("event_age");
    assertThat(event.presence(4)).isEqualTo(Presence.NOT_APPLICABLE);
    assertThat(event.presence(2)).isEqualTo(Presence.MISSING);
    assertThat(built.problems()).extracting(Problem::code).containsExactly("data/not-asked");
  }

  @Test
  void unknownsThatMatteredBecomeQueries() {
    assertThat(cohort().queries())
        .extracting(Query::line, Query::subject, Query::variable, Query::kind)
        .containsExactly(
            tuple(4, "c", "event_age", "unknown"),
            tuple(6, "e", "event_age", "check"),
            tuple(8, "g", "age", "unknown"),
            tuple(9, "h", "group", "unknown"));
  }

  @Test
  void datesAfterTheDayAreNamed() {
    Checked<Cohort> built =
        CohortBuilder.standard()
            .withDay(LocalDate.of(2001, 1, 3))
            .build(studyOf(Optional.empty()), PEOPLE);
    assertThat(built.problems())
        .extracting(Problem::message)
        .contains(
            "2 dates of `seen` lie after 2001-01-03, the day of this run. See lines 5 and 9.");
  }

  @Test
  void matchingIsLookedAtInTheData() {
    Matching declared =
        new Matching(
            Selection.Kind.FREQUENCY,
            Optional.empty(),
            List.of("sex"),
            List.of(new Caliper("age", BigDecimal.TEN)),
            Write.AT);
    MatchingCheck check =
        Matched.check(
                CohortBuilder.standard().build(studyOf(Optional.of(declared)), PEOPLE).orThrow())
            .orElseThrow();
    // the one case is m, 40: of the controls m 44, m 55, f 80, m unknown only the first will do
    assertThat(check.eligibleControls()).containsExactly(1);
    assertThat(check.maximumMatching()).isEqualTo(1);
    assertThat(check.casesWithNone()).isZero();
    assertThat(check.casesNotJudged()).isZero();
    assertThat(check.sets()).isEmpty();
  }
}
