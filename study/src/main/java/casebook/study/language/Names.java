// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The names that an expression may use, and what each of them is.
public final class Names {
  private final Map<String, Name> names;
  private final Set<String> limits;
  private final Map<String, Dictionary.Moment> moments;

  /// A variable under its name.
  ///
  /// @param type what its values are; empty while that is not known, or when its definition cannot
  ///   be read
  /// @param line the line where it is defined
  /// @param cohortWise whether it is known only after the cohort
  public record Name(Optional<Dictionary.Type> type, int line, boolean cohortWise) {}

  private Names(
      Map<String, Name> names, Set<String> limits, Map<String, Dictionary.Moment> moments) {
    this.names = names;
    this.limits = limits;
    this.moments = moments;
  }

  /// The declared variables, those that other sections bring, and measurements on a day.
  public static Names of(Dictionary dictionary) {
    Map<String, Name> names = new LinkedHashMap<>();
    for (List<Dictionary.Variable> variables :
        List.of(dictionary.variables(), dictionary.brought())) {
      for (Dictionary.Variable variable : variables) {
        names.putIfAbsent(
            variable.name(), new Name(Optional.of(variable.type()), variable.at().line(), false));
      }
    }
    for (Dictionary.Moment it : dictionary.moments()) {
      names.putIfAbsent(it.name(), new Name(Optional.of(it.type()), it.at().line(), false));
    }
    return new Names(names, Set.of(), Map.of());
  }

  /// All variables of a study, declared and derived, and its reference limits.
  public static Names of(Study study) {
    Map<String, Name> derived = new LinkedHashMap<>();
    for (Study.Derived it : study.derived()) {
      derived.put(it.name(), new Name(Optional.of(it.type()), it.at().line(), it.cohortWise()));
    }
    Set<String> limits = new TreeSet<>();
    study.limits().forEach(rule -> limits.add(rule.variable()));
    return of(study.dictionary()).with(derived).withLimits(limits);
  }

  /// These names and more; a name that is there already gets the new meaning.
  public Names with(Map<String, Name> more) {
    Map<String, Name> all = new LinkedHashMap<>(names);
    all.putAll(more);
    return new Names(all, limits, moments);
  }

  /// These names, with a reference limit for one of them.
  public Names withLimit(String variable) {
    return withLimits(Set.of(variable));
  }

  /// These names, with reference limits for some of them.
  public Names withLimits(Set<String> variables) {
    Set<String> all = new TreeSet<>(limits);
    all.addAll(variables);
    return new Names(names, all, moments);
  }

  /// These names and measurements that stand for their value on a day.
  ///
  /// @param moments by the word that an expression writes
  public Names on(Map<String, Dictionary.Moment> moments) {
    Map<String, Name> all = new LinkedHashMap<>(names);
    moments.forEach((word, moment) ->
        all.put(word, new Name(Optional.of(moment.type()), moment.at().line(), false)));
    return new Names(all, limits, moments);
  }

  /// The variable that a word of an expression stands for.
  public String variable(String word) {
    return moment(word).map(Dictionary.Moment::name).orElse(word);
  }

  /// The measurement on a day that a word of an expression stands for; empty for a plain variable.
  public Optional<Dictionary.Moment> moment(String word) {
    return Optional.ofNullable(moments.get(word));
  }

  /// What a name is; empty when there is no such variable.
  public Optional<Name> find(String name) {
    return Optional.ofNullable(names.get(name));
  }

  /// Says whether a reference limit is declared for the variable.
  public boolean hasLimit(String variable) {
    return limits.contains(variable);
  }

  /// The problem that there is no variable of that name, with the nearest that there is.
  public Problem unknown(String name, Span at) {
    Optional<String> nearest = NearestWord.to(name, names.keySet());
    String fix =
        nearest
            .map(word -> "Did you mean `" + word + "`" + line(word) + "?")
            .orElse("Declare it under `variables` or `derived`.");
    String strange = Strange.letter(name);
    String message = "There is no variable `" + name + "`.";
    return Problem.error(
        "study/unknown-variable", at, strange.isEmpty() ? message : message + " " + strange, fix);
  }

  private String line(String name) {
    return find(name).map(known -> " (line " + known.line() + ")").orElse("");
  }
}
