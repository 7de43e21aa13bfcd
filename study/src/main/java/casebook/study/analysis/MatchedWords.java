// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.SetMembers;
import casebook.study.data.RowSet;
import casebook.study.finding.Finding.Column;
import casebook.study.language.Selection.Kind;
import casebook.study.language.Selection.Matching;
import casebook.study.problem.LineNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a reader should know about matched sets: the heads of their columns, what the models hold
/// together, and who fell out of them.
final class MatchedWords {
  private MatchedWords() {}

  /// The columns of the models that hold the sets together.
  static List<Column> columns(AssociationQuestion asked) {
    if (asked.sets().isEmpty()) {
      return List.of();
    }
    List<Column> columns = new ArrayList<>();
    for (CovariateSet set : asked.matchedSets()) {
      List<String> labels =
          set.covariates().stream()
              .map(it -> Covariate.of(asked.cohort(), it.name()).label())
              .toList();
      String inside = "Conditional logistic regression inside the sets of " + by(asked);
      columns.add(
          new Column(
              MatchedColumns.slug(set.label()),
              MatchedColumns.head(set.label()),
              0,
              labels.isEmpty()
                  ? inside + "."
                  : inside + ", adjusted for " + Sentence.list(labels) + "."));
    }
    return columns;
  }

  private static String by(AssociationQuestion asked) {
    String name = asked.spec().requests().matched().map(Named::name).orElseThrow();
    return StudyVariable.find(asked.cohort().study(), name).map(StudyVariable::label).orElse(name);
  }

  /// Notes on what the models do with the sets.
  static List<String> notes(AssociationQuestion asked) {
    Optional<Matching> matching = asked.cohort().study().selection().matching();
    boolean individual = matching.filter(it -> it.kind() == Kind.INDIVIDUAL).isPresent();
    if (asked.sets().isEmpty()) {
      String how =
          matching
              .flatMap(Matching::set)
              .map(set -> " Write `matched by: " + set + "` to hold them together.")
              .orElse("");
      return individual
          ? List.of(
              "Individual matching was declared; these models compare all cases with all controls"
                  + " and do not hold the matched sets together."
                  + how)
          : List.of();
    }
    boolean held =
        asked.spec().sets().stream().anyMatch(set -> set.label().equals(MatchingFactors.LABEL));
    String factors =
        held
            ? "They hold the matching factors constant, numbers as straight lines (Pearce N. BMJ"
                + " 2016;352:i969)."
            : "No matching factors were declared that they could hold constant.";
    return List.of(
        "Matched odds ratios compare inside the sets (conditional logistic regression); it is the"
            + " analysis of choice for individual matching (Wan F, Colditz GA, Sutcliffe S. Am J"
            + " Epidemiol 2021;190:1859-1866). The other models compare all cases with all controls. "
            + factors);
  }

  /// Who has nobody to be compared with, by line of the data file.
  static List<String> warnings(AssociationQuestion asked) {
    if (asked.sets().isEmpty()) {
      return List.of();
    }
    SetMembers sets = asked.sets().get();
    List<String> warnings = new ArrayList<>();
    add(
        warnings,
        asked.cohort(),
        sets.orphaned(),
        "lost every partner of the matched set, because these are not in the study; the matched"
            + " models leave %s out");
    add(
        warnings,
        asked.cohort(),
        sets.alone(),
        "in a matched set without a partner in the data; the matched models leave %s out");
    add(
        warnings,
        asked.cohort(),
        sets.withoutSet(),
        "in no matched set; the matched models leave %s out");
    return warnings;
  }

  private static void add(List<String> warnings, Cohort cohort, RowSet rows, String what) {
    if (rows.size() == 0) {
      return;
    }
    int cases = rows.where(cohort.groups().cases()::contains).size();
    int controls = rows.size() - cases;
    List<String> who = new ArrayList<>();
    if (cases > 0) {
      who.add(cases + (cases == 1 ? " case" : " cases"));
    }
    if (controls > 0) {
      who.add(controls + (controls == 1 ? " control" : " controls"));
    }
    boolean one = rows.size() == 1;
    String verb = what.startsWith("in ") ? (one ? " is " : " are ") : " ";
    List<Integer> lines = rows.stream().map(cohort.table()::line).boxed().toList();
    warnings.add(
        Sentence.list(who)
            + verb
            + what.replace("%s", one ? "this person" : "them")
            + ": "
            + LineNumbers.words(lines, lines.size())
            + " of "
            + cohort.table().origin().file()
            + ".");
  }
}
