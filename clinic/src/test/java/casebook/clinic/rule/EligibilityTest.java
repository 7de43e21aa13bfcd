// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.record.Timeline;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may start, judged on the day of start, and before it as if treatment started on the day.
class EligibilityTest {
  private static final LocalDate START = LocalDate.of(1994, 4, 12);

  @TempDir private Path folder;

  /// The verdict on one criterion for one patient who has not started.
  private String today(String criterion, String patient, String... events) {
    return WrittenStudy.of(folder, List.of(criterion), List.of(patient), events)
        .judged("1", START)
        .getFirst();
  }

  @Test
  void withoutFactsOrCriteriaNothingIsJudged() {
    WrittenStudy study =
        WrittenStudy.of(
            folder, List.of("adult: age at start >= 18"), List.of("1,1950-01-01,,,,,,,,"));
    assertThat(study.judged("1", START)).hasSize(1);
    assertThat(new Eligibility().advise(study.protocol(), Timeline.of("1"), START)).isEmpty();
    assertThat(new Eligibility().advise(LetterProtocol.letter(), study.patient("1"), START))
        .isEmpty();
  }

  /// A start that is written down for a later day is not known on the day: the count of today
  /// decides, not that of the later start.
  @Test
  void laterStartIsNotKnownYet() {
    WrittenStudy study =
        WrittenStudy.of(
            folder,
            List.of("low: {require: platelets < 30, at: start, within: 14 days}"),
            List.of("1,,,1994-05-30,,,,,,"),
            "1,1994-04-10,platelets,20",
            "1,1994-05-30,platelets,40");
    assertThat(study.judged("1", START))
        .containsExactly(
            "low PASS: platelets at start < 30 ×10⁹/L: platelets 20 ×10⁹/L on 1994-04-10");
    assertThat(study.judged("1", LocalDate.of(1994, 5, 29)))
        .containsExactly(
            "low UNKNOWN: platelets at start < 30 ×10⁹/L: no platelets in the 14 days before start;"
                + " unknown because platelets at start is missing");
    for (int day = 30; day <= 31; day++) {
      assertThat(study.judged("1", LocalDate.of(1994, 5, day)))
          .containsExactly(
              "low FAIL: platelets at start < 30 ×10⁹/L: platelets 40 ×10⁹/L on 1994-05-30");
    }
  }

  @Test
  void measurementOnAnotherDayThanTheStart() {
    assertThat(
            today(
                "low: {require: platelets < 30, at: diagnosed, within: 14 days}",
                "1,,1990-01-10,,,,,,,",
                "1,1990-01-05,platelets,20",
                "1,1994-04-12,platelets,40"))
        .isEqualTo(
            "low PASS: platelets at diagnosed < 30 ×10⁹/L: platelets 20 ×10⁹/L on 1990-01-05");
  }

  /// Below a limit of detection: what the limit decides is told, no more.
  @ParameterizedTest
  @CsvSource({"<, 5, PASS", "<, 30, PASS", "<, 4, UNKNOWN", ">=, 5, FAIL", ">=, 4, UNKNOWN"})
  void countBelowDetection(String relation, String limit, String verdict) {
    assertThat(
            today(
                "low: {require: platelets "
                    + relation
                    + " "
                    + limit
                    + ", at: start, within: 14 days}",
                "1,,,,,,,,,",
                "1,1994-04-10,platelets,<5"))
        .startsWith("low " + verdict + ": ");
  }

  @Test
  void countIsTakenDigitByDigit() {
    assertThat(
            today(
                "low: {require: platelets < 30, at: start, within: 14 days}",
                "1,,,,,,,,,",
                "1,1994-04-10,platelets,29.99999999999999999"))
        .startsWith("low PASS");
    assertThat(
            today(
                "low: {require: platelets < 30, at: start, within: 14 days}",
                "1,,,,,,,,,",
                "1,1994-04-10,platelets,30.00000000000000001"))
        .startsWith("low FAIL");
  }

