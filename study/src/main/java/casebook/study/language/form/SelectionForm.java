// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Expr;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Names;
import casebook.study.language.Selection.Criterion;
import casebook.study.language.Words;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who is a case, who is a control, and who belongs in the study.
final class SelectionForm {
  static final Form<Clause> CASES =
      new Form<>(
          "cases",
          "Who is a case.",
          List.of(Field.optional("cases", Kind.EXPRESSION, "True for a case.", "group is patient")),
          "cases: group is patient",
          Checked::of);

  static final Form<Clause> CONTROLS =
      new Form<>(
          "controls",
          "Who is a control.",
          List.of(
              Field.optional(
                  "controls", Kind.EXPRESSION, "True for a control.", "group is control")),
          "controls: group is control",
          Checked::of);

  private static final List<Field> CRITERION =
      List.of(
          Field.optional("of", Kind.WORD, "To whom it applies.", "cases")
              .among("all", "cases", "controls")
              .otherwise("all"),
          Field.required("require", Kind.EXPRESSION, "True for those who stay.", "event_age < 70"),
          Field.optional(
              "at", Kind.VARIABLE, "The day on which measurements are looked at.", "start"),
          Field.optional(
                  "within", Kind.TEXT, "How old a measurement may be on that day.", "14 days")
              .otherwise("14 days"));

  static final Form<List<Written>> ELIGIBILITY =
      new Form<>(
          "eligibility",
          "Who belongs in the study: criteria in order, each with the name it has in the flow diagram.",
          List.of(
              Field.optional(
                      "<criterion>",
                      Kind.EXPRESSION,
                      "True for those who stay; or `of` and `require`.",
                      "{of: cases, require: event_age < 70}")
                  .with(CRITERION.toArray(new Field[0]))),
          """
          eligibility:
            first event under 70: {of: cases, require: event_age < 70}
            plasma available: igm_ps is known
          """,
          SelectionForm::criteria);

  private static final Pattern WITHIN = Pattern.compile("(\\d{1,4})\\s*(days?|weeks?)");

  private SelectionForm() {}

  /// A criterion before its expression is read.
  ///
  /// @param at the clause that names the day of measurements
  /// @param days how old measurements may be
  record Written(
      String label,
      String of,
      Optional<Clause> require,
      Optional<Clause> at,
      int days,
      Clause entry) {}

  private static Checked<List<Written>> criteria(Clause clause) {
    Problems problems = new Problems();
    List<Written> criteria = new ArrayList<>();
    for (Clause entry : Entries.of(clause, ELIGIBILITY.fields(), problems).named()) {
      if (entry.shape() == Clause.Shape.MAP) {
        Entries entries = Entries.of(entry, CRITERION, problems);
        String of = entries.word("of").orElse("all");
        Optional<Clause> at =
            entries.clause("at").filter(it -> Words.single(it, "the name of a date", problems));
        criteria.add(
            new Written(
                entry.keyword(),
                of,
                entries.clause("require"),
                at,
                days(entries, problems),
                entry));
      } else {
        criteria.add(
            new Written(
                entry.keyword(), "all", Optional.of(entry), Optional.empty(), Moments.DAYS, entry));
      }
    }
    return problems.with(criteria);
  }

  /// Reads the expressions of the criteria.
  static List<Criterion> read(List<Written> written, Moments moments, Problems problems) {
    List<Criterion> criteria = new ArrayList<>();
    for (Written criterion : written) {
      require(criterion, moments, problems)
          .ifPresent(expr ->
              criteria.add(
                  new Criterion(criterion.label(), criterion.of(), expr, criterion.entry().at())));
    }
    return criteria;
  }

  private static Optional<Expr> require(Written criterion, Moments moments, Problems problems) {
    if (criterion.require().isEmpty()) {
      return Optional.empty();
    }
    Clause words = criterion.require().get();
    if (criterion.at().isEmpty()) {
      return moments.needsDay(words, problems)
          ? Optional.empty()
          : problems.take(ExprText.truth(words, moments.names()));
    }
    Optional<Names> names = moments.on(criterion.at().get(), criterion.days(), problems);
    Optional<Expr> expr = names.flatMap(it -> problems.take(ExprText.truth(words, it)));
    expr.ifPresent(it -> moments.use(it, names.get()));
    return expr;
  }

  /// How many days `within: 14 days` or `2 weeks` are.
  private static int days(Entries entries, Problems problems) {
    Optional<Clause> within =
        entries.clause("within").filter(it -> Words.single(it, "a number of days", problems));
    if (within.isEmpty()) {
      return Moments.DAYS;
    }
    Matcher days = WITHIN.matcher(within.get().words());
    if (!days.matches()) {
      problems.error(
          "study/within",
          within.get().wordsAt(),
          "`" + within.get().words() + "` is not a number of days or weeks.",
          "Write, for example, `within: 14 days`.");
      return Moments.DAYS;
    }
    return Integer.parseInt(days.group(1)) * (days.group(2).startsWith("w") ? 7 : 1);
  }
}
