// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.HERE;
import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.day;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.drug;
import static casebook.clinic.rule.LetterProtocol.level;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.platelets;
import static casebook.clinic.rule.LetterProtocol.value;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment;
import casebook.clinic.protocol.Treatment.Action;
import casebook.clinic.protocol.Treatment.DoseRule;
import casebook.clinic.protocol.Treatment.Dosing;
import casebook.clinic.protocol.Treatment.Trigger;
import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Quantity;
import casebook.clinic.record.Timeline;
import casebook.study.data.Censoring;
import casebook.study.language.Expr.Relation;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What an advice rests on, and protocols that differ from the letter's.
class RuleFactsTest {
  private static final Protocol ANY = LetterProtocol.with(Optional.empty(), true);
  private static final Event[] PATIENT = {
    creatinine(-1, "1"), weight(0, "70"), dose(0, "350"), dose(6, "200")
  };

  private static Protocol protocol(String drug, boolean levels, DoseRule... rules) {
    Treatment t = ANY.treatment();
    Dosing d = t.dosing();
    Dosing dosing = new Dosing(drug, d.stages(), 2, d.capsules(), HERE, HERE);
    Treatment changed =
        new Treatment(
            dosing,
            t.level().filter(any -> levels),
            t.baselines(),
            t.monitoring(),
            List.of(rules),
            t.coMedication(),
            true,
            HERE);
    return new Protocol(List.of(), ANY.measures(), changed, ANY.response());
  }

  private static List<Advice> advice(Rule rule, Event... events) {
    Timeline patient = Timeline.of("1", LetterProtocol.events(PATIENT, events));
    return rule.advise(ANY, patient.until(day(40)), day(40));
  }

  private static void restsOn(List<Advice> advice, Event... facts) {
    assertThat(advice).isNotEmpty();
    assertThat(advice)
        .allSatisfy(it -> {
          assertThat(it.because().clause()).isEqualTo(HERE);
          assertThat(it.because().facts()).contains(facts);
        });
  }

  @Test
  void adviceShowsItsFacts() {
    Event low = level(38, "150", "12", "serum", "");
    restsOn(advice(new TroughWindow(), low, weight(35, "70")), low, PATIENT[3]);
    Event other = drug(30, Optional.empty(), "drops");
    restsOn(advice(new Interactions(), other), other);
    Event azole = drug(30, Optional.empty(), "fluconazole");
    restsOn(advice(new Interactions(), azole), azole);
    Event rise = creatinine(38, "1.6");
    restsOn(
        advice(new Toxicity(), creatinine(30, "1.6"), creatinine(36, "1.2"), rise).subList(2, 3),
        rise);
    restsOn(advice(new Toxicity(), creatinine(35, "1.4"), rise).subList(0, 2), rise, PATIENT[3]);
    Event count = platelets(10, "30");
    restsOn(advice(new Monitoring(), count).subList(0, 1), count);
  }

  @Test
  void withoutAWindowLevelsSteerNothing() {
    Protocol none = protocol("cyclosporine", false);
    Event low = level(38, "150", "12", "whole blood", "");
    Event[] events = LetterProtocol.events(PATIENT, low);
    assertThat(lines(new TroughWindow(), none, 40, events)).isEmpty();
    assertThat(lines(new Forecast(), none, 40, events)).isEmpty();
    Event azole = drug(38, Optional.empty(), "fluconazole");
    assertThat(lines(new Interactions(), none, 40, LetterProtocol.events(PATIENT, azole)))
        .singleElement()
        .asString()
        .contains("raises the level");
  }

  /// The list is of cyclosporine, in either spelling; of another drug nothing is known.
  @Test
  void listOfInteractionsIsThatOfTheDrug() {
    Event azole = drug(38, Optional.empty(), "fluconazole");
    for (String drug : List.of("ciclosporin", "Cyclosporine")) {
      Event given = new Event.Dose(Entry.of(day(0), 1), drug, BigDecimal.TEN, Optional.empty());
      assertThat(lines(new Interactions(), protocol(drug, false), 40, given, azole))
          .singleElement()
          .asString()
          .startsWith("warning");
    }
    Event given = new Event.Dose(Entry.of(day(0), 1), "other", BigDecimal.TEN, Optional.empty());
    assertThat(lines(new Interactions(), protocol("other", false), 40, given, azole))
        .singleElement()
        .asString()
        .startsWith("cannot tell whether fluconazole interacts");
  }

  @Test
  void limitOfAValueWithRecheckAgainstABaseline() {
    DoseRule rule =
        new DoseRule(
            "creatinine > 2 mg/dL",
            new Trigger.OfValue(
                "creatinine",
                Relation.GREATER,
                BigDecimal.TWO,
                Units.read("mg/dL").orElseThrow(),
                HERE),
            List.of(new Action.Reduce(new BigDecimal("25"), Optional.of(10))),
            Optional.of(
                new Trigger.OfBaseline(
                    "creatinine", Relation.AT_MOST, new BigDecimal("125"), HERE)),
            List.of(new Action.Ask()),
            HERE);
    Protocol protocol = protocol("cyclosporine", true, rule);
    Event[] none = {weight(0, "70"), dose(0, "350"), dose(6, "200"), creatinine(30, "2.1")};
    assertThat(lines(new Toxicity(), protocol, 30, none))
        .singleElement()
        .asString()
        .startsWith("cannot tell whether creatinine > 2 mg/dL without a baseline");
    Event[] known = LetterProtocol.events(PATIENT, creatinine(30, "2.1"));
    assertThat(lines(new Toxicity(), protocol, 30, known)).contains("dose 75+75 from 30 to 39");
    assertThat(
            lines(
                new Toxicity(),
                protocol,
                30,
                LetterProtocol.events(PATIENT, creatinine(30, "2.0"))))
        .noneMatch(it -> it.startsWith("dose"));
  }

  @Test
  void whatIsNotGivenOrNotANumberDecidesNothing() {
    // a stop is no decision to give the drug again
    assertThat(
            lines(
                new Toxicity(),
                ANY,
                46,
                LetterProtocol.events(
                    PATIENT,
                    creatinine(30, "1.6"),
                    dose(30, "150"),
                    creatinine(40, "1.26"),
                    dose(44, "0"))))
        .contains("stop from 40");
    // the drug began again on the day of the value
    assertThat(
            lines(
                new Toxicity(),
                ANY,
                30,
                LetterProtocol.events(
                    PATIENT, dose(20, "0"), dose(30, "200"), creatinine(30, "1.6"))))
        .contains("dose 75+75 from 30 to 39");
    Event beyond =
        new Event.Measurement(
            Entry.of(day(30), 1),
            "creatinine",
            new Quantity(
                new BigDecimal("9"),
                Optional.empty(),
                Units.read("mg/dL").orElseThrow(),
                Censoring.ABOVE,
                "> 9 mg/dL"));
    assertThat(lines(new Toxicity(), ANY, 30, LetterProtocol.events(PATIENT, beyond))).isEmpty();
    assertThat(
            lines(
                new Toxicity(),
                ANY,
                30,
                LetterProtocol.events(PATIENT, value(30, "platelets", "9", "10^9/L"))))
        .isEmpty();
  }
}
