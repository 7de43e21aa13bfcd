// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Names;
import casebook.study.language.Selection;
import casebook.study.language.Selection.Caliper;
import casebook.study.language.Selection.Matching;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How controls were matched to cases.
final class MatchingForm {
  private static final Pattern WITHIN =
      Pattern.compile("within\\s+([-+±]*\\s*[0-9.]+)\\s*(\\S.*)?");

  static final Form<Clause> MATCHING =
      new Form<>(
          "matching",
          "How controls were matched to cases; it is checked in the data.",
          List.of(
              Field.required("kind", Kind.WORD, "Groups of people, or pairs and sets.", "frequency")
                  .among("frequency", "individual"),
              Field.optional(
                  "to", Kind.TEXT, "The variable that names the matched set.", "case_id"),
              Field.optional(
                  "<variable>",
                  Kind.TEXT,
                  "What was matched: `same`, or `within` and a distance with its unit.",
                  "within 10 years")),
          "matching: {kind: frequency, sex: same, age: within 10 years}",
          Checked::of);

  private final Names names;
  private final Problems problems;
  private final List<String> exact = new ArrayList<>();
  private final List<Caliper> within = new ArrayList<>();

  private MatchingForm(Names names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  /// Reads the clause.
  static Optional<Matching> read(Clause clause, Names names, Problems problems) {
    Entries entries = Entries.of(clause, MATCHING.fields(), problems);
    Optional<Selection.Kind> kind =
        entries
            .word("kind")
            .map(it ->
                it.equals("individual") ? Selection.Kind.INDIVIDUAL : Selection.Kind.FREQUENCY);
    MatchingForm form = new MatchingForm(names, problems);
    Optional<Clause> to = entries.clause("to").filter(it -> Words.single(it, "a name", problems));
    entries.named().forEach(form::variable);
    to.filter(it -> names.find(it.words()).isEmpty())
        .ifPresent(it -> problems.add(names.unknown(it.words(), it.wordsAt())));
    return kind.map(
        it -> new Matching(it, to.map(Clause::words), form.exact, form.within, clause.at()));
  }

  private void variable(Clause entry) {
    Optional<Names.Name> name = names.find(entry.keyword());
    if (name.isEmpty()) {
      problems.add(names.unknown(entry.keyword(), entry.at()));
      return;
    }
    if (!Words.single(entry, "`same`, or `within` and a distance", problems)) {
      return;
    }
    if (entry.words().equals("same")) {
      exact.add(entry.keyword());
      return;
    }
    Matcher distance = WITHIN.matcher(entry.words());
    if (!distance.matches()) {
      problems.error(
          "study/caliper",
          entry.wordsAt(),
          "`" + entry.words() + "` does not say how close the matched persons are.",
          "Write `same`, or for example `within 10 years`.");
      return;
    }
    caliper(entry, distance, name.get());
  }

  private void caliper(Clause entry, Matcher distance, Names.Name name) {
    if (!(name.type().orElse(new Dictionary.Type.Text())
        instanceof Dictionary.Type.Measure measure)) {
      problems.error(
          "study/caliper",
          entry.wordsAt(),
          "`" + entry.keyword() + "` is not a number, so there is no distance.",
          "Write `same`.");
      return;
    }
    String digits = distance.group(1).replace("±", "").replace("+-", "").strip();
    Optional<BigDecimal> number = Words.number(digits);
    if (number.isEmpty() || number.get().signum() <= 0) {
      problems.error(
          "study/caliper",
          entry.wordsAt(),
          "A distance is a number above 0, not " + digits + ".",
          "Write, for example, `within 10 years`.");
      return;
    }
    inUnit(entry, number.get(), Optional.ofNullable(distance.group(2)), measure.unit())
        .ifPresent(it -> within.add(new Caliper(entry.keyword(), it)));
  }

  private Optional<BigDecimal> inUnit(
      Clause entry, BigDecimal number, Optional<String> words, Unit unit) {
    if (words.isEmpty() && unit.equals(Unit.NONE)) {
      return Optional.of(number);
    }
    Optional<BigDecimal> converted =
        words.flatMap(Units::read).flatMap(written -> written.convert(number, unit));
    if (converted.isEmpty()) {
      problems.error(
          "study/caliper",
          entry.wordsAt(),
          words.isEmpty()
              ? "The distance has no unit."
              : "`" + words.get() + "` is not a unit for `" + entry.keyword() + "`.",
          unit.equals(Unit.NONE)
              ? "Declare the unit of `" + entry.keyword() + "`, or write the distance without one."
              : "Write, for example, `within "
                  + number.toPlainString()
                  + " "
                  + unit.printed()
                  + "`.");
    }
    return converted;
  }
}
