// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.Decision.matters;
import static casebook.clinic.rule.Decision.some;
import static casebook.clinic.rule.Decision.stays;
import static casebook.clinic.rule.Decision.treated;
import static casebook.clinic.rule.LetterProtocol.capsules;
import static casebook.clinic.rule.LetterProtocol.complication;
import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.drug;
import static casebook.clinic.rule.LetterProtocol.level;
import static casebook.clinic.rule.LetterProtocol.marked;
import static casebook.clinic.rule.LetterProtocol.platelets;
import static casebook.clinic.rule.LetterProtocol.trough;
import static casebook.clinic.rule.LetterProtocol.weight;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The decision tables of doses and calendar: from a case in which every condition holds, each one
/// is turned alone, and the decision changes (modified condition/decision coverage).
class EveryConditionMattersTest {
  private static final Protocol ANY = LetterProtocol.with(Optional.empty(), false);

  @TestFactory
  Stream<DynamicTest> startingDose() {
    Map<String, Event[]> holds = new LinkedHashMap<>();
    holds.put("baseline", some(creatinine(-1, "1")));
    holds.put("weight", some(weight(-1, "70")));
    holds.put("dose", some());
    Decision d = new Decision(new StageDose(), ANY, 0, "dose 200+150 from 0 to 5", holds);
    return Stream.of(
        stays(d),
        matters("a baseline is there", () -> d.without("baseline")),
        matters("it is recent", () -> d.without("baseline", creatinine(-31, "1"))),
        matters("it is above 0", () -> d.without("baseline", creatinine(-1, "0"))),
        matters("it is one", () -> d.without("baseline", marked(-1, "1"), marked(-2, "1"))),
        matters("a weight is there", () -> d.without("weight")),
        matters("it is recent", () -> d.without("weight", weight(-31, "70"))),
        matters("treatment has not begun", () -> d.without("dose", dose(-1, "350"))),
        matters("capsules are declared", () -> d.made(capsules(), 0, holds)));
  }

  @TestFactory
  Stream<DynamicTest> nextStage() {
    Map<String, Event[]> holds = treated("70");
    holds.put("dose", some(dose(0, "350")));
    holds.put("toxicity", some());
    holds.put("complication", some());
    Decision d = new Decision(new StageDose(), ANY, 6, "dose 100+100 from 6", holds);
    return Stream.of(
        stays(d),
        matters("the day is that of the stage", () -> d.made(ANY, 5, holds)),
        matters(
            "the dose does not fit yet", () -> d.without("dose", dose(0, "350"), dose(6, "200"))),
        matters("the drug is taken", () -> d.without("dose", dose(0, "350"), dose(6, "0"))),
        matters("a weight is there", () -> d.without("weight")),
        matters("no rule of toxicity holds", () -> d.without("toxicity", creatinine(5, "1.6"))),
        matters(
            "no complication holds",
            () -> d.without("complication", complication(5, "infection", ""))));
  }

  @TestFactory
  Stream<DynamicTest> raisedDose() {
    Map<String, Event[]> holds = treated("70");
    holds.put("dose", some(dose(0, "350"), dose(6, "175")));
    holds.put("level", some(trough(20, "190")));
    holds.put("before", some());
    holds.put("count", some(platelets(19, "79")));
    holds.put("toxicity", some());
    holds.put("complication", some());
    Decision d = new Decision(new TroughWindow(), ANY, 21, "dose 100+100 from 21", holds);
    return Stream.of(
        stays(d),
        matters("the level is low", () -> d.without("level", trough(20, "200"))),
        matters("it is a trough", () -> d.without("level", level(20, "190", "10.9", "serum", ""))),
        matters("its time is known", () -> d.without("level", level(20, "190", "", "serum", ""))),
        matters("its specimen is known", () -> d.without("level", level(20, "190", "12", "", ""))),
        matters(
            "its specimen is that of the window",
            () -> d.made(LetterProtocol.with(Optional.of("serum"), false), 21, holds)),
        matters("its assay is the one before", () -> otherAssay(d)),
        matters(
            "the dose was steady",
            () -> d.without("dose", dose(0, "350"), dose(6, "200"), dose(18, "175"))),
        matters(
            "the dose is still the same",
            () -> d.without("dose", dose(0, "350"), dose(6, "175"), dose(21, "180"))),
        matters(
            "the drug is taken",
            () -> d.without("dose", dose(0, "350"), dose(6, "175"), dose(21, "0"))),
        matters(
            "there is room in the band", () -> d.without("dose", dose(0, "350"), dose(6, "210"))),
        matters("the stage has a band", () -> d.without("dose", dose(16, "175"))),
        matters("there is a count", () -> d.without("count")),
        matters("it is recent", () -> d.without("count", platelets(-15, "79"))),
        matters("it is no response", () -> d.without("count", platelets(19, "80"))),
        matters("a weight is there", () -> d.without("weight")),
        matters("no rule of toxicity holds", () -> d.without("toxicity", creatinine(20, "1.6"))),
        matters(
            "no complication holds",
            () -> d.without("complication", complication(20, "infection", ""))));
  }

