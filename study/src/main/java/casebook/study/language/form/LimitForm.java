// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Names;
import casebook.study.language.Study.LimitRule;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reference limits: percentiles of the controls, or limits that somebody else set.
final class LimitForm {
  private static final List<Field> FIELDS =
      List.of(
          Field.optional("percentile", Kind.NUMBER, "The percentile that is the limit.", "99"),
          Field.optional("of", Kind.WORD, "The reference group.", "controls")
              .among("controls", "cases", "all")
              .otherwise("controls"),
          Field.optional(
                  "rounded to", Kind.NUMBER, "The limit is rounded to a multiple of this.", "0.1")
              .otherwise("not rounded"),
          Field.optional(
              "limit", Kind.NUMBER, "A limit that is given, instead of a percentile.", "8.2"),
          Field.optional("from", Kind.TEXT, "Who gave the limit.", "kit"));

  static final Form<Clause> LIMITS =
      new Form<>(
          "reference limits",
          "Above which value a measurement is high; `above limit` in an expression uses it.",
          List.of(
              Field.optional("<name>", Kind.ENTRIES, "The limit of a variable.", "{percentile: 99}")
                  .with(FIELDS.toArray(new Field[0]))),
          """
          reference limits:
            "igm_ps, igg_ps": {percentile: 99, of: controls, rounded to: 0.1}
            fviii: {limit: 150, from: kit}
          """,
          Checked::of);

  private LimitForm() {}

  /// Reads the clause.
  static List<LimitRule> read(Clause clause, Names names, Problems problems) {
    List<LimitRule> rules = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (Clause entry : Entries.of(clause, LIMITS.fields(), problems).named()) {
      Optional<LimitRule> rule = rule(entry, problems);
      for (Clause name : Words.sharing(entry)) {
        boolean measured = measured(name, names, problems);
        if (measured && VariableForm.fresh(name, lines, problems) && rule.isPresent()) {
          rules.add(named(rule.get(), name));
        }
      }
    }
    return rules;
  }

  private static LimitRule named(LimitRule rule, Clause name) {
    return new LimitRule(
        name.keyword(),
        rule.percentile(),
        rule.group(),
        rule.fixed(),
        rule.fixedFrom(),
        rule.roundedTo(),
        name.at());
  }

  private static boolean measured(Clause name, Names names, Problems problems) {
    Optional<Names.Name> found = names.find(name.keyword());
    if (found.isEmpty()) {
      problems.add(names.unknown(name.keyword(), name.at()));
      return false;
    }
    boolean number =
        found.get().type().orElse(new Dictionary.Type.Text()) instanceof Dictionary.Type.Measure;
    if (!number) {
      problems.error(
          "study/limit",
          name.at(),
          "`" + name.keyword() + "` is not a number, and has no limit.",
          "");
    }
    return number;
  }

  private static Optional<LimitRule> rule(Clause entry, Problems problems) {
    Entries entries = Entries.of(entry, FIELDS, problems);
    Optional<BigDecimal> percentile = entries.number("percentile");
    Optional<BigDecimal> fixed = entries.number("limit");
    Optional<BigDecimal> rounded = entries.number("rounded to");
    String group = entries.word("of").orElse("controls");
    String from = entries.text("from").orElse("");
    boolean one = entries.clause("percentile").isPresent() != entries.clause("limit").isPresent();
    if (!one) {
      problems.error(
          "study/limit",
          entry.at(),
          "A reference limit is either a percentile or a given limit.",
          "Write `{percentile: 99, of: controls}` or `{limit: 8.2, from: kit}`.");
    }
    boolean inside = percentile.isEmpty() || between(percentile.get());
    if (!inside) {
      problems.error(
          "study/limit",
          entries.clause("percentile").orElseThrow().wordsAt(),
          "A percentile lies between 0 and 100.",
          "Write, for example, 99.");
    }
    boolean step = rounded.isEmpty() || rounded.get().signum() > 0;
    if (!step) {
      problems.error(
          "study/limit",
          entries.clause("rounded to").orElseThrow().wordsAt(),
          "A limit is rounded to a multiple of a number above 0.",
          "Write, for example, 0.1.");
    }
    unfit(entries, fixed.isPresent(), problems);
    return one && inside && step
        ? Optional.of(
            new LimitRule(
                "",
                percentile.map(Number::doubleValue),
                group,
                fixed.map(Number::doubleValue),
                from,
                rounded,
                entry.at()))
        : Optional.empty();
  }

  private static boolean between(BigDecimal percentile) {
    return percentile.signum() > 0 && percentile.compareTo(new BigDecimal(100)) < 0;
  }

  private static void unfit(Entries entries, boolean fixed, Problems problems) {
    for (String key : fixed ? List.of("of", "rounded to") : List.of("from")) {
      entries
          .clause(key)
          .ifPresent(it ->
              problems.error(
                  TypeReader.DOES_NOT_FIT,
                  it.at(),
                  "`" + key + "` says nothing about a " + (fixed ? "given limit." : "percentile."),
                  "Take it out."));
    }
  }
}
