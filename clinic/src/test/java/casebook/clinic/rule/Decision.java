// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DynamicTest;

/// A case of a decision table: a rule asked on a day, with the events of each condition.
///
/// @param expected the line that is said while every condition holds
/// @param holds the events of each condition
record Decision(
    Rule rule, Protocol protocol, int today, String expected, Map<String, Event[]> holds) {

  boolean made(Protocol other, int day, Map<String, Event[]> conditions) {
    List<Event> events = new ArrayList<>();
    conditions.values().forEach(some -> events.addAll(Arrays.asList(some)));
    return LetterProtocol.lines(rule, other, day, events.toArray(Event[]::new)).contains(expected);
  }

  /// Says whether the decision is made with other events of one condition.
  boolean without(String condition, Event... turned) {
    Map<String, Event[]> conditions = new LinkedHashMap<>(holds);
    assertThat(conditions.replace(condition, turned)).as(condition).isNotNull();
    return made(protocol, today, conditions);
  }

  /// The conditions of a patient with a baseline of 1 mg/dL the day before the first dose, and with
  /// this weight on it.
  static Map<String, Event[]> treated(String weight) {
    Map<String, Event[]> holds = new LinkedHashMap<>();
    holds.put("baseline", some(creatinine(-1, "1")));
    holds.put("weight", some(weight(0, weight)));
    return holds;
  }

  static Event[] some(Event... events) {
    return events;
  }

  /// The condition was turned, and the decision is not made any more.
  static DynamicTest matters(String condition, BooleanSupplier made) {
    return DynamicTest.dynamicTest(condition, () -> assertThat(made.getAsBoolean()).isFalse());
  }

  /// All conditions hold, and the decision is made.
  static DynamicTest stays(Decision decision) {
    return DynamicTest.dynamicTest(
        "all hold",
        () ->
            assertThat(decision.made(decision.protocol, decision.today, decision.holds)).isTrue());
  }
}
