// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.cohort.Attrition;
import casebook.study.cohort.Attrition.Count;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.SetMembers;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Finding.Flow;
import casebook.study.finding.Finding.Flow.GroupCount;
import casebook.study.finding.Finding.Flow.Out;
import casebook.study.finding.Finding.Flow.Step;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Rows;
import casebook.study.language.Selection.Criterion;
import casebook.study.language.Selection.Matching;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The flow diagram: who came in, who left at which criterion and why.
///
/// @param grouped whether the study has cases or controls
/// @param others whether somebody is neither
/// @param origin where the numbers come from
record FlowFinding(boolean grouped, boolean others, Origin origin) {
  private static final Address FLOW = new Address("flow");

  static Flow of(Cohort cohort) {
    Attrition attrition = cohort.attrition();
    List<Criterion> criteria = cohort.study().selection().eligibility();
    Span at = criteria.isEmpty() ? cohort.study().data().at() : criteria.getFirst().at();
    FlowFinding finding =
        new FlowFinding(
            cohort.groups().cases().size() + cohort.groups().controls().size() > 0
                || attrition.start().cases() + attrition.start().controls() > 0,
            attrition.start().other() > 0,
            Origin.of(cohort, at));
    Heading heading =
        new Heading(
            FLOW, "How participants came into the study", at, false, orphans(cohort), List.of());
    return new Flow(heading, finding.steps(attrition, criteria));
  }

  /// Who lost all partners of the matched set to the criteria; they stay in the study.
  private static List<String> orphans(Cohort cohort) {
    Optional<String> set = cohort.study().selection().matching().flatMap(Matching::set);
    if (set.isEmpty()) {
      return List.of();
    }
    SetMembers members = SetMembers.of(cohort, set.get());
    RowSet orphaned = members.orphaned();
    if (orphaned.size() == 0) {
      return List.of();
    }
    int cases = orphaned.where(cohort.groups().cases()::contains).size();
    int controls = orphaned.size() - cases;
    List<String> who = new ArrayList<>();
    if (cases > 0) {
      who.add(cases + (cases == 1 ? " case" : " cases"));
    }
    if (controls > 0) {
      who.add(controls + (controls == 1 ? " control" : " controls"));
    }
    long sets = orphaned.stream().map(members::set).distinct().count();
    return List.of(
        "The criteria broke up "
            + sets
            + (sets == 1 ? " matched set: " : " matched sets: ")
            + Sentence.list(who)
            + " in the analysis lost every partner, and models that compare within sets leave"
            + " them out.");
  }

  private List<Step> steps(Attrition attrition, List<Criterion> criteria) {
    List<Step> steps = new ArrayList<>();
    Address start = FLOW.with("start");
    steps.add(new Step("In the data", groups(start, "In the data", attrition.start()), List.of()));
    List<String> slugs =
        Slugs.distinct(
            Stream.concat(Stream.of("start"), attrition.steps().stream().map(Attrition.Step::label))
                .toList());
    for (int i = 0; i < attrition.steps().size(); i++) {
      Attrition.Step step = attrition.steps().get(i);
      Span at =
          criteria.stream()
              .filter(criterion -> criterion.label().equals(step.label()))
              .findFirst()
              .map(Criterion::at)
              .orElse(origin.at());
      FlowFinding here = new FlowFinding(grouped, others, new Origin(origin.data(), at));
      steps.add(here.step(step, FLOW.with(slugs.get(i + 1))));
    }
    return steps;
  }

  private Step step(Attrition.Step step, Address address) {
    List<String> reasons = Slugs.distinct(step.out().stream().map(Attrition.Out::reason).toList());
    List<Out> out = new ArrayList<>();
    for (int i = 0; i < step.out().size(); i++) {
      Attrition.Out left = step.out().get(i);
      Address reason = address.with("out").with(reasons.get(i));
      String label = step.label() + ", " + left.reason();
      out.add(new Out(left.reason(), left.unknown(), groups(reason, label, left.count())));
    }
    return new Step(step.label(), groups(address, step.label(), step.remain()), out);
  }

  private List<GroupCount> groups(Address address, String label, Count count) {
    List<GroupCount> groups = new ArrayList<>();
    if (!grouped) {
      groups.add(group(address, label, "All", count.all()));
      return groups;
    }
    groups.add(group(address, label, "Cases", count.cases()));
    groups.add(group(address, label, "Controls", count.controls()));
    if (others) {
      groups.add(group(address, label, "Neither", count.other()));
    }
    return groups;
  }

  private GroupCount group(Address address, String label, String group, int count) {
    Address place = address.with(group).with("count");
    return new GroupCount(
        group,
        origin.count(place, label + ": " + group.toLowerCase(Locale.ROOT), count, Rows.all(count)));
  }
}
