// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Names;
import casebook.study.language.Study.Derived;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Phrases among the variables of an analysis that stand for a variable: `age at start`, and
/// `platelets at start` for a measurement on a day. They need no line under `derived`.
final class Phrases {
  private static final Pattern PHRASE = Pattern.compile("(\\S+) at (\\S+(?: \\S+)?)");
  private static final Pattern PIECE = Pattern.compile("[^,]+");
  private static final Pattern INSIDE = Pattern.compile("[^\\s,]+ at [^\\s,]+");
  private static final Pattern OPERATOR = Pattern.compile("[<>=()+*/]");
  private static final Set<String> TEXTS = Set.of("caption", "label", "name", "title");
  private static final String AGE = "age";

  private final List<Variable> variables;
  private final Moments moments;
  private final Problems problems;
  private final Map<String, Derived> derived = new LinkedHashMap<>();

  /// @param variables declared and brought
  /// @param moments keeps the measurements on a day that are used
  private Phrases(List<Variable> variables, Moments moments, Problems problems) {
    this.variables = List.copyOf(variables);
    this.moments = moments;
    this.problems = problems;
  }

  /// The variables that the phrases of some analyses stand for; measurements on a day become
  /// moments that are used.
  static List<Derived> read(
      List<Clause> analyses, List<Variable> variables, Moments moments, Problems problems) {
    Phrases phrases = new Phrases(variables, moments, problems);
    analyses.forEach(phrases::walk);
    return List.copyOf(phrases.derived.values());
  }

  private void walk(Clause clause) {
    if (TEXTS.contains(clause.keyword())) {
      return;
    }
    Matcher piece = PIECE.matcher(clause.words());
    while (piece.find()) {
      String words = piece.group().strip();
      int from = piece.start() + piece.group().indexOf(words);
      if (!words.isEmpty()) {
        phrase(clause.words(from, words.length()));
      }
    }
    Matcher inside = INSIDE.matcher(clause.words());
    while (!OPERATOR.matcher(clause.words()).find() && inside.find()) {
      phrase(clause.words(inside.start(), inside.group().length()));
    }
    clause.children().forEach(this::walk);
  }

  private void phrase(Clause words) {
    Matcher phrase = PHRASE.matcher(words.words());
    if (!phrase.matches() || moments.names().find(words.words()).isPresent()) {
      return;
    }
    String what = phrase.group(1);
    Clause day = words.words(phrase.start(2), phrase.group(2).length());
    if (what.equals(AGE) && isDate(day.words())) {
      problems
          .take(ExprText.value(words, moments.names()))
          .ifPresent(value ->
              derived.putIfAbsent(
                  words.words(),
                  new Derived(
                      words.words(),
                      label("Age", day.words()),
                      value.type(),
                      value.expr(),
                      false,
                      words.wordsAt())));
    } else if (moments.measured(what) && isDate(day.words())) {
      moments.use(what, day, label(capital(Label.of(what)), day.words()));
    }
  }

  private boolean isDate(String name) {
    return moments
        .names()
        .find(name)
        .flatMap(Names.Name::type)
        .filter(Dictionary.Type.Date.class::isInstance)
        .isPresent();
  }

  private String label(String what, String day) {
    Optional<String> declared =
        variables.stream().filter(it -> it.name().equals(day)).map(Variable::label).findFirst();
    String words = declared.orElse(Label.of(day));
    return what + " at " + words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