  /// Facts of who has not started are those of the table: numbers, words, dates known in part, and
  /// what is missing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "normal liver: alt <= 40 | 1,,,,,,,,,40 | PASS: alt <= 40 U/L: alt is 40",
        "normal liver: alt <= 40 | 1,,,,,,,,,41 | FAIL: alt <= 40 U/L: alt is 41",
        "normal liver: alt <= 40 | 1,,,,,,,,, | UNKNOWN: alt <= 40 U/L: alt is missing; unknown because alt is missing",
        "normal liver: alt <= 40 | 1,,,,,,,,,40.00000000000000001 | FAIL: alt <= 40 U/L: alt is 40.00000000000000001",
        "normal liver: alt <= 40 | 1,,,,,,,,,<5 | PASS: alt <= 40 U/L: alt is <5",
        "normal liver: alt <= 4 | 1,,,,,,,,,<5 | UNKNOWN: alt <= 4 U/L: alt is <5; unknown because alt is below its limit of detection",
        "normal liver: alt <= 4 | 1,,,,,,,,,>500 | FAIL: alt <= 4 U/L: alt is >500",
        "no infection: hp is no | 1,,,,,,no,,, | PASS: not hp: hp is no",
        "no infection: hp is no | 1,,,,,,yes,,, | FAIL: not hp: hp is yes",
        "no infection: hp is no | 1,,,,,,,,, | UNKNOWN: not hp: hp is missing; unknown because hp is missing",
        "itp: diagnosis is ITP | 1,,,,ITP,,,,, | PASS: diagnosis is ITP: diagnosis is ITP",
        "itp: diagnosis is ITP | 1,,,,other,,,,, | FAIL: diagnosis is ITP: diagnosis is other",
        "pretreated: count of prior except Sple >= 2 | 1,,,,,\"P,G,Sple\",,,, | PASS: count of prior except Sple >= 2: count of prior except Sple is 2 (P, G, Sple)",
        "pretreated: count of prior except Sple >= 2 | 1,,,,,\"P,Sple\",,,, | FAIL: count of prior except Sple >= 2: count of prior except Sple is 1 (P, Sple)",
        "pretreated: count of prior except Sple >= 2 | 1,,,,,,,,, | UNKNOWN: count of prior except Sple >= 2: count of prior except Sple is missing; unknown because prior is missing",
        "ill: count of (fever, pain) >= 1 | 1,,,,,,,yes,no, | PASS: count of fever pain >= 1: count of fever pain is 1",
        "ill: count of (fever, pain) >= 1 | 1,,,,,,,no,no, | FAIL: count of fever pain >= 1: count of fever pain is 0",
        "chronic: start >= diagnosed + 6 months | 1,,1993-10-12,,,,,,, | PASS: start >= diagnosed + 6 months: start is 1994-04-12; diagnosed is 1993-10-12",
        "chronic: start >= diagnosed + 6 months | 1,,1993-10-13,,,,,,, | FAIL: start >= diagnosed + 6 months: start is 1994-04-12; diagnosed is 1993-10-13",
        "chronic: start >= diagnosed + 6 months | 1,,1993-09,,,,,,, | PASS: start >= diagnosed + 6 months: start is 1994-04-12; diagnosed is 1993-09-01 or later",
        "adult: age at start >= 18 | 1,1976-04-12,,,,,,,, | PASS: age at start >= 18 years: age at start is 18 (born 1976-04-12)",
        "adult: age at start >= 18 | 1,1976-04-13,,,,,,,, | FAIL: age at start >= 18 years: age at start is 17 (born 1976-04-13)",
        "adult: age at start >= 18 | 1,,,,,,,,, | UNKNOWN: age at start >= 18 years: age at start is missing; unknown because birth is missing"
      })
  void factsOfWhoHasNotStarted(String criterion, String patient, String expected) {
    String name = criterion.substring(0, criterion.indexOf(':'));
    assertThat(today(criterion.contains("(") ? quoted(criterion) : criterion, patient))
        .isEqualTo(name + " " + expected);
  }

  private static String quoted(String criterion) {
    return criterion.replaceFirst(": (.*)$", ": \"$1\"");
  }
}
