// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Facts;
import casebook.clinic.record.Timeline;
import casebook.study.cohort.Conditions;
import casebook.study.cohort.Value;
import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.language.Dictionary.Moment;
import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Selection.Criterion;
import casebook.study.language.expression.ExprWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes what a criterion asks and what was found: `platelets at start < 30 ×10⁹/L: platelets 18
/// ×10⁹/L on 1994-03-30`.
final class Evidence {
  private static final Pattern BRACKETS =
      Pattern.compile(
          "(?<!not )\\((age at [^()]+|count of [^()]+|\\w+ [+-] \\d+ \\w+"
              + "|[^()]+ (?:is|between|carries|<|<=|>|>=|=) [^()]+)\\)");

  private final Facts facts;
  private final List<Moment> moments;
  private final Timeline patient;
  private final Set<String> found = new LinkedHashSet<>();
  private final Set<String> notYet = new LinkedHashSet<>();

  private Evidence(Facts facts, List<Moment> moments, Timeline patient) {
    this.facts = facts;
    this.moments = moments;
    this.patient = patient;
  }

  static String of(
      Criterion criterion, Value met, Facts facts, List<Moment> moments, Timeline patient) {
    Evidence evidence = new Evidence(facts, moments, patient);
    List<String> within = new ArrayList<>();
    ExprUses.walk(criterion.require(), node -> evidence.look(node, within));
    String words =
        plain(ExprWords.of(criterion.require())) + ": " + String.join("; ", evidence.found);
    return met instanceof Value.Unknown unknown ? words + "; " + evidence.why(unknown) : words;
  }

  /// Without brackets that change nothing: around phrases, steps of a date, and comparisons.
  private static String plain(String words) {
    String before = words;
    String plain = BRACKETS.matcher(before).replaceAll("$1");
    while (!plain.equals(before)) {
      before = plain;
      plain = BRACKETS.matcher(before).replaceAll("$1");
    }
    return plain;
  }

  /// Notes what a node gives; what stands inside a phrase is not said again.
  private void look(Expr node, List<String> within) {
    switch (node) {
      case Expr.AgeAt it -> {
        found.add(ExprWords.of(it) + " is " + words(it) + born());
        within.add(it.date().name());
      }
      case Expr.CountOf it -> {
        found.add(ExprWords.of(it) + " is " + words(it) + listed(it));
        it.variables().forEach(variable -> within.add(variable.name()));
      }
      case Expr.Variable it -> {
        if (!within.contains(it.name())) {
          found.add(variable(it));
        }
      }
      default -> {}
    }
  }

  private String born() {
    return facts.date("birth").map(birth -> " (born " + birth + ")").orElse("");
  }

  private String listed(Expr.CountOf it) {
    return it.variables().stream()
        .flatMap(variable -> facts.table().find(variable.name()).stream())
        .filter(column -> column instanceof Column.Text && column.known(facts.row()))
        .map(column -> " (" + ((Column.Text) column).value(facts.row()) + ")")
        .findFirst()
        .orElse("");
  }

  private String variable(Expr.Variable it) {
    Optional<Moment> moment =
        moments.stream().filter(one -> one.name().equals(it.name())).findFirst();
    return moment
        .map(this::measured)
        .or(() -> later(it.name()))
        .orElseGet(() -> it.name() + " is " + words(it));
  }

  /// A day that has not come yet.
  private Optional<String> later(String name) {
    if (facts.date(name).isPresent()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = patient.facts().date(name);
    day.ifPresent(any -> notYet.add(name));
    return day.map(it -> name + " is only on " + it);
  }

  /// A day that has not come is not missing.
  private String why(Value.Unknown unknown) {
    String why = unknown.because();
    for (String name : notYet) {
      why = why.replace(name + " is missing", name + " lies after this day");
    }
    return why;
  }

  private String measured(Moment moment) {
    Optional<Measured> value =
        facts
            .date(moment.day())
            .flatMap(day -> patient.latest(moment.measure(), day, moment.days()));
    return value
        .map(it -> it.name() + " " + it.quantity().written() + " on " + it.day())
        .orElse(
            "no " + moment.measure() + " in the " + moment.days() + " days before " + moment.day());
  }

  private String words(Expr expr) {
    return switch (Conditions.value(expr, facts.table(), facts.row())) {
      case Value.Decimal number -> DoseOnDay.plain(number.value());
      case Value.Beyond it ->
          (it.side() == Censoring.BELOW ? "<" : ">") + DoseOnDay.plain(it.limit());
      case Value.Day day -> day.date().toString();
      case Value.PartialDay day -> day.first().date() + " or later";
      case Value.Word word -> word.text();
      case Value.Truth truth -> truth.yes() ? "yes" : "no";
      case Value.Steps steps -> steps.toString();
      case Value.Unknown unknown -> "missing";
      case Value.NotApplicable none -> "not applicable";
    };
  }
}
