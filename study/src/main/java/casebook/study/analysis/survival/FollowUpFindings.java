// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.people.Chosen;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.survival.FollowUpSpec.Group;
import casebook.study.cohort.Cohort;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.GroupCurve;
import casebook.study.finding.Rows;
import casebook.study.finding.Settings;
import casebook.study.language.Clause;
import java.util.ArrayList;
import java.util.List;

/// How long people were observed: one row for everybody, or for each group asked for.
///
/// @param base the beginning of all addresses
/// @param spec what the clause says
/// @param cohort the people
/// @param settings what the run is done with
public record FollowUpFindings(Address base, FollowUpSpec spec, Cohort cohort, Settings settings) {

  /// The findings: one table.
  public List<Finding> findings() {
    Watch watch = new Watch(cohort, spec.clock());
    List<String> warnings = new ArrayList<>();
    List<String> notes = new ArrayList<>(List.of(time()));
    List<Row> rows = new ArrayList<>();
    List<String> absent = watch.absent();
    if (absent.isEmpty()) {
      for (Group group : spec.groups()) {
        rows.add(row(group, notes, warnings));
      }
    } else {
      warnings.add(
          "The data have no "
              + Sentence.list(absent.stream().map(it -> "`" + it + "`").toList())
              + ", so that nothing can be said.");
    }
    Heading heading =
        new Heading(
            base, "Follow-up", spec.at(), false, notes, warnings.stream().distinct().toList());
    GroupCurve.Course course = new GroupCurve.Course("", from(), unit(), false);
    return List.of(new Finding.Survival(heading, course, columns(), rows, List.of(), List.of()));
  }

  private String unit() {
    return Watch.printed(cohort, spec.clock());
  }

  private String from() {
    return spec.clock().from().map(it -> label(it.words())).orElse("");
  }

  private String label(String name) {
    return SurvivalName.find(cohort.study(), name).map(SurvivalName::label).orElse(name);
  }

  private List<Column> columns() {
    String unit = unit().isEmpty() ? "" : ", " + unit();
    return List.of(
        new Column("n", "n", 0, ""),
        new Column("to_the_end", "Alive at last contact", 0, ""),
        new Column("median", "Reverse Kaplan-Meier median (quartiles)" + unit, 0, ""),
        new Column("observed", "Naive median (range)" + unit, 0, ""));
  }

  private Row row(Group group, List<String> notes, List<String> warnings) {
    RowSet rows = cohort.rows();
    List<Rows.Out> before = List.of();
    if (group.people().isPresent()) {
      Chosen.People people = group.people().get().people(cohort);
      rows = people.rows();
      before = people.out();
    }
    Followed followed = new Watch(cohort, spec.clock()).people(rows);
    SurvivalWarnings.negative(followed, cohort.table().origin().file()).ifPresent(warnings::add);
    group.people().flatMap(Chosen::note).ifPresent(notes::add);
    for (Rows.Out out : followed.counted(List.of()).out()) {
      notes.add(group.label() + ": " + out.count() + " left out, " + out.reason() + ".");
    }
    FollowUpNumbers numbers =
        new FollowUpNumbers(
            settings,
            Origin.of(cohort, spec.at()),
            unit(),
            group.label(),
            base.with(group.label()),
            followed,
            followed.counted(before));
    return new Row(
        group.label(),
        "",
        0,
        List.of(numbers.count(), numbers.toTheEnd(), numbers.reversed(), numbers.naive()));
  }

  private String time() {
    if (spec.clock().time().isPresent()) {
      return "Time is "
          + SurvivalGroups.lower(label(spec.clock().time().map(Clause::words).orElseThrow()))
          + " as recorded.";
    }
    String month = unit().equals("months") ? "; a month has 30.4375 days" : "";
    return "Time runs from "
        + SurvivalGroups.lower(from())
        + " to death or the last contact"
        + month
        + ". The median says how long people were under observation, deaths counting as censored;"
        + " the naive median counts early deaths as short follow-up.";
  }
}
