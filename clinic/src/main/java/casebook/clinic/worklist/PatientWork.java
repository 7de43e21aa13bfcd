// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Event;
import casebook.clinic.record.Timeline;
import casebook.clinic.rule.Advice;
import casebook.clinic.rule.Advice.Status;
import casebook.clinic.rule.Advice.Verdict;
import casebook.clinic.rule.AdviceWords;
import casebook.clinic.rule.Rules;
import casebook.clinic.worklist.WorkItem.Group;
import casebook.clinic.worklist.WorkItem.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is to be done for one patient on a day.
///
/// An advised dose that the patient takes already is no work, nor is a stop of what is not taken.
/// Criteria of eligibility concern who is not treated: a starting dose is listed only where every
/// criterion is met. What is merely to be known (notes, the state of the response) stands on the
/// page of the patient. A dose always says what it rests on.
final class PatientWork {
  private final WorkQuestion question;
  private final Timeline patient;
  private final boolean treated;
  private final Optional<Event.Dose> dose;
  private final List<WorkItem> items = new ArrayList<>();

  private PatientWork(WorkQuestion question, Timeline patient) {
    this.question = question;
    this.patient = patient;
    String drug = question.protocol().treatment().dosing().drug();
    LocalDate day = question.day();
    treated = treated(question, patient);
    dose = patient.exposure(drug, day);
  }

  /// Says whether treatment had begun by the day; of who is treated only the events are asked.
  static boolean treated(WorkQuestion question, Timeline patient) {
    String drug = question.protocol().treatment().dosing().drug();
    return patient.start(drug).filter(it -> !it.isAfter(question.day())).isPresent();
  }

  /// The work for a patient; nothing for one who has died.
  static List<WorkItem> of(WorkQuestion question, Timeline patient) {
    Protocol protocol = question.protocol();
    PatientWork work = new PatientWork(question, patient);
    List<Advice> advice =
        work.treated
            ? Rules.adviseTreated(protocol, patient, question.day())
            : Rules.advise(protocol, patient, question.day());
    List<Advice.Eligible> open = work.treated ? List.of() : open(advice);
    if (open.stream().anyMatch(it -> it.verdict() == Verdict.FAIL)) {
      work.criteria(open, Verdict.FAIL, Group.NOT_ELIGIBLE, "not met: ");
      return work.items;
    }
    if (!open.isEmpty()) {
      work.criteria(open, Verdict.UNKNOWN, Group.CANNOT_TELL, "eligibility: ");
    }
    advice.forEach(it -> work.add(it, open.isEmpty()));
    return work.items;
  }

  private static List<Advice.Eligible> open(List<Advice> advice) {
    List<Advice.Eligible> open = new ArrayList<>();
    for (Advice one : advice) {
      if (one instanceof Advice.Eligible it && it.verdict() != Verdict.PASS) {
        open.add(it);
      }
    }
    return open;
  }

  private void criteria(List<Advice.Eligible> open, Verdict verdict, Group group, String words) {
    List<Advice.Eligible> all = open.stream().filter(it -> it.verdict() == verdict).toList();
    String names = String.join(", ", all.stream().map(Advice.Eligible::criterion).toList());
    add(all.getFirst(), group, words + names, Optional.empty());
  }

  private void add(Advice advice, boolean eligible) {
    switch (advice) {
      case Advice.Dose it -> {
        boolean taken =
            dose.filter(now -> now.mgPerDay().compareTo(it.mgPerDay()) == 0).isPresent();
        if (!taken && eligible) {
          add(it, treated ? Group.DOSE : Group.START, AdviceWords.of(it), Optional.empty());
        }
      }
      case Advice.Stop it -> {
        if (dose.isPresent()) {
          add(it, Group.DOSE, AdviceWords.of(it), Optional.empty());
        }
      }
      case Advice.TestDue it -> due(it);
      case Advice.Warning it -> add(it, Group.WARNING, AdviceWords.of(it), Optional.empty());
      case Advice.CannotTell it -> add(it, Group.CANNOT_TELL, AdviceWords.of(it), Optional.empty());
      case Advice.Eligible it -> {}
      case Advice.Note it -> {}
      case Advice.State it -> {}
    }
  }

  private void due(Advice.TestDue it) {
    Group group =
        switch (it.status()) {
          case OVERDUE -> Group.OVERDUE;
          case IN_WINDOW -> Group.IN_WINDOW;
          case COMING -> Group.COMING;
        };
    boolean near = !it.due().isAfter(question.day().plusDays(question.ahead()));
    if (it.status() != Status.COMING || near) {
      Visit visit = new Visit(it.line(), it.measures(), it.due(), it.window());
      add(it, group, it.line() + ": " + String.join(", ", it.measures()), Optional.of(visit));
    }
  }

  private void add(Advice advice, Group group, String what, Optional<Visit> visit) {
    int line = advice.because().clause().line();
    boolean dose = group == Group.DOSE || group == Group.START;
    String why = dose || question.why() ? advice.because().sentence() : "";
    items.add(new WorkItem(patient.patient(), group, what, visit, line, why));
  }
}
