// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.survival.Clock.Death;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.GroupCurve;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.language.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said of the time until an event: of everybody, and of each subset.
///
/// @param asked what is asked
public record SurvivalFindings(SurvivalQuestion asked) {

  /// The findings, in the order of the paper.
  public List<Finding> findings() {
    List<String> absent = new Watch(asked.cohort(), asked.clock()).absent();
    if (!absent.isEmpty()) {
      return List.of(without(absent));
    }
    List<Finding> findings = new ArrayList<>();
    for (SurvivalPeople people : SurvivalPeople.of(asked)) {
      findings.add(finding(people));
    }
    return findings;
  }

  /// What is said where the data lack a day that the events should give.
  private Finding without(List<String> absent) {
    String warning =
        "The data have no "
            + Sentence.list(absent.stream().map(it -> "`" + it + "`").toList())
            + ", so that nothing can be said.";
    Heading heading =
        new Heading(
            asked.base(),
            title(),
            asked.spec().at(),
            asked.spec().primary(),
            List.of(),
            List.of(warning));
    return new Finding.Survival(heading, course(), List.of(), List.of(), List.of(), List.of());
  }

  private Finding finding(SurvivalPeople people) {
    boolean compared = people.made().several();
    boolean tested = compared && new ImmortalTime(asked, people).warning().isEmpty();
    Optional<CoxRatios> crude =
        tested ? Optional.of(new CoxRatios(asked, people, "crude", List.of())) : Optional.empty();
    Optional<CoxRatios> adjusted =
        tested && !asked.spec().covariates().isEmpty()
            ? Optional.of(new CoxRatios(asked, people, "adjusted", covariates()))
            : Optional.empty();
    SurvivalTable table = new SurvivalTable(asked, people, crude, adjusted);
    return new Finding.Survival(
        heading(people, adjusted),
        course(),
        table.columns(),
        table.rows(),
        curves(people),
        further(people, crude, adjusted));
  }

  private List<Covariate> covariates() {
    return asked.spec().covariates().stream()
        .map(it -> Covariate.of(asked.cohort(), it.words()))
        .toList();
  }

  private GroupCurve.Course course() {
    return new GroupCurve.Course(asked.event(), asked.from(), asked.unit(), asked.competing());
  }

  private List<GroupCurve> curves(SurvivalPeople people) {
    List<GroupCurve> curves = new ArrayList<>();
    for (SurvivalGroup group : people.present()) {
      CurveNumbers numbers = new CurveNumbers(asked, group, people.address(asked.base()));
      curves.add(asked.competing() ? new IncidenceNumbers(numbers).curve() : numbers.curve());
    }
    return curves;
  }

  private List<Statistic> further(
      SurvivalPeople people, Optional<CoxRatios> crude, Optional<CoxRatios> adjusted) {
    Address base = people.address(asked.base()).with("follow_up");
    List<Statistic> further =
        new ArrayList<>(
            new FollowUpNumbers(
                    asked.settings(),
                    asked.origin(),
                    asked.unit(),
                    asked.event(),
                    base,
                    people.followed(),
                    people.rows())
                .statistics());
    crude.map(CoxRatios::proportional).ifPresent(further::add);
    adjusted.map(CoxRatios::proportional).ifPresent(further::add);
    return further;
  }

  private String title() {
    String what = asked.competing() ? "Cumulative incidence of " : "Time to ";
    String event = asked.event();
    String by =
        asked
            .spec()
            .by()
            .map(it -> " by " + SurvivalGroups.of(asked.cohort(), it.words()).label())
            .orElse("");
    return what + SurvivalGroups.lower(event) + by;
  }

  private Heading heading(SurvivalPeople people, Optional<CoxRatios> adjusted) {
    return new Heading(
        people.address(asked.base()),
        people.title(title()),
        asked.spec().at(),
        asked.spec().primary() && people.isEverybody(),
        notes(people),
        new SurvivalWarnings(asked, people).all(adjusted));
  }

  private List<String> notes(SurvivalPeople people) {
    List<String> notes = new ArrayList<>();
    notes.add(time());
    if (!asked.spec().wishes().at().isEmpty()) {
      notes.add(
          asked.competing()
              ? "Percentages are of those who had the event by that time."
              : "Percentages are of those without the event at that time.");
    }
    asked.clock().death().map(this::death).ifPresent(notes::add);
    asked
        .spec()
        .wishes()
        .landmark()
        .ifPresent(it ->
            notes.add(
                "Landmark analysis: time is counted from "
                    + it.words()
                    + " after time zero, in those still observed without the event."));
    if (!asked.spec().covariates().isEmpty() && people.made().several()) {
      List<String> labels = covariates().stream().map(Covariate::label).toList();
      notes.add("Adjusted for " + Sentence.list(labels) + ".");
    }
    notes.addAll(people.followed().ties());
    for (Rows.Out out : people.rows().out()) {
      String persons = out.count() == 1 ? " person is" : " persons are";
      notes.add(out.count() + persons + " left out: " + out.reason() + ".");
    }
    return notes;
  }

  /// From when to when time runs.
  private String time() {
    if (asked.clock().time().isPresent()) {
      String words = asked.clock().time().map(Clause::words).orElseThrow();
      String label =
          SurvivalName.find(asked.cohort().study(), words).map(SurvivalName::label).orElse(words);
      return "Time is " + SurvivalGroups.lower(label) + " as recorded.";
    }
    String month = asked.unit().equals("months") ? "; a month has 30.4375 days" : "";
    return "Time runs from "
        + SurvivalGroups.lower(asked.from())
        + " to "
        + SurvivalGroups.lower(asked.event())
        + " or the last contact"
        + month
        + ".";
  }

  private String death(Death death) {
    return switch (death) {
      case CENSORS -> "Whoever died without the event counts as observed until then (censored).";
      case COMPETES ->
          "Death without the event competes with it: curves are cumulative incidences"
              + " (Aalen-Johansen), hazard ratios are those of the event among the living.";
      case IS_THE_EVENT -> "Death counts as the event.";
    };
  }
}
