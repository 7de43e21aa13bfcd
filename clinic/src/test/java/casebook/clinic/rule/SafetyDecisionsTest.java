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
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The decision tables of what protects a patient: lower doses, stops, warnings, rechecks. As in
/// [EveryConditionMattersTest], each condition is turned alone, and the decision changes.
class SafetyDecisionsTest {
  private static final Protocol ANY = LetterProtocol.with(Optional.empty(), false);

  private static DynamicTest still(String condition, BooleanSupplier made) {
    return DynamicTest.dynamicTest(
        "whether or not " + condition, () -> assertThat(made.getAsBoolean()).isTrue());
  }

  @TestFactory
  Stream<DynamicTest> loweredDose() {
    Map<String, Event[]> holds = treated("70");
    holds.put("dose", some(dose(0, "350"), dose(6, "250")));
    holds.put("level", some(level(20, "450", "12", "serum", "")));
    holds.put("count", some());
    holds.put("toxicity", some());
    holds.put("complication", some());
    Decision d = new Decision(new TroughWindow(), ANY, 21, "dose 100+100 from 21", holds);
    return Stream.of(
        stays(d),
        still("there is a response", () -> d.without("count", platelets(19, "160"))),
        still("there is none", () -> d.without("count", platelets(19, "20"))),
        matters("the level is high", () -> d.without("level", level(20, "400", "12", "serum", ""))),
        matters("it is a trough", () -> d.without("level", level(20, "450", "13.1", "serum", ""))),
        matters("its time is known", () -> d.without("level", level(20, "450", "", "serum", ""))),
        matters("its specimen is known", () -> d.without("level", level(20, "450", "12", "", ""))),
        matters(
            "its specimen is that of the window",
            () -> d.made(LetterProtocol.with(Optional.of("whole blood"), false), 21, holds)),
        matters(
            "the level is not far above what the dose lets expect",
            () -> d.without("level", level(20, "450", "12", "whole blood", ""))),
        matters(
            "the dose was steady",
            () -> d.without("dose", dose(0, "350"), dose(6, "200"), dose(18, "250"))),
        matters(
            "the dose is still the same",
            () -> d.without("dose", dose(0, "350"), dose(6, "250"), dose(21, "225"))),
        matters(
            "the drug is taken",
            () -> d.without("dose", dose(0, "350"), dose(6, "250"), dose(21, "0"))),
        matters("the stage has a band", () -> d.without("dose", dose(16, "250"))),
        matters("a weight is there", () -> d.without("weight")),
        matters("it is recent", () -> d.without("weight", weight(-10, "70"))),
        matters("capsules are declared", () -> d.made(capsules(), 21, holds)),
        matters("capsules make a smaller dose", () -> d.made(capsules("125"), 21, holds)),
        matters("no rule of toxicity holds", () -> d.without("toxicity", creatinine(20, "1.6"))),
        matters(
            "no complication holds",
            () -> d.without("complication", complication(20, "infection", ""))));
  }

  /// 200 mg a day at 81 kg are 2.47 mg/kg/d.
  @TestFactory
  Stream<DynamicTest> doseAfterAChangeOfWeight() {
    Map<String, Event[]> holds = treated("70");
    holds.put("now", some(weight(59, "81")));
    holds.put("dose", some(dose(0, "350"), dose(6, "200")));
    holds.put("toxicity", some());
    holds.put("complication", some());
    Decision d = new Decision(new StageDose(), ANY, 60, "dose 125+100 from 60", holds);
    return Stream.of(
        stays(d),
        matters("the weight is another", () -> d.without("now")),
        matters("by more than a tenth", () -> d.without("now", weight(59, "77"))),
        matters("it is recent", () -> d.without("now", weight(29, "81"))),
        matters("the weight then is known", () -> d.without("weight")),
        matters(
            "the dose does not fit any more",
            () -> d.without("dose", dose(0, "350"), dose(6, "225"))),
        matters(
            "the drug is taken",
            () -> d.without("dose", dose(0, "350"), dose(6, "200"), dose(60, "0"))),
        matters("capsules are declared", () -> d.made(capsules(), 60, holds)),
        matters("no rule of toxicity holds", () -> d.without("toxicity", creatinine(59, "1.6"))),
        matters(
            "no complication holds",
            () -> d.without("complication", complication(59, "infection", ""))));
  }

  @TestFactory
  Stream<DynamicTest> doseAboveTheBand() {
    Map<String, Event[]> holds = treated("70");
    holds.put("dose", some(dose(0, "350"), dose(6, "200"), dose(20, "225")));
    holds.put("toxicity", some());
    holds.put("complication", some());
    String warning =
        "warning by protocol: The dose of 225 mg a day is 3.21 mg/kg/d, above 2.5 to 3 mg/kg/d: that"
            + " needs a reason.";
    Decision d = new Decision(new StageDose(), ANY, 20, warning, holds);
    return Stream.of(
        stays(d),
        still("the weight is old", () -> d.without("weight", weight(-60, "70"))),
        matters("it is above", () -> d.without("weight", weight(0, "75"))),
        matters("a weight was ever known", () -> d.without("weight")),
        matters(
            "the drug is taken",
            () -> d.without("dose", dose(0, "350"), dose(6, "225"), dose(20, "0"))),
        matters("no rule of toxicity holds", () -> d.without("toxicity", creatinine(19, "1.6"))),
        matters(
            "no complication holds",
            () -> d.without("complication", complication(19, "infection", ""))));
  }

