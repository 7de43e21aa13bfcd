// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Form;
import casebook.study.language.Words;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The list of analyses: each item becomes a clause with the keyword of its analysis.
final class AnalysisClauses {
  private final List<Form<?>> forms;
  private final Problems problems;

  AnalysisClauses(List<Form<?>> forms, Problems problems) {
    this.forms = List.copyOf(forms);
    this.problems = problems;
  }

  /// Reads the section; none when it is absent.
  List<Clause> read(Optional<Clause> section) {
    if (section.isEmpty()) {
      return List.of();
    }
    if (section.get().shape() != Clause.Shape.LIST) {
      problems.error(
          Words.WRONG_SHAPE,
          section.get().at(),
          "`analyses` needs a list: each analysis begins with `- `.",
          "Write, for example, `- association: igm_positive`.");
      return List.of();
    }
    List<Clause> clauses = new ArrayList<>();
    for (Clause item : section.get().children()) {
      named(item).ifPresent(clauses::add);
    }
    return clauses;
  }

  private Optional<Clause> named(Clause item) {
    if (item.isWords()) {
      Clause first =
          new Clause(
              item.words(), "", Clause.Shape.EMPTY, List.of(), item.wordsAt(), item.wordsAt());
      return named(first, List.of(first));
    }
    if (item.shape() != Clause.Shape.MAP || item.children().isEmpty()) {
      problems.error(
          Words.WRONG_SHAPE,
          item.at(),
          "An analysis begins with its keyword.",
          "Write, for example, `- association: igm_positive`.");
      return Optional.empty();
    }
    return named(item.children().getFirst(), item.children());
  }

  private Optional<Clause> named(Clause first, List<Clause> entries) {
    Optional<Form<?>> form =
        forms.stream().filter(it -> it.keyword().equals(first.keyword())).findFirst();
    if (form.isEmpty()) {
      List<String> words = forms.stream().<String>map(Form::keyword).toList();
      String nearest = NearestWord.question(first.keyword(), words);
      problems.error(
          Entries.UNKNOWN_KEYWORD,
          first.at(),
          "There is no analysis `" + first.keyword() + "`.",
          nearest.isEmpty() ? "There are: " + String.join(", ", words) + "." : nearest);
      return Optional.empty();
    }
    Clause clause =
        new Clause(first.keyword(), "", Clause.Shape.MAP, entries, first.at(), first.wordsAt());
    form.get().reader().apply(clause).problems().forEach(problems::add);
    return Optional.of(clause);
  }
}
