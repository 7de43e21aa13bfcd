// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import static casebook.clinic.response.Definitions.IWG;
import static casebook.clinic.response.Definitions.LETTER;
import static casebook.clinic.response.PatientWords.DRUG;
import static casebook.clinic.response.PatientWords.patient;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Confirming;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.record.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who differs between definitions, and why.
class ResponseComparisonTest {

  /// The letter's, but counts after rescue count.
  private static final ResponseDefinition ALL_COUNT =
      new ResponseDefinition(
          "all-count",
          LETTER.measure(),
          LETTER.grades(),
          new Confirming(Optional.empty(), Optional.empty()),
          LETTER.course(),
          LETTER.at());

  private static ResponseComparison compare(ResponseDefinition other, String... patients) {
    List<Timeline> timelines = Stream.of(patients).map(PatientWords::patient).toList();
    return ResponseComparison.of(List.of(LETTER, other), timelines, DRUG);
  }

  private static String why(ResponseDefinition other, String words) {
    return ResponseComparison.why(compare(other, words).patients().getFirst(), 1);
  }

  @Test
  void onlyTreatedPatientsAreCompared() {
    assertThat(compare(IWG, "28:160", "dose0=0 28:160", "dose0=200 28:160").patients()).hasSize(1);
  }

  @Test
  void patientDiffersWhoseBestResponseDoes() {
    ResponseComparison two =
        compare(IWG, "0:15 dose0=200 28:160 40:160", "0:15 dose0=200 28:40 40:40");
    assertThat(two.patients())
        .extracting(ResponseComparison.Patient::differs)
        .containsExactly(false, true);
    assertThat(two.count(0, Response.COMPLETE)).isOne();
    assertThat(two.count(0, Response.NONE)).isOne();
    assertThat(two.count(0, Response.PARTIAL)).isZero();
    assertThat(two.count(1, Response.PARTIAL)).isOne();
    assertThat(two.definitions()).containsExactly(LETTER, IWG);
  }

  @Test
  void byAnotherLimit() {
    assertThat(why(IWG, "0:15 dose0=200 10:20 28:40 40:40"))
        .isEqualTo(
            "platelets 40 on 1994-05-10 is no response by itp-letter-2007, and partial by"
                + " itp-iwg-2009 (platelets >= 30 and platelets >= 2 x baseline and no bleeding)");
  }

  @Test
  void byAConfirmationThatFails() {
    assertThat(why(IWG, "0:15 dose0=200 28:160"))
        .isEqualTo(
            "platelets 160 on 1994-05-10 is complete by itp-letter-2007 (platelets >= 150), and"
                + " complete but not confirmed after 7 days by itp-iwg-2009");
  }

  @Test
  void byACountBeforeStartThatIsMissing() {
    assertThat(why(IWG, "dose0=200 28:85 40:85"))
        .isEqualTo(
            "platelets 85 on 1994-05-10 is partial by itp-letter-2007 (platelets >= 80), and not to"
                + " be graded by itp-iwg-2009 without a count before start");
  }

  @Test
  void byRescue() {
    assertThat(why(ALL_COUNT, "dose0=200 10:20 rescue20 28:160"))
        .isEqualTo(
            "platelets 160 on 1994-05-10 is not counted by itp-letter-2007, soon after rescue, and"
                + " complete by all-count (platelets >= 150)");
  }

  @Test
  void byDependenceOnTheDrug() {
    String dependent = "0:15 dose0=200 28:160 40:160 dose200=0 230:20 dose240=200 300:160 310:160";
    assertThat(why(IWG, dependent))
        .isEqualTo(
            "the response depends on the drug, which itp-iwg-2009 does not count as a response");
    assertThat(
            ResponseComparison.of(List.of(IWG, LETTER), List.of(patient(dependent)), DRUG)
                .patients())
        .extracting(it -> ResponseComparison.why(it, 1))
        .containsExactly(
            "the response depends on the drug, which itp-iwg-2009 does not count as a response");
    // both definitions count it
    assertThat(why(ALL_COUNT, dependent))
        .isEqualTo("the same counts, followed by other rules of loss");
  }

  @Test
  void bySomethingElseThanTheCounts() {
    assertThat(why(ALL_COUNT, "dose0=200 28:160 60:20"))
        .isEqualTo("the same counts, followed by other rules of loss");
  }
}
