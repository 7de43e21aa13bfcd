// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.people.Chosen;
import casebook.study.analysis.survival.FollowUpSpec.Group;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// How a `follow-up` is written.
public final class FollowUpForm {
  /// The word that begins it.
  public static final String KEYWORD = "follow-up";

  private static final Field LABELLED =
      Field.optional("<label>", Kind.EXPRESSION, "Who they are.", "responder except 8");

  private static final List<Field> INNER =
      List.of(
          Field.optional(
                  "of",
                  Kind.EXPRESSION,
                  "Whose follow-up it is, or several groups of people, each with a label.",
                  "responders except 8")
              .with(LABELLED)
              .otherwise("all"),
          Field.optional("time", Kind.VARIABLE, "Time as a number.", "months"),
          ClockForm.FROM,
          ClockForm.TO,
          ClockForm.DIED,
          ClockForm.UNIT,
          Field.optional(
                  "summary",
                  Kind.WORD,
                  "How the times as observed are shown beside the reverse Kaplan-Meier median.",
                  "median (range)")
              .among("median (range)")
              .otherwise("median (range)"));

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
                  KEYWORD,
                  Kind.ENTRIES,
                  "From when to when people were observed.",
                  "{from: start, to: last_contact}")
              .with(INNER.toArray(new Field[0])),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when the same is asked twice.",
              "of responders"));

  /// The form.
  public static final Form<FollowUpSpec> FORM =
      new Form<>(
          KEYWORD,
          "How long people were observed, by the reverse Kaplan-Meier method.",
          FIELDS,
          """
          - follow-up: {of: responders except 8, from: start, to: last_contact, summary: median (range)}
          """,
          FollowUpForm::read);

  private FollowUpForm() {}

  private static Checked<FollowUpSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    Optional<String> name = entries.text("name");
    Optional<Entries> inner = entries.clause(KEYWORD).map(it -> Entries.of(it, INNER, problems));
    Optional<Clock> clock = inner.map(it -> clock(it, problems));
    List<Group> groups = inner.map(it -> groups(it, problems)).orElse(List.of());
    if (clock.isEmpty() || problems.hasErrors()) {
      return Checked.none(problems.list());
    }
    return problems.with(new FollowUpSpec(clock.get(), groups, name, clause.at()));
  }

  private static Clock clock(Entries entries, Problems problems) {
    Clock clock =
        new Clock(
            ClockForm.name(entries, "time"),
            ClockForm.name(entries, "from"),
            ClockForm.name(entries, "to"),
            Optional.empty(),
            ClockForm.name(entries, "died"),
            Optional.empty(),
            entries.word("unit").flatMap(TimeUnit::of),
            entries.at());
    ClockForm.timeOrDates(clock, problems);
    entries.word("summary"); // there is only one
    return clock;
  }

  private static List<Group> groups(Entries entries, Problems problems) {
    Optional<Clause> of = entries.clause("of");
    if (of.isEmpty()) {
      return List.of(new Group("All", Optional.empty()));
    }
    List<Clause> all =
        of.get().shape() == Clause.Shape.MAP
            ? Entries.of(of.get(), List.of(LABELLED), problems).named()
            : List.of(of.get());
    return all.stream()
        .filter(it -> Words.single(it, "who they are", problems))
        .map(it -> group(it, it.keyword().equals("of")))
        .toList();
  }

  private static Group group(Clause clause, boolean alone) {
    Chosen people = Chosen.read(clause);
    boolean all = people.words().equals(Chosen.ALL);
    String words = people.words().replaceAll("\\s*\\([^)]*\\)", "");
    String label = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return new Group(
        alone ? label : clause.keyword(), all ? Optional.empty() : Optional.of(people));
  }
}
