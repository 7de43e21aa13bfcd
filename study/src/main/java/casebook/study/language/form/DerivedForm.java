// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.ExprUses;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Names;
import casebook.study.language.Study.Derived;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Variables made from others, put into the order in which they can be computed.
final class DerivedForm {
  /// The most derived variables.
  static final int MOST = 2000;

  private static final List<Field> FIELDS =
      List.of(
          Field.optional("label", Kind.TEXT, "How the paper calls it.", "IgM anti-PS")
              .otherwise("the name with spaces"),
          Field.optional("yes when", Kind.EXPRESSION, "When it is yes.", "igm_ps above limit"),
          Field.optional("value", Kind.EXPRESSION, "Its number.", "weight / (height * height)"));

  static final Form<Clause> DERIVED =
      new Form<>(
          "derived",
          "Variables made from others.",
          List.of(
              Field.optional(
                      "<name>",
                      Kind.EXPRESSION,
                      "An expression, or entries.",
                      "{label: IgM anti-PS, yes when: igm_ps above limit}")
                  .with(FIELDS.toArray(new Field[0]))),
          """
          derived:
            igm_positive: {label: IgM anti-PS, yes when: igm_ps above limit}
            fvl_carrier: fvl carries A
          """,
          Checked::of);

  private final Map<String, Written> written = new LinkedHashMap<>();
  private final Problems problems;
  private Names names;

  private DerivedForm(Names names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  /// A derived variable before its expression is read.
  private record Written(Clause entry, String label, Optional<Clause> definition, boolean truth) {}

  /// The derived variables in order, and the names with them.
  record Result(List<Derived> derived, Names names) {}

  /// Reads the clause.
  static Result read(Clause clause, Names declared, Problems problems) {
    DerivedForm form = new DerivedForm(declared, problems);
    Map<String, Integer> lines = new HashMap<>();
    for (Clause entry : Entries.of(clause, DERIVED.fields(), problems).named()) {
      if (Label.isName(entry, problems)
          && form.undeclared(entry)
          && VariableForm.fresh(entry, lines, problems)) {
        form.written.put(entry.keyword(), form.written(entry));
      }
    }
    if (form.written.size() > MOST) {
      problems.error(
          "study/too-many-variables",
          clause.at(),
          "There are more than " + MOST + " derived variables.",
          "Compute them before, and declare them under `variables`.");
      return new Result(List.of(), declared);
    }
    List<Derived> derived = form.ordered();
    return new Result(derived, form.names);
  }

  private boolean undeclared(Clause entry) {
    Optional<Names.Name> declared = names.find(entry.keyword());
    declared.ifPresent(name ->
        problems.error(
            VariableForm.DUPLICATE,
            entry.at(),
            "`" + entry.keyword() + "` is declared in line " + name.line() + " already.",
            "Give the derived variable a name of its own."));
    return declared.isEmpty();
  }

  private Written written(Clause entry) {
    if (entry.shape() != Clause.Shape.MAP) {
      return new Written(entry, Label.of(entry.keyword()), Optional.of(entry), false);
    }
    Entries entries = Entries.of(entry, FIELDS, problems);
    String label = entries.text("label").orElse(Label.of(entry.keyword()));
    Optional<Clause> truth = entries.clause("yes when");
    Optional<Clause> value = entries.clause("value");
    if (truth.isPresent() == value.isPresent()) {
      problems.error(
          Entries.MISSING_ENTRY,
          entry.at(),
          "`" + entry.keyword() + "` needs either `yes when:` or `value:`.",
          "Write, for example, `yes when: igm_ps above limit`.");
    }
    return new Written(entry, label, truth.or(() -> value), truth.isPresent());
  }

  /// Reads each variable after those that it uses; what is left stands in a circle.
  private List<Derived> ordered() {
    Map<String, Names.Name> unread = new HashMap<>();
    written.forEach((name, one) -> unread.put(name, unread(one)));
    names = names.with(unread);
    Map<String, Set<String>> waiting = new LinkedHashMap<>();
    written.forEach((name, one) -> waiting.put(name, uses(one)));
    List<Derived> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<String> ready =
          waiting.entrySet().stream()
              .filter(it -> it.getValue().isEmpty())
              .map(Map.Entry::getKey)
              .toList();
      List<String> done = ready.isEmpty() ? circle(waiting) : ready;
      done.forEach(waiting::remove);
      waiting.values().forEach(uses -> done.forEach(uses::remove));
      ordered.addAll(definitions(ready));
    }
    return ordered;
  }

  private List<Derived> definitions(List<String> ready) {
    List<Derived> derived = ready.stream().map(this::definition).flatMap(Optional::stream).toList();
    Map<String, Names.Name> read = new HashMap<>();
    for (Derived it : derived) {
      read.put(it.name(), new Names.Name(Optional.of(it.type()), it.at().line(), it.cohortWise()));
    }
    names = names.with(read);
    return derived;
  }

  private static Names.Name unread(Written one) {
    return new Names.Name(Optional.empty(), one.entry().at().line(), false);
  }

  private Set<String> uses(Written one) {
    return one.definition().map(it -> ExprText.uses(it, names)).orElse(Set.of()).stream()
        .filter(written::containsKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<Derived> definition(String name) {
    Written one = Objects.requireNonNull(written.get(name));
    if (one.definition().isEmpty()) {
      return Optional.empty();
    }
    Clause text = one.definition().get();
    Optional<ExprText.Value> value =
        one.truth()
            ? problems
                .take(ExprText.truth(text, names))
                .flatMap(it -> ExprText.value(text, names).value())
            : problems.take(ExprText.value(text, names));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    boolean cohortWise =
        ExprUses.cohortWise(value.get().expr())
            || ExprUses.variables(value.get().expr()).stream()
                .anyMatch(used -> names.find(used).map(Names.Name::cohortWise).orElse(false));
    return Optional.of(
        new Derived(
            name,
            one.label(),
            value.get().type(),
            value.get().expr(),
            cohortWise,
            one.entry().at()));
  }

  /// Tells one circle, a needs b and b needs a, and returns its members.
  private List<String> circle(Map<String, Set<String>> waiting) {
    List<String> path = new ArrayList<>();
    String name = waiting.keySet().iterator().next();
    while (!path.contains(name)) {
      path.add(name);
      name = Objects.requireNonNull(waiting.get(name)).iterator().next();
    }
    List<String> circle = path.subList(path.indexOf(name), path.size());
    problems.error(
        "study/circle",
        Objects.requireNonNull(written.get(name)).entry().at(),
        circle.size() == 1
            ? "`" + name + "` is defined by itself."
            : "These variables are defined by each other: "
                + String.join(" -> ", circle)
                + " -> "
                + name
                + ".",
        "Define it by what was measured.");
    return circle;
  }
}
