// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.describe.Quantile;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.MatchedSets;
import casebook.study.cohort.MatchingCheck;
import casebook.study.cohort.MatchingCheck.Balance;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Matching;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.language.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How the declared matching stands in the data. Nobody is called unmatched: without set ids nobody
/// can know.
///
/// @param check what was found
/// @param cohort the people
/// @param origin where the numbers come from
record MatchingFinding(MatchingCheck check, Cohort cohort, Origin origin) {
  private static final Address MATCHING = new Address("matching");

  static Matching of(Cohort cohort, MatchingCheck check) {
    Origin origin = Origin.of(cohort, check.declared().at());
    MatchingFinding finding = new MatchingFinding(check, cohort, origin);
    List<Row> rows = new ArrayList<>();
    check.balances().forEach(balance -> rows.add(finding.balance(balance)));
    rows.add(finding.eligible());
    rows.add(finding.cases("none", "Cases without an eligible control", check.casesWithNone()));
    if (check.casesNotJudged() > 0) {
      rows.add(
          finding.cases(
              "not_judged", "Cases whose matching variables are missing", check.casesNotJudged()));
    }
    rows.add(finding.maximum());
    check.sets().ifPresent(sets -> rows.addAll(finding.sets(sets)));
    Heading heading =
        new Heading(
            MATCHING,
            "How the declared matching stands in the data",
            check.declared().at(),
            false,
            List.of(finding.declared()),
            List.of());
    return new Matching(heading, List.of(new Column("value", "Value", 0, "")), rows);
  }

  /// The declared rule in words.
  private String declared() {
    Selection.Matching rule = check.declared();
    List<String> parts =
        Stream.concat(
                rule.exact().stream().map(name -> "same " + label(name)),
                rule.within().stream()
                    .map(caliper ->
                        label(caliper.variable())
                            + " within "
                            + caliper.distance().stripTrailingZeros().toPlainString()
                            + unit(caliper.variable())))
            .toList();
    String kind = rule.kind() == Selection.Kind.FREQUENCY ? "Frequency" : "Individual";
    String sets =
        rule.set().isPresent()
            ? ""
            : " The data name no matched sets, so nobody is called unmatched.";
    return kind + " matching was declared: " + String.join(", ", parts) + "." + sets;
  }

  private String label(String name) {
    return StudyVariable.find(cohort.study(), name).map(StudyVariable::label).orElse(name);
  }

  private String unit(String name) {
    String unit = StudyVariable.find(cohort.study(), name).map(StudyVariable::unit).orElse("");
    return unit.isEmpty() ? "" : " " + unit;
  }

  private int judged() {
    return check.eligibleControls().size() - check.casesNotJudged();
  }

  private Rows rows() {
    return check.casesNotJudged() == 0
        ? Rows.all(judged())
        : new Rows(
            judged(),
            List.of(new Rows.Out("a matching variable is missing", check.casesNotJudged())));
  }

  private Row balance(Balance balance) {
    Address address = MATCHING.with(balance.variable()).with("standardised_difference");
    String label = label(balance.variable());
    String words = label + ": standardised difference, cases less controls";
    Counts counts =
        Counts.of("cases", cohort.groups().cases().size())
            .and("controls", cohort.groups().controls().size());
    Basis basis = origin.basis(counts, Rows.all(cohort.rows().size()));
    Method method = Methods.STANDARDISED_DIFFERENCE;
    Statistic statistic =
        balance.difference().isPresent()
            ? Origin.value(address, words, balance.difference().getAsDouble(), "", method, basis)
            : Origin.absent(address, words, "", method, basis, "a group does not vary");
    return new Row(label, "standardised difference", 0, List.of(Cell.of(Form.NUMBER, statistic)));
  }

  private Row eligible() {
    Address address = MATCHING.with("eligible_controls");
    String label = "Eligible controls of a case";
    double[] counts = check.eligibleControls().stream().mapToDouble(count -> count).toArray();
    if (counts.length == 0) {
      Statistic none =
          Origin.absent(
              address.with("median"),
              label,
              "",
              Methods.ELIGIBLE_CONTROLS,
              origin.basis(Counts.NONE, rows()),
              "there are no cases");
      return new Row(label, "median (range)", 0, List.of(Cell.of(Form.MEDIAN_RANGE, none)));
    }
    Statistic[] three = {
      eligible(address.with("median"), label + ": median", counts, 0.5),
      eligible(address.with("minimum"), label + ": fewest", counts, 0),
      eligible(address.with("maximum"), label + ": most", counts, 1)
    };
    return new Row(label, "median (range)", 0, List.of(Cell.of(Form.MEDIAN_RANGE, three)));
  }

  private Statistic eligible(Address address, String label, double[] counts, double share) {
    double value = Quantile.standard().of(counts, share).orElseThrow();
    return Origin.value(
        address,
        label,
        value,
        "",
        Methods.ELIGIBLE_CONTROLS,
        origin.basis(Counts.of("cases", counts.length), rows()));
  }

  private Row cases(String slug, String label, int count) {
    Statistic statistic = origin.count(MATCHING.with(slug).with("count"), label, count, rows());
    return new Row(label, "", 0, List.of(Cell.of(Form.COUNT, statistic)));
  }

  private List<Row> sets(MatchedSets sets) {
    List<Row> rows = new ArrayList<>();
    rows.add(set("sets", "Matched sets with a case and a control", sets.sets()));
    rows.add(set("cases_alone", "Cases whose set has no control", sets.casesAlone()));
    rows.add(set("controls_alone", "Controls whose set has no case", sets.controlsAlone()));
    rows.add(set("controls_without_set", "Controls of no set", sets.controlsWithoutSet()));
    rows.add(
        set(
            "against_rule",
            "Controls that meet the rule for no case of their set",
            sets.againstRule()));
    if (sets.notJudged() > 0) {
      rows.add(
          set(
              "controls_not_judged",
              "Controls whose matching variables are missing",
              sets.notJudged()));
    }
    return rows;
  }

  private Row set(String slug, String label, int count) {
    Rows all = Rows.all(cohort.rows().size());
    Statistic statistic = origin.count(MATCHING.with(slug).with("count"), label, count, all);
    return new Row(label, "", 0, List.of(Cell.of(Form.COUNT, statistic)));
  }

  private Row maximum() {
    String label = "Cases that could each have a control of their own";
    Statistic statistic =
        Origin.value(
            MATCHING.with("maximum").with("count"),
            label,
            check.maximumMatching(),
            "",
            Methods.MAXIMUM_MATCHING,
            origin.basis(Counts.of("count", check.maximumMatching()).and("of", judged()), rows()));
    return new Row(label, "", 0, List.of(Cell.of(Form.COUNT, statistic)));
  }
}
