// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Event;
import casebook.clinic.record.Timeline;
import casebook.clinic.rule.Advice.Because;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Every rule there is, in the order in which its advice is shown.
public final class Rules {
  /// All rules.
  public static final List<Rule> ALL =
      List.of(
          new Eligibility(),
          new StageDose(),
          new TroughWindow(),
          new Toxicity(),
          new Holds(),
          new TreatmentEnd(),
          new Interactions(),
          new Monitoring(),
          new Forecast(),
          new ResponseState());

  /// What concerns who is treated: all but eligibility.
  private static final List<Rule> TREATED =
      ALL.stream().filter(it -> !(it instanceof Eligibility)).toList();

  /// Few patients have more advice of a day.
  private static final int MANY = 32;

  private Rules() {}

  /// What all rules say for a day. Nothing after the day is looked at; after death nothing is
  /// advised.
  public static List<Advice> advise(Protocol protocol, Timeline patient, LocalDate today) {
    return advise(protocol, patient, today, ALL);
  }

  /// The same for who is treated, without the criteria of eligibility: only events are asked, none
  /// of the patient's facts.
  public static List<Advice> adviseTreated(Protocol protocol, Timeline patient, LocalDate today) {
    return advise(protocol, patient, today, TREATED);
  }

  private static List<Advice> advise(
      Protocol protocol, Timeline patient, LocalDate today, List<Rule> rules) {
    Timeline known = patient.until(today);
    Optional<Event.Death> death = known.death();
    if (death.isPresent()) {
      String sentence = "The patient died on " + death.get().day() + "; nothing is advised.";
      return List.of(
          new Advice.Note(
              sentence, Because.of(protocol.treatment().at(), List.of(death.get()), sentence)));
    }
    List<Advice> all = new ArrayList<>(MANY);
    PatientDay day = new PatientDay(protocol, known, today);
    for (Rule rule : rules) {
      all.addAll(rule.advise(day));
    }
    return Collections.unmodifiableList(all);
  }
}