  private static boolean otherAssay(Decision d) {
    Map<String, Event[]> conditions = new LinkedHashMap<>(d.holds());
    conditions.replace("before", some(level(15, "190", "12", "serum", "A")));
    conditions.replace("level", some(level(20, "190", "12", "serum", "B")));
    return d.made(d.protocol(), d.today(), conditions);
  }

  @TestFactory
  Stream<DynamicTest> reducedDose() {
    Map<String, Event[]> holds = treated("70");
    holds.put("dose", some(dose(0, "350"), dose(6, "200")));
    holds.put("rise", some(creatinine(30, "1.501")));
    Decision d = new Decision(new Toxicity(), ANY, 39, "dose 75+75 from 30 to 39", holds);
    return Stream.of(
        stays(d),
        matters("creatinine exceeds the limit", () -> d.without("rise", creatinine(30, "1.5"))),
        matters("it does so after start", () -> d.without("rise", creatinine(0, "1.501"))),
        matters("the ten days are not over", () -> d.made(ANY, 40, holds)),
        matters("a baseline is there", () -> d.without("baseline")),
        matters("it is above 0", () -> d.without("baseline", creatinine(-1, "0"))),
        matters("it is one", () -> d.without("baseline", marked(-1, "1"), marked(-2, "1"))),
        matters(
            "the drug was taken",
            () -> d.without("dose", dose(0, "350"), dose(6, "200"), dose(29, "0"))),
        matters("a weight is there", () -> d.without("weight")),
        matters("capsules make the dose", () -> d.made(capsules("100"), 39, holds)));
  }

  @TestFactory
  Stream<DynamicTest> resumedDose() {
    Map<String, Event[]> holds = treated("70");
    holds.put("dose", some(dose(0, "350"), dose(6, "200"), dose(30, "150")));
    holds.put("rise", some(creatinine(30, "1.6")));
    holds.put("recheck", some(creatinine(40, "1.25")));
    Decision d = new Decision(new Toxicity(), ANY, 41, "dose 100+100 from 40", holds);
    return Stream.of(
        stays(d),
        matters("there is a recheck", () -> d.without("recheck")),
        matters("it is on or after its day", () -> d.without("recheck", creatinine(39, "1.25"))),
        matters("it meets the limit", () -> d.without("recheck", creatinine(40, "1.251"))),
        matters("something had begun", () -> d.without("rise")),
        matters(
            "the dose is lower than before",
            () -> d.without("dose", dose(0, "350"), dose(6, "200"))),
        matters(
            "nobody has decided since",
            () ->
                d.without(
                    "dose", dose(0, "350"), dose(6, "200"), dose(30, "150"), dose(41, "175"))),
        matters("the stage is the same", () -> d.without("dose", dose(26, "200"), dose(30, "150"))),
        matters("a weight is there", () -> d.without("weight")));
  }

  @TestFactory
  Stream<DynamicTest> overdueVisit() {
    Map<String, Event[]> holds = new LinkedHashMap<>();
    holds.put("dose", some(dose(0, "350")));
    holds.put("measured", some());
    Decision d =
        new Decision(
            new Monitoring(), ANY, 10, "OVERDUE cya_level creatinine on 7 (5 to 9)", holds);
    return Stream.of(
        stays(d),
        matters("treatment has begun", () -> d.without("dose")),
        matters("the drug is taken", () -> d.without("dose", dose(0, "350"), dose(3, "0"))),
        matters("the window is over", () -> d.made(ANY, 9, holds)),
        matters("the next window has not begun", () -> d.made(ANY, 12, holds)),
        matters("the level was not measured", () -> d.without("measured", trough(5, "300"))),
        matters("creatinine was not measured", () -> d.without("measured", creatinine(5, "1"))));
  }

  @TestFactory
  Stream<DynamicTest> levelAfterAnotherDrug() {
    Map<String, Event[]> holds = new LinkedHashMap<>();
    holds.put("dose", some(dose(0, "200")));
    holds.put("drug", some(drug(10, Optional.empty(), "fluconazole")));
    holds.put("level", some());
    Decision d =
        new Decision(new Interactions(), ANY, 16, "IN_WINDOW cya_level on 15 (15 to 17)", holds);
    return Stream.of(
        stays(d),
        matters("the drug is taken", () -> d.without("dose", dose(0, "200"), dose(16, "0"))),
        matters(
            "the other changes the level",
            () -> d.without("drug", drug(10, Optional.empty(), "ibuprofen"))),
        matters(
            "it began under treatment",
            () -> d.without("drug", drug(-10, Optional.empty(), "fluconazole"))),
        matters("no level was measured since", () -> d.without("level", trough(15, "300"))),
        matters("the day lies in the window", () -> d.made(ANY, 14, holds)),
        matters("and not after it", () -> d.made(ANY, 18, holds)));
  }
}
