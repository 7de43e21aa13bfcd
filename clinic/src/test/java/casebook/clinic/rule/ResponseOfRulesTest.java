// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.HERE;
import static casebook.clinic.rule.LetterProtocol.day;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.drug;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.platelets;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Condition;
import casebook.clinic.protocol.ResponseDefinition.Grade;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.protocol.ResponseDefinition.Sign;
import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Timeline;
import casebook.clinic.response.ResponseCourse;
import casebook.study.language.Expr.Relation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What doses and calendar know of the response is the course that `casebook response` prints.
class ResponseOfRulesTest {
  private static ResponseCourse grades(Protocol protocol, Event... events) {
    Timeline patient =
        Timeline.of("1", LetterProtocol.events(new Event[] {dose(0, "350")}, events));
    return new PatientDay(protocol, patient, day(999)).response().orElseThrow();
  }

  private static String words(Protocol protocol, Event... events) {
    return grades(protocol, events).counts().stream()
        .map(it -> it.grade().map(grade -> grade == Response.NONE ? "no" : "yes").orElse("?"))
        .collect(Collectors.joining(" "));
  }

  /// Twice the count before start, without bleeding or rescue.
  private static Protocol twice() {
    ResponseDefinition letter = letter().response().orElseThrow();
    List<Sign> signs =
        List.of(new Sign.ThanBaseline(Relation.AT_LEAST, BigDecimal.TWO), new Sign.Bleeding(false));
    Condition rescue = new Condition(List.of(List.<Sign>of(new Sign.Rescue())), "rescue", HERE);
    ResponseDefinition definition =
        new ResponseDefinition(
            "own",
            "platelets",
            List.of(
                new Grade(Response.NONE, Optional.of(rescue), HERE),
                new Grade(
                    Response.PARTIAL,
                    Optional.of(new Condition(List.of(signs), "twice", HERE)),
                    HERE),
                new Grade(Response.NONE, Optional.empty(), HERE)),
            letter.confirming(),
            letter.course(),
            HERE);
    Protocol protocol = letter();
    return new Protocol(
        List.of(), protocol.measures(), protocol.treatment(), Optional.of(definition));
  }

  private static Event bleeding(int on) {
    return new Event.Bleeding(Entry.of(day(on), 1), Event.Severity.MINOR);
  }

  @Test
  void limitsOfTheLetter() {
    assertThat(
            words(
                letter(),
                platelets(0, "200"),
                platelets(1, "79"),
                platelets(2, "80"),
                platelets(3, "149"),
                platelets(4, "150")))
        .isEqualTo("no yes yes yes");
  }

  @Test
  void countBeforeStartIsTheBaseline() {
    assertThat(words(twice(), platelets(-5, "20"), platelets(9, "40"), platelets(10, "39")))
        .isEqualTo("yes no");
    assertThat(words(twice(), platelets(0, "20"), platelets(9, "40"))).isEqualTo("yes");
    assertThat(words(twice(), platelets(9, "40"))).isEqualTo("?");
  }

  /// Between the counts of days 9 and 19 lie the days 10 to 19.
  @Test
  void bleedingAndRescueSinceTheCountBefore() {
    Event[] counts = {platelets(-5, "20"), platelets(9, "90"), platelets(19, "90")};
    assertThat(words(twice(), LetterProtocol.events(counts, bleeding(9)))).isEqualTo("no yes");
    assertThat(words(twice(), LetterProtocol.events(counts, bleeding(10)))).isEqualTo("yes no");
    assertThat(words(twice(), LetterProtocol.events(counts, bleeding(19)))).isEqualTo("yes no");
    assertThat(words(twice(), LetterProtocol.events(counts, bleeding(20)))).isEqualTo("yes yes");
    Event rescue = drug(12, Optional.empty(), "Rescue");
    assertThat(words(twice(), LetterProtocol.events(counts, rescue))).isEqualTo("yes no");
    Event other = drug(12, Optional.empty(), "felodipine");
    assertThat(words(twice(), LetterProtocol.events(counts, other))).isEqualTo("yes yes");
  }

  /// From 31 January and a first response on 31 March, six months end on 30 September, day 242.
  @Test
  void stableSinceTheCountThatCompletesTheTime() {
    assertThat(grades(letter(), platelets(59, "90"), platelets(242, "90")).stableSince())
        .contains(day(242));
    assertThat(grades(letter(), platelets(59, "90"), platelets(241, "90")).stableSince()).isEmpty();
    assertThat(
            grades(letter(), platelets(59, "90"), platelets(250, "90"), platelets(260, "90"))
                .stableSince())
        .contains(day(250));
    assertThat(grades(letter(), platelets(242, "90")).stableSince()).isEmpty();
    assertThat(
            grades(
                    letter(),
                    platelets(59, "90"),
                    platelets(100, "79"),
                    platelets(120, "90"),
                    platelets(242, "90"))
                .stableSince())
        .isEmpty();
    assertThat(
            grades(letter(), platelets(59, "90"), platelets(242, "90"), platelets(243, "79"))
                .stableSince())
        .isEmpty();
  }

  @Test
  void withoutADeclaredTimeNothingIsStable() {
    ResponseDefinition letter = letter().response().orElseThrow();
    ResponseDefinition without =
        new ResponseDefinition(
            letter.name(),
            letter.measure(),
            letter.grades(),
            letter.confirming(),
            new ResponseDefinition.Course(
                Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty()),
            HERE);
    Protocol protocol =
        new Protocol(List.of(), letter().measures(), letter().treatment(), Optional.of(without));
    assertThat(grades(protocol, platelets(59, "90"), platelets(500, "90")).stableSince()).isEmpty();
  }
}
