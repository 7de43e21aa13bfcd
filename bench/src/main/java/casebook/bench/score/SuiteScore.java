// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the library reached in one suite.
///
/// @param values what was computed, in the order of the file
/// @param missing what was asked for and could not be computed
record SuiteScore(String suite, List<Value> values, List<Missing> missing) {
  /// As many digits count as all.
  static final double WANTED = 12;

  /// No value may have fewer digits.
  static final double FLOOR = 9;

  SuiteScore {
    values = List.copyOf(values);
    missing = List.copyOf(missing);
  }

  /// A computed value.
  ///
  /// @param digits correct digits, 0 to 15.95
  /// @param ceiling the digits at best, infinite where nothing limits them
  record Value(
      String id, String statistic, String text, String target, double digits, double ceiling) {
    /// Says whether the value has the digits that are wanted, or nearly all that are possible.
    boolean reached() {
      return digits >= Math.min(WANTED, ceiling - 1);
    }

    /// Says whether the value has fewer digits than any may have.
    boolean tooFew() {
      return digits < Math.min(FLOOR, ceiling - 1);
    }
  }

  /// A statistic without a value, and why.
  record Missing(String id, String statistic, String why) {}

  /// Computes every statistic that a suite asks for.
  static SuiteScore of(Suite suite) {
    Optional<Subject> subject = Subjects.of(suite.name());
    List<Value> values = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (SuiteCase one : suite.cases()) {
      if (subject.isEmpty()) {
        one.targets().keySet().forEach(s -> missing.add(new Missing(one.id(), s, "unknown suite")));
      } else {
        answer(one, subject.get(), values, missing);
      }
    }
    return new SuiteScore(suite.name(), values, missing);
  }

  private static void answer(
      SuiteCase one, Subject subject, List<Value> values, List<Missing> missing) {
    Subject.Answers answers = answers(one, subject);
    for (var target : one.targets().entrySet()) {
      String statistic = target.getKey();
      try {
        answers
            .of(statistic)
            .ifPresentOrElse(
                text -> values.add(value(one, statistic, text, target.getValue())),
                () -> missing.add(new Missing(one.id(), statistic, "unknown statistic")));
      } catch (RuntimeException e) {
        // one case that cannot be read or computed must not hide the others
        missing.add(new Missing(one.id(), statistic, e.toString()));
      }
    }
  }

  // data that cannot be read are told at each statistic
  private static Subject.Answers answers(SuiteCase one, Subject subject) {
    try {
      return subject.answers(one.input());
    } catch (RuntimeException e) {
      return _ -> {
        throw e;
      };
    }
  }

  private static Value value(SuiteCase one, String statistic, String text, String target) {
    double digits = CorrectDigits.of(text, target);
    return new Value(one.id(), statistic, text, target, digits, one.ceiling(statistic));
  }
}
