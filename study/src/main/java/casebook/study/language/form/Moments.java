// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Moment;
import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Names;
import casebook.study.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Measurements on a day: what `at:` and `within:` of a criterion mean, and which were used.
final class Moments {
  /// How old a value may be where the file does not say.
  static final int DAYS = 14;

  private final Map<String, Dictionary.Type> measures;
  private final Names names;
  private final Map<String, Moment> used = new LinkedHashMap<>();

  /// @param measures the measurements that the file declares, in its order: that of their columns
  /// @param names the variables that it declares
  Moments(Map<String, Dictionary.Type> measures, Names names) {
    this.measures = new LinkedHashMap<>(measures);
    this.names = names;
  }

  Names names() {
    return names;
  }

  /// The names of an expression on a day.
  ///
  /// @param at the clause that names the day
  /// @param days how old a value may be
  Optional<Names> on(Clause at, int days, Problems problems) {
    Optional<Names.Name> day = names.find(at.words());
    if (day.isEmpty()) {
      problems.add(names.unknown(at.words(), at.wordsAt()));
      return Optional.empty();
    }
    if (!(day.get().type().orElse(new Dictionary.Type.Text()) instanceof Dictionary.Type.Date)) {
      problems.error(
          "study/not-a-day",
          at.wordsAt(),
          "`" + at.words() + "` is not a date, and `at` needs one.",
          "Write, for example, `at: start`.");
      return Optional.empty();
    }
    Map<String, Moment> moments = new LinkedHashMap<>();
    measures.forEach((measure, type) ->
        moments.put(
            measure,
            new Moment(
                name(measure, at.words(), days),
                name(measure, at.words(), days),
                measure,
                at.words(),
                days,
                type,
                at.wordsAt())));
    return Optional.of(names.on(moments));
  }

  private static String name(String measure, String day, int days) {
    return measure + " at " + day + (days == DAYS ? "" : " within " + days + " days");
  }

  /// Keeps the measurements on a day that an expression uses.
  void use(Expr expr, Names on) {
    for (String measure : measures.keySet()) {
      on.moment(measure)
          .filter(moment -> ExprUses.variables(expr).contains(moment.name()))
          .ifPresent(moment -> used.putIfAbsent(moment.name(), moment));
    }
  }

  /// Says whether the file declares a measurement of that name, and no variable.
  boolean measured(String name) {
    return measures.containsKey(name) && names.find(name).isEmpty();
  }

  /// Keeps a measurement on a day that an analysis names as `platelets at start`.
  ///
  /// @param label how the paper calls it
  void use(String measure, Clause day, String label) {
    String name = name(measure, day.words(), DAYS);
    Dictionary.Type type = Objects.requireNonNull(measures.get(measure));
    used.put(name, new Moment(name, label, measure, day.words(), DAYS, type, day.wordsAt()));
  }

  /// Says what is meant where an expression without a day names a measurement.
  boolean needsDay(Clause require, Problems problems) {
    Optional<String> measure =
        measures.keySet().stream()
            .filter(it -> names.find(it).isEmpty())
            .filter(it -> require.words().matches("(?s).*(?<![\\w-])" + it + "(?![\\w-]).*"))
            .findFirst();
    measure.ifPresent(it ->
        problems.error(
            "study/needs-day",
            require.wordsAt(),
            "`" + it + "` is measured again and again; it is not said on which day.",
            "Write `{require: " + require.words() + ", at: start, within: 14 days}`."));
    return measure.isPresent();
  }

  /// The measurements on a day that the file uses.
  List<Moment> used() {
    return List.copyOf(used.values());
  }
}