  @TestFactory
  Stream<DynamicTest> recheckAfterAReducedDose() {
    Map<String, Event[]> holds = treated("70");
    holds.put("dose", some(dose(0, "350"), dose(6, "200"), dose(30, "150")));
    holds.put("rise", some(creatinine(30, "1.6")));
    holds.put("recheck", some(creatinine(39, "1.0")));
    Decision d =
        new Decision(new Toxicity(), ANY, 43, "OVERDUE creatinine on 40 (40 to 42)", holds);
    return Stream.of(
        stays(d),
        matters("the days of the window are over", () -> d.made(ANY, 42, holds)),
        matters("nothing was measured since", () -> d.without("recheck", creatinine(40, "1.0"))),
        matters("something had begun", () -> d.without("rise", creatinine(30, "1.5"))),
        matters("a baseline is there", () -> d.without("baseline")),
        matters("it is one", () -> d.without("baseline", marked(-1, "1"), marked(-2, "1"))),
        matters(
            "the drug was taken",
            () ->
                d.without("dose", dose(0, "350"), dose(6, "200"), dose(29, "0"), dose(31, "150"))));
  }

  /// After the recheck above the limit: no dose before somebody decides.
  @TestFactory
  Stream<DynamicTest> stopAfterTheRecheck() {
    Map<String, Event[]> holds = treated("70");
    holds.put("dose", some(dose(0, "350"), dose(6, "200"), dose(30, "150")));
    holds.put("rise", some(creatinine(30, "1.6")));
    holds.put("recheck", some(creatinine(40, "1.251")));
    holds.put("decided", some());
    Decision d = new Decision(new Toxicity(), ANY, 45, "stop from 40", holds);
    return Stream.of(
        stays(d),
        still("it was stopped", () -> d.without("decided", dose(41, "0"))),
        matters(
            "the recheck is above the limit", () -> d.without("recheck", creatinine(40, "1.25"))),
        matters("it is on or after its day", () -> d.without("recheck", creatinine(39, "1.251"))),
        matters("something had begun", () -> d.without("rise", creatinine(30, "1.5"))),
        matters("nobody has given a dose since", () -> d.without("decided", dose(41, "100"))),
        matters("a baseline is there", () -> d.without("baseline")));
  }

  @TestFactory
  Stream<DynamicTest> doseDuringAComplication() {
    Map<String, Event[]> holds = treated("70");
    holds.put("dose", some(dose(0, "350"), dose(6, "200")));
    holds.put("complication", some(complication(30, "candidiasis", "infection")));
    Decision d = new Decision(new Holds(), ANY, 32, "dose 75+75 from 30 to 32", holds);
    return Stream.of(
        stays(d),
        matters("the days are not over", () -> d.made(ANY, 33, holds)),
        matters("it has begun", () -> d.without("complication", complication(33, "infection", ""))),
        matters(
            "a rule names it",
            () -> d.without("complication", complication(30, "candidiasis", "oral"))),
        matters("the drug was taken", () -> d.without("dose", dose(0, "350"), dose(29, "0"))),
        matters("treatment had begun", () -> d.without("dose", dose(31, "200"))),
        matters("a weight is there", () -> d.without("weight")),
        matters("capsules make the dose", () -> d.made(capsules("100"), 32, holds)));
  }

  @TestFactory
  Stream<DynamicTest> doseAfterAComplication() {
    Map<String, Event[]> holds = treated("70");
    holds.put("dose", some(dose(0, "350"), dose(6, "200"), dose(30, "0")));
    holds.put("complication", some(complication(30, "infection", "")));
    holds.put("drug", some());
    String note =
        "note: The days of infection or intolerance are over: 200 mg a day may be given again.";
    Decision d = new Decision(new Holds(), ANY, 33, note, holds);
    return Stream.of(
        stays(d),
        still(
            "another drug is over",
            () -> d.without("drug", drug(30, Optional.of(32), "fluconazole"))),
        matters("the days are over", () -> d.made(ANY, 32, holds)),
        matters("there was a complication", () -> d.without("complication")),
        matters(
            "the dose is lower than before",
            () -> d.without("dose", dose(0, "350"), dose(6, "200"))),
        matters(
            "nobody has decided since",
            () ->
                d.without("dose", dose(0, "350"), dose(6, "200"), dose(30, "0"), dose(33, "150"))),
        matters(
            "no other drug changes the level",
            () -> d.without("drug", drug(30, Optional.empty(), "fluconazole"))));
  }

  /// Counts every two months in response since day 59: stable on day 242, and half-yearly since.
  @TestFactory
  Stream<DynamicTest> calendarOfAStableRemission() {
    Map<String, Event[]> holds = new LinkedHashMap<>();
    holds.put("dose", some(dose(0, "350")));
    holds.put("first", some(platelets(59, "90")));
    holds.put("between", some(platelets(150, "120")));
    holds.put("last", some(platelets(242, "160")));
    holds.put("since", some());
    holds.put("rescue", some());
    Decision d =
        new Decision(new Monitoring(), ANY, 250, "COMING platelets on 423 (409 to 437)", holds);
    return Stream.of(
        stays(d),
        still("it is measured again", () -> d.without("since", platelets(249, "80"))),
        matters("the first count is a response", () -> d.without("first", platelets(59, "79"))),
        matters("every count is one", () -> d.without("between", platelets(150, "79"))),
        matters("there are six months of it", () -> d.without("last", platelets(241, "160"))),
        matters("it was not lost since", () -> d.without("since", platelets(249, "79"))),
        matters(
            "the last count is not one soon after rescue",
            () -> d.without("rescue", drug(220, Optional.of(221), "rescue"))),
        matters("treatment has begun", () -> d.without("dose")));
  }
}
