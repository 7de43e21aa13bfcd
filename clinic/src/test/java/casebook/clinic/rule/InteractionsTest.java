// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.drug;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.trough;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.record.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InteractionsTest {
  private static final Rule RULE = new Interactions();
  private static final Optional<Integer> ONGOING = Optional.empty();

  private static List<String> say(int today, Event... events) {
    return lines(
        RULE, letter(), today, LetterProtocol.events(new Event[] {dose(0, "200")}, events));
  }

  /// The protocol permits it, the label avoids it: both are said.
  @Test
  void grapefruitIsPermittedAndTheLabelStandsBeside() {
    assertThat(say(12, drug(10, ONGOING, "grapefruit juice")))
        .containsExactly(
            "note: grapefruit juice since 2001-02-10: the protocol permits it.",
            "warning by doi:10.1111/j.1365-2125.1993.tb00395.x; Gengraf label (FDA), drug"
                + " interactions: grapefruit juice raises the level: inhibits CYP3A4 in the gut:"
                + " trough +32 % (-4 to +97 %, 11 patients); the label says to avoid it.",
            "COMING cya_level on 15 (15 to 17)");
  }

  @Test
  void levelAfterStartAndStop() {
    Event juice = drug(10, Optional.of(40), "grapefruit juice");
    assertThat(say(9, juice)).isEmpty();
    assertThat(say(10, juice).getLast()).isEqualTo("COMING cya_level on 15 (15 to 17)");
    assertThat(say(15, juice).getLast()).isEqualTo("IN_WINDOW cya_level on 15 (15 to 17)");
    assertThat(say(17, juice).getLast()).isEqualTo("IN_WINDOW cya_level on 15 (15 to 17)");
    assertThat(say(18, juice).getLast()).isEqualTo("OVERDUE cya_level on 15 (15 to 17)");
    assertThat(say(18, juice, trough(15, "300"))).hasSize(2);
    assertThat(say(18, juice, trough(14, "300")).getLast())
        .isEqualTo("OVERDUE cya_level on 15 (15 to 17)");
    assertThat(say(41, juice, trough(15, "300")))
        .containsExactly("COMING cya_level on 45 (45 to 47)");
    assertThat(say(47, juice, trough(45, "300"))).isEmpty();
    assertThat(sentences(RULE, letter(), 41, dose(0, "200"), juice, trough(15, "300")))
        .containsExactly(
            "A level 5 to 7 days after the stop of grapefruit juice on 2001-03-12: from 2001-03-17 to"
                + " 2001-03-19.");
    // begun before treatment: no change since
    assertThat(say(5, drug(-10, ONGOING, "grapefruit juice"))).hasSize(2);
  }

  @Test
  void felodipineIsNotedWithoutClaimingACause() {
    assertThat(say(12, drug(10, ONGOING, "felodipine")))
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .endsWith("felodipine since 2001-02-10: the protocol asks to note it."),
            it -> assertThat(it).contains("does not show that it was the cause"));
    assertThat(say(12, drug(10, ONGOING, "Felodipin")))
        .singleElement()
        .asString()
        .contains("Felodipin (felodipine) is raised itself");
    assertThat(say(12, drug(10, ONGOING, "C08CA02")))
        .singleElement()
        .asString()
        .contains("C08CA02 (felodipine) is raised itself");
  }

  @Test
  void eradicationBelongsBeforeOrAfter() {
    assertThat(say(12, drug(10, Optional.of(16), "eradication")))
        .containsExactly(
            "warning by protocol: eradication since 2001-02-10: the protocol gives it before or after"
                + " the drug, not together with it; if it cannot wait, measure a level.",
            "COMING cya_level on 15 (15 to 17)");
    assertThat(lines(RULE, letter(), -2, drug(-10, Optional.of(-3), "eradication"))).isEmpty();
    assertThat(say(12, drug(-10, Optional.of(-3), "eradication"))).isEmpty();
    assertThat(say(12, dose(9, "0"), drug(10, Optional.of(16), "eradication"))).isEmpty();
  }

  @Test
  void unknownDrugIsUnknown() {
    assertThat(say(12, drug(10, ONGOING, "homeopathic drops")))
        .containsExactly(
            "cannot tell whether homeopathic drops interacts without homeopathic drops in the list of"
                + " interactions");
    assertThat(sentences(RULE, letter(), 12, dose(0, "200"), drug(10, ONGOING, "drops")))
        .containsExactly(
            "drops is neither in the protocol nor in the list of interactions; that says nothing of"
                + " whether it interacts.");
    assertThat(say(12, drug(10, Optional.of(11), "drops"))).isEmpty();
  }

  @Test
  void whatTheProtocolForbidsIsAWarning() {
    assertThat(say(12, drug(10, ONGOING, "Ketoconazole")))
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .isEqualTo(
                        "warning by protocol: Ketoconazole since 2001-02-10: the protocol does not"
                            + " permit it."),
            it -> assertThat(it).startsWith("warning by PMC3093721, table 6: Ketoconazole raises"),
            it -> assertThat(it).isEqualTo("COMING cya_level on 15 (15 to 17)"));
    // harm to the kidney asks for no level
    assertThat(say(12, drug(10, ONGOING, "ibuprofen")))
        .singleElement()
        .asString()
        .contains("ibuprofen (nonsteroidal anti-inflammatory drug) adds to the harm to the kidney");
  }
}
