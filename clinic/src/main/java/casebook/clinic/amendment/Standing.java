// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.amendment;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.record.Timeline;
import casebook.clinic.response.ResponseCourse;
import casebook.clinic.rule.Advice;
import casebook.clinic.rule.Advice.Verdict;
import casebook.clinic.rule.AdviceWords;
import casebook.clinic.rule.Eligibility;
import casebook.clinic.rule.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a patient stands by one protocol on a day.
///
/// @param verdict whether the patient is eligible; empty: nothing is said of that
/// @param against the criteria that are not met, or where none is the criteria that cannot be told
/// @param response the course of the response; empty: it is not defined
/// @param advice what is said for the day beside eligibility and response, by what it concerns: the
///   dose, a line of the calendar, or the sentence itself
public record Standing(
    Optional<Verdict> verdict,
    List<String> against,
    Optional<ResponseCourse> response,
    SortedMap<String, String> advice) {
  public Standing {
    against = List.copyOf(against);
    advice = Collections.unmodifiableSortedMap(new TreeMap<>(advice));
  }

  /// The best response; empty where response is not defined or the patient was not treated.
  public Optional<Response> best() {
    return response.filter(it -> it.start().isPresent()).map(ResponseCourse::best);
  }

  /// Applies a protocol.
  ///
  /// @param patient the patient with the variables of the protocol's study file
  /// @param day nothing after it is looked at
  static Standing of(Protocol protocol, Timeline patient, LocalDate day) {
    Timeline known = patient.until(day);
    List<String> failed = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    boolean judged = false;
    // asked on its own, because after a death nothing is advised
    for (Advice advice : new Eligibility().advise(protocol, known, day)) {
      if (advice instanceof Advice.Eligible it) {
        judged = true;
        if (it.verdict() == Verdict.FAIL) {
          failed.add(it.criterion());
        } else if (it.verdict() == Verdict.UNKNOWN) {
          unknown.add(it.criterion());
        }
      }
    }
    Verdict verdict =
        !failed.isEmpty() ? Verdict.FAIL : !unknown.isEmpty() ? Verdict.UNKNOWN : Verdict.PASS;
    String drug = protocol.treatment().dosing().drug();
    return new Standing(
        judged ? Optional.of(verdict) : Optional.empty(),
        failed.isEmpty() ? unknown : failed,
        protocol.response().map(it -> ResponseCourse.of(it, known, drug)),
        said(Rules.advise(protocol, known, day)));
  }

  private static SortedMap<String, String> said(List<Advice> all) {
    SortedMap<String, String> said = new TreeMap<>();
    for (Advice advice : all) {
      String words = AdviceWords.of(advice);
      switch (advice) {
        case Advice.Eligible it -> {}
        case Advice.State it -> {}
        case Advice.Dose it -> said.merge("dose", words, (one, other) -> one + "; " + other);
        case Advice.Stop it -> said.merge("dose", words, (one, other) -> one + "; " + other);
        case Advice.TestDue it ->
            said.merge(
                it.line(),
                words.substring(it.line().length() + 2),
                (one, other) -> one + "; " + other);
        case Advice.Warning it -> said.put(words, "");
        case Advice.Note it -> said.put(words, "");
        case Advice.CannotTell it -> said.put(words, "");
      }
    }
    return said;
  }
}
