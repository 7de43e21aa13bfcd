// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.study.finding.Finding;
import casebook.study.finding.GroupCurve;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `survival` and `follow-up` where the data are few or wrong, and what is wrong in the clause. The
/// numbers are those of R in `studies/survival` and `studies/remission`.
class SurvivalTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "studies", "survival");

  private static final String HEAD =
      """
      casebook: 1
      title: Remission
      design: cohort
      data: data.csv
      subject: id
      variables:
        arm: {levels: [old, new, other]}
        months: {is: number, unit: months}
        relapsed: yes/no
      analyses:
      """;

  private static final String CLAUSE =
      """
        - survival: {time: months, event: relapsed}
          by: arm
          at: [6]
      """;

  private static final String DATED =
      """
      casebook: 1
      title: Response
      design: cohort
      data: data.csv
      subject: id
      variables:
        "start, response, lost, death, last_contact": date
      derived:
        responder: {yes when: response is known}
      analyses:
      """;

  @TempDir private Path folder;

  private static List<Finding> findings(Path folder, String text, Settings settings) {
    return new WrittenStudy(text).findings(folder, settings);
  }

  private Finding.Survival found(String text, String... rows) throws IOException {
    return found(Settings.standard(), text, rows);
  }

  private Finding.Survival found(Settings settings, String text, String... rows)
      throws IOException {
    String head =
        text.startsWith(DATED)
            ? "id,start,response,lost,death,last_contact"
            : "id,arm,months,relapsed";
    Files.writeString(folder.resolve("data.csv"), head + "\n" + String.join("\n", rows) + "\n");
    return (Finding.Survival) findings(folder, text, settings).getFirst();
  }

  private static Statistic at(Finding.Survival found, String address) {
    return Printed.of(List.of(found)).at("survival." + address);
  }

  private static double value(Finding.Survival found, String address) {
    return at(found, address).estimate().orElseThrow().value();
  }

  private static List<String> codes(String text) {
    return new WrittenStudy(text).problems().stream().map(Problem::code).toList();
  }

  @Test
  void withoutEventsThereAreCurvesAndReasons() throws IOException {
    Finding.Survival found =
        found(HEAD + CLAUSE, "1,old,3,no", "2,old,8,no", "3,new,4,no", "4,new,9,no");
    String base = "relapsed_by_arm.";
    assertThat(at(found, base + "old.median").whyNot()).startsWith("not reached");
    assertThat(at(found, base + "log_rank").whyNot()).isEqualTo("there are no events");
    assertThat(at(found, base + "new.crude.hazard_ratio").whyNot())
        .isEqualTo("there are no events");
    assertThat(value(found, base + "old.at_6")).isEqualTo(100);
    assertThat(at(found, base + "old.at_6").estimate().orElseThrow().interval()).isEmpty();
    assertThat(found.groups()).extracting(GroupCurve::people).containsExactly(2, 2);
  }

  @Test
  void groupWithoutPeopleIsNamedAndTheOthersAreCompared() throws IOException {
    Finding.Survival found =
        found(HEAD + CLAUSE, "1,old,3,yes", "2,old,8,yes", "3,new,4,yes", "4,new,9,no");
    assertThat(found.heading().warnings()).anyMatch(it -> it.endsWith("is in: other."));
    assertThat(at(found, "relapsed_by_arm.log_rank").p()).isPresent();
    assertThat(at(found, "relapsed_by_arm.new.crude.hazard_ratio").estimate()).isPresent();
    assertThat(at(found, "relapsed_by_arm.other.median").whyNot()).contains("nobody");
    assertThat(at(found, "relapsed_by_arm.other.crude.hazard_ratio").whyNot()).isNotEmpty();
  }

  @Test
  void everybodyCensoredAtZeroHasACurveOfOneStep() throws IOException {
    Finding.Survival found = found(HEAD + CLAUSE, "1,old,0,no", "2,old,0,no", "3,new,0,no");
    GroupCurve old = found.groups().getFirst();
    assertThat(old.steps()).hasSize(1);
    assertThat(old.steps().getFirst().share().value()).isEqualTo(1);
    assertThat(old.median()).isInfinite();
    assertThat(at(found, "relapsed_by_arm.old.at_6").whyNot())
        .isEqualTo("follow-up of this group ends before");
  }

  @Test
  void eventAtTimeZeroCounts() throws IOException {
    // 4 at risk at 0, 1 event: 3/4 without the event from 0 on; half of them at 8
    Finding.Survival found =
        found(HEAD + CLAUSE, "1,old,0,yes", "2,old,8,yes", "3,old,8,no", "4,old,9,no");
    assertThat(value(found, "relapsed_by_arm.old.at_6")).isCloseTo(75, within(1e-12));
    assertThat(found.groups().getFirst().steps().getFirst().events()).isEqualTo(1);
  }

  @Test
  void timeBelowZeroIsAProblemOfTheDataWithItsLine() throws IOException {
    Finding.Survival found = found(HEAD + CLAUSE, "1,old,3,yes", "2,old,-1,yes", "3,new,4,yes");
    assertThat(found.heading().warnings())
        .anyMatch(it -> it.contains("an end before the beginning") && it.contains("line 3"));
    assertThat(found.heading().notes())
        .contains("1 person is left out: the end lies before the beginning.");
    assertThat(value(found, "relapsed_by_arm.old.n")).isEqualTo(1);
  }

  @Test
  void whoseTimeOrGroupIsMissingIsLeftOutByReason() throws IOException {
    Finding.Survival found =
        found(HEAD + CLAUSE, "1,old,,yes", "2,old,5,", "3,,4,yes", "4,new,4,yes", "5,old,6,no");
    assertThat(found.heading().notes())
        .contains(
            "1 person is left out: months is missing.",
            "1 person is left out: relapsed is missing.",
            "1 person is left out: arm is missing.");
  }

  @Test
  void groupWithoutEventsHasFirthsRatioOrNone() throws IOException {
    String[] rows = {
      "1,old,3,yes", "2,old,5,yes", "3,old,8,yes", "4,new,4,no", "5,new,9,no", "6,new,12,no"
    };
    Statistic own = at(found(HEAD + CLAUSE, rows), "relapsed_by_arm.new.crude.hazard_ratio");
    assertThat(own.method().name()).contains("Firth");
    assertThat(own.estimate().orElseThrow().value()).isPositive().isLessThan(1);
    Statistic wald =
        at(
            found(Settings.standard().withProfile(Profile.R), HEAD + CLAUSE, rows),
            "relapsed_by_arm.new.crude.hazard_ratio");
    assertThat(wald.estimate()).isEmpty();
    assertThat(wald.whyNot()).contains("no events");
  }

  @Test
  void orderOfRowsChangesNothing() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(FOLDER.resolve("data.csv")));
    String head = lines.removeFirst();
    Collections.shuffle(lines, new Random(7));
    lines.addFirst(head);
    Files.write(folder.resolve("data.csv"), lines);
    String text = Files.readString(FOLDER.resolve("study.yaml"));
    assertThat(FindingsText.of(findings(folder, text, Settings.standard())))
        .isEqualTo(FindingsText.of(findings(FOLDER, text, Settings.standard())));
  }

  @Test
  void whatDeathDoesMustBeSaid() {
    String clause = "  - survival: {from: start, to: last_contact, event: lost}\n";
    assertThat(codes(DATED + clause)).containsExactly("study/death-unsaid");
    assertThat(codes(DATED + clause.replace("lost}", "lost, death: censors}"))).isEmpty();
    assertThat(codes(DATED + clause.replace("lost}", "death}"))).isEmpty();
    assertThat(codes(HEAD + "  - survival: {time: months, event: relapsed, death: competes}\n"))
        .containsExactly("study/no-deaths");
  }

  @Test
  void clauseThatCannotBeAnsweredIsRefused() {
    assertThat(codes(DATED + "  - survival: {from: start, event: death}\n"))
        .containsExactly("study/no-last-contact");
    assertThat(codes(HEAD + "  - survival: {time: arm, event: relapsed}\n"))
        .containsExactly("study/not-a-time");
    assertThat(codes(HEAD + "  - survival: {time: months, event: relapsed}\n    by: months\n"))
        .containsExactly("study/survival-groups");
    assertThat(
            codes(
                HEAD + "  - survival: {time: months, event: relapsed}\n    by: arm as dominant\n"))
        .containsExactly("study/group-coding");
    assertThat(codes(HEAD + "  - survival: {time: months, event: relapsed}\n    by: relapsed\n"))
        .containsExactly("study/grouped-by-event");
    assertThat(codes(HEAD + CLAUSE + "    adjusted for: [arm]\n"))
        .containsExactly("study/survival-covariate");
  }

  private static final String[] DATES = {
    "1,2001-01-01,2001-02-01,2001-08-01,,2003-01-01",
    "2,2001-01-01,2001-03-01,,2002-06-01,2002-06-01",
    "3,2001-01-01,,,2001-04-01,2001-04-01",
    "4,2001-01-01,2001-04-01,,,2004-01-01",
    "5,2001-01-01,,,,2002-01-01",
  };

  @Test
  void responseDurationIsCountedFromTheResponse() throws IOException {
    Finding.Survival found =
        found(
            DATED
                + "  - survival: {from: response, to: last_contact, event: lost, death: censors}\n",
            DATES);
    assertThat(value(found, "lost.all.n")).isEqualTo(3);
    assertThat(value(found, "lost.all.events")).isEqualTo(1);
    // 181 days of 30.4375
    assertThat(found.groups().getFirst().steps().getFirst().time())
        .isCloseTo(181 / 30.4375, within(1e-12));
    assertThat(found.heading().notes()).contains("2 persons are left out: response is missing.");
  }

  @Test
  void respondersAreNotComparedWithoutALandmark() throws IOException {
    String clause =
        "  - survival: {from: start, to: last_contact, event: death}\n    by: responder\n";
    Finding.Survival found = found(DATED + clause, DATES);
    assertThat(found.heading().warnings().getFirst())
        .contains("`response`: 3 persons were", "immortal time");
    assertThat(found.columns()).noneMatch(it -> it.slug().equals("hazard_ratio"));
    Finding.Survival late = found(DATED + clause + "    landmark: 4 months\n", DATES);
    assertThat(late.heading().warnings()).noneMatch(it -> it.contains("immortal time"));
    assertThat(value(late, "death_by_responder.yes.n")).isEqualTo(3);
    assertThat(value(late, "death_by_responder.no.n")).isEqualTo(1);
    assertThat(late.columns()).anyMatch(it -> it.slug().equals("hazard_ratio"));
  }

  @Test
  void competingDeathGivesASmallerShareThanCensoringIt() throws IOException {
    String clause =
        "  - survival: {from: start, to: last_contact, event: lost, death: %}\n    at: [12]\n";
    double competing =
        value(found(DATED + clause.replace("%", "competes"), DATES), "lost.all.at_12");
    double censoring =
        100 - value(found(DATED + clause.replace("%", "censors"), DATES), "lost.all.at_12");
    // by hand: 5 at risk, one dies at month 3, then 1 of 4 is lost: 4/5 of 1/4 against 1/4
    assertThat(competing).isCloseTo(20, within(1e-9));
    assertThat(censoring).isCloseTo(25, within(1e-9));
  }

  @Test
  void followUpIsThatOfTheReversedCurveBesideTheNaiveMedian() throws IOException {
    String clause =
        "  - follow-up: {of: responders except 4, from: start, to: last_contact, summary: median (range)}\n";
    Finding.Survival found = found(DATED + clause, DATES);
    var numbers = Printed.of(List.of(found));
    String base = "follow_up.from_start.responders_except_4.";
    assertThat(numbers.value(base + "n")).isEqualTo(2);
    // the dead of 2002-06 is censored; the other was seen for 730 days
    assertThat(numbers.value(base + "median")).isCloseTo(730 / 30.4375, within(1e-12));
    assertThat(numbers.value(base + "observed_median"))
        .isCloseTo((730 + 516) / 2.0 / 30.4375, within(1e-12));
    assertThat(found.heading().notes()).contains("Of: responders; without 4, no reason declared.");
  }
}
