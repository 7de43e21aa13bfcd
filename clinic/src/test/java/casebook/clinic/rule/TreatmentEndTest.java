// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.HERE;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.drug;
import static casebook.clinic.rule.LetterProtocol.level;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.platelets;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.PublishedResponses;
import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.Treatment.Step;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.protocol.Treatment.StopRule;
import casebook.clinic.record.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When treatment ends by the response. Started on 31 January 2001: three months end on 30 April,
/// day 89, and a count may be 30 days older, of day 59.
class TreatmentEndTest {
  private static final Rule RULE = new TreatmentEnd();
  private static final StopRule WITHOUT =
      new StopRule(false, new Steps(3, Step.MONTHS), "no response after 3 months", HERE);
  private static final StopRule RESPONSE =
      new StopRule(true, new Steps(6, Step.MONTHS), "response for 6 months", HERE);
  private static final ResponseDefinition LETTER = LetterProtocol.letter().response().orElseThrow();
  private static final ResponseDefinition IWG =
      PublishedResponses.find("itp-iwg-2009").orElseThrow();

  private static Protocol protocol(ResponseDefinition definition) {
    return OtherProtocols.stops(Optional.of(definition), WITHOUT, RESPONSE);
  }

  /// `70:40` is a count on day 70, `rescue65` rescue on day 65, `off80` a stop of the drug.
  private static Event[] events(String words) {
    List<Event> events = new ArrayList<>(List.of(dose(0, "200")));
    for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
      String number = word.replaceAll("[^0-9:]", "");
      String[] parts = number.split(":");
      int day = Integer.parseInt(parts[0]);
      events.add(
          word.startsWith("rescue")
              ? drug(day, Optional.of(day), "rescue")
              : word.startsWith("off") ? dose(day, "0") : platelets(day, parts[1]));
    }
    return events.toArray(Event[]::new);
  }

  private static String said(ResponseDefinition definition, int today, String words) {
    return String.join("; ", lines(RULE, protocol(definition), today, events(words)));
  }

  /// There never was a response, and the last count is none.
  @ParameterizedTest
  @CsvSource({
    "89, 70:40, stop from 89",
    "120, 70:40, stop from 89",
    "88, 70:40, ''",
    // the count is recent, or later; then it decides from its day on
    "89, 59:40, stop from 89",
    "89, 58:40, 'cannot tell whether treatment ends, no response after 3 months without a count of"
        + " platelets on or after 2001-03-31'",
    "89, '', 'cannot tell whether treatment ends, no response after 3 months without a count of"
        + " platelets on or after 2001-03-31'",
    "95, 70:40 95:40, stop from 95",
    "95, 58:40 95:40, stop from 95",
    // it is no response, and there was none before
    "89, 70:79, stop from 89",
    "89, 70:80, ''",
    "89, 30:80 70:40, ''",
    // it counts
    "89, rescue65 70:40, 'cannot tell whether treatment ends, no response after 3 months without a"
        + " count of platelets on or after 2001-03-31'",
    // the drug is taken
    "89, 70:40 off80, ''",
    "89, 70:40 off89, ''"
  })
  void withoutAResponse(int today, String words, String expected) {
    assertThat(said(LETTER, today, words)).isEqualTo(expected);
  }

  /// It ends six months after the first day of the response, 31 March and 30 September (day 242),
  /// while it holds.
  @ParameterizedTest
  @CsvSource({
    "241, 59:90 240:90, ''",
    "242, 59:90 240:90, stop from 242",
    "300, 59:90 240:90, stop from 242",
    "242, 59:90 100:70 120:90, ''",
    "242, 59:90 240:70, ''",
    "242, 60:90 240:90, ''",
    "242, 59:90 240:90 off241, ''",
    // the last count is of the 30 days before that day, or later
    "242, 59:90 212:90, stop from 242",
    "242, 59:90 211:90, 'cannot tell whether treatment ends, response for 6 months without a count of"
        + " platelets on or after 2001-08-31'",
    "300, 59:90, 'cannot tell whether treatment ends, response for 6 months without a count of"
        + " platelets on or after 2001-08-31'",
    "300, 59:90 300:90, stop from 242"
  })
  void inResponse(int today, String words, String expected) {
    assertThat(said(LETTER, today, words)).isEqualTo(expected);
  }

  /// Twice the count before start, confirmed a week later.
  @ParameterizedTest
  @CsvSource({
    "0:15 70:20, stop from 89",
    "70:20, stop from 89",
    "70:60, 'cannot tell whether treatment ends, no response after 3 months without a count of"
        + " platelets before the first dose'",
    "0:15 85:60, 'cannot tell whether treatment ends, no response after 3 months without a later"
        + " count that confirms the response of 2001-04-26'",
    "0:15 78:60 85:60, ''"
  })
  void whatLeavesItOpen(String words, String expected) {
    assertThat(said(IWG, 89, words)).isEqualTo(expected);
  }

  @Test
  void withoutADefinitionOfResponseNothingIsSaid() {
    Protocol none = OtherProtocols.stops(Optional.empty(), WITHOUT, RESPONSE);
    assertThat(lines(RULE, none, 89, events("70:40"))).isEmpty();
    assertThat(lines(RULE, LetterProtocol.letter(), 89, events("70:40"))).isEmpty();
  }

  @Test
  void sentencesShowTheDaysAndTheCount() {
    assertThat(sentences(RULE, protocol(LETTER), 89, events("70:40")))
        .containsExactly(
            "no response after 3 months: the first dose was on 2001-01-31, 3 months ended on"
                + " 2001-04-30. platelets 40 ×10⁹/L on 2001-04-11 is no response, by this study, and"
                + " there was none before.");
    assertThat(sentences(RULE, protocol(LETTER), 89, events("")))
        .containsExactly(
            "no response after 3 months: the first dose was on 2001-01-31, 3 months ended on"
                + " 2001-04-30. It needs a count of platelets on or after 2001-03-31.");
    assertThat(sentences(RULE, protocol(LETTER), 242, events("59:90 240:90")))
        .containsExactly(
            "response for 6 months: the response has lasted since 2001-03-31, 6 months of it ended on"
                + " 2001-09-30; the last count was on 2001-09-28.");
    assertThat(sentences(RULE, protocol(LETTER), 242, events("59:90")))
        .containsExactly(
            "response for 6 months: the response has lasted since 2001-03-31, 6 months of it ended on"
                + " 2001-09-30. It needs a count of platelets on or after 2001-08-31.");
  }

  /// Once treatment is to end, no dose is changed any more.
  @Test
  void endHoldsTheDose() {
    Event[] high = {weight(80, "70"), level(88, "450", "12", "serum", "")};
    assertThat(
            lines(
                new TroughWindow(),
                protocol(LETTER),
                88,
                LetterProtocol.events(events("70:40"), high)))
        .contains("dose 75+75 from 88");
    assertThat(
            lines(
                new TroughWindow(),
                protocol(LETTER),
                89,
                LetterProtocol.events(events("70:40"), high)))
        .isEmpty();
    assertThat(
            lines(
                new TroughWindow(), protocol(LETTER), 89, LetterProtocol.events(events(""), high)))
        .contains("dose 75+75 from 89");
  }
}
