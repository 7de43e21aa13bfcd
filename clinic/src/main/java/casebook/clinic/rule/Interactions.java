// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.interaction.Interaction;
import casebook.clinic.interaction.Interaction.Effect;
import casebook.clinic.interaction.InteractionList;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment.CoMedicationRule;
import casebook.clinic.protocol.Treatment.LevelAfter;
import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.clinic.protocol.Treatment.Stance;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.CoMedication;
import casebook.clinic.rule.Advice.Because;
import casebook.clinic.rule.Advice.Days;
import casebook.clinic.rule.Advice.Status;
import casebook.study.problem.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What other drugs and foods mean while the drug is taken: what the protocol says to them, what
/// labels and papers say beside it, and a level after those that change it start or stop.
///
/// What neither the protocol nor the list knows is said to be unknown, never to be harmless. The
/// eradication of *Helicobacter pylori* is given before or after the drug, as its usual course
/// holds clarithromycin, which raises the level.
public record Interactions() implements Rule {
  private static final LevelAfter USUAL = new LevelAfter(5, 7);
  private static final String DRUG = "cyclosporine";

  @Override
  public List<Advice> advise(PatientDay day) {
    List<CoMedication> others = day.patient().all(CoMedication.class);
    return others.isEmpty() ? List.of() : advise(day.protocol(), others, day.now());
  }

  private static List<Advice> advise(Protocol protocol, List<CoMedication> others, DoseOnDay now) {
    List<Advice> advice = new ArrayList<>();
    for (CoMedication other : others) {
      Optional<CoMedicationRule> rule = rule(protocol, other);
      List<Interaction> known = known(now, other.name());
      if (now.dose().isPresent() && other.on(now.day())) {
        rule.ifPresent(it -> said(it, other, advice));
        known.forEach(it -> advice.add(warned(protocol, it, other)));
        if (known.isEmpty() && rule.isEmpty()) {
          advice.add(unknown(protocol, other));
        }
      }
      if (now.dose().isPresent()) {
        after(rule, known).ifPresent(level -> levels(protocol, other, level, now, advice));
      }
    }
    return advice;
  }

  private static Optional<CoMedicationRule> rule(Protocol protocol, CoMedication other) {
    return protocol.treatment().coMedication().stream()
        .filter(it -> it.name().equalsIgnoreCase(other.name()))
        .findFirst();
  }

  private static List<Interaction> known(DoseOnDay now, String name) {
    boolean cyclosporine =
        now.dosing().drug().equalsIgnoreCase(DRUG)
            || now.dosing().drug().equalsIgnoreCase("ciclosporin");
    return cyclosporine ? InteractionList.cyclosporine().find(name) : List.of();
  }

  /// The names of what is taken on the day and changes the level.
  static List<String> changing(DoseOnDay now) {
    return now.patient().all(CoMedication.class).stream()
        .filter(it -> it.on(now.day()))
        .map(CoMedication::name)
        .filter(name -> known(now, name).stream().anyMatch(it -> it.effect().changesLevel()))
        .distinct()
        .toList();
  }

  private static void said(CoMedicationRule rule, CoMedication other, List<Advice> advice) {
    String since = other.name() + " since " + other.day();
    switch (rule.stance()) {
      case PERMITTED -> note(rule, other, since + ": the protocol permits it.", advice);
      case NOTE -> note(rule, other, since + ": the protocol asks to note it.", advice);
      case NOT_PERMITTED -> warn(rule, other, since + ": the protocol does not permit it.", advice);
      case BEFORE_OR_AFTER ->
          warn(
              rule,
              other,
              since
                  + ": the protocol gives it before or after the drug, not together with it; if it"
                  + " cannot wait, measure a level.",
              advice);
    }
  }

  private static void note(
      CoMedicationRule rule, CoMedication other, String text, List<Advice> advice) {
    advice.add(new Advice.Note(text, Because.of(rule.at(), List.of(other), text)));
  }

  private static void warn(
      CoMedicationRule rule, CoMedication other, String text, List<Advice> advice) {
    advice.add(new Advice.Warning(text, "protocol", Because.of(rule.at(), List.of(other), text)));
  }

  private static Advice warned(Protocol protocol, Interaction known, CoMedication other) {
    String name =
        other.name().equalsIgnoreCase(known.name())
            ? other.name()
            : other.name() + " (" + known.name() + ")";
    String text = name + " " + known.effect().words() + ": " + known.words() + ".";
    return new Advice.Warning(text, known.source(), Because.of(at(protocol), List.of(other), text));
  }

  private static Span at(Protocol protocol) {
    return protocol.treatment().at();
  }

  private static Advice unknown(Protocol protocol, CoMedication other) {
    String sentence =
        other.name()
            + " is neither in the protocol nor in the list of interactions; that says nothing of"
            + " whether it interacts.";
    return new Advice.CannotTell(
        "whether " + other.name() + " interacts",
        other.name() + " in the list of interactions",
        Because.of(at(protocol), List.of(other), sentence));
  }

  /// The days after a start or stop on which a level is to be measured.
  private static Optional<LevelAfter> after(
      Optional<CoMedicationRule> rule, List<Interaction> known) {
    Optional<LevelAfter> declared = rule.flatMap(CoMedicationRule::then);
    boolean changes = known.stream().map(Interaction::effect).anyMatch(Effect::changesLevel);
    boolean together = rule.filter(it -> it.stance() == Stance.BEFORE_OR_AFTER).isPresent();
    return declared.or(() -> changes || together ? Optional.of(USUAL) : Optional.empty());
  }

  private static void levels(
      Protocol protocol, CoMedication other, LevelAfter after, DoseOnDay now, List<Advice> advice) {
    Optional<LevelWindow> level = protocol.treatment().level();
    if (level.isPresent()) {
      level(level.get(), other, other.day(), "start", after, now).ifPresent(advice::add);
      other
          .until()
          .flatMap(last -> level(level.get(), other, last, "stop", after, now))
          .ifPresent(advice::add);
    }
  }

  /// The level after a start or stop, from its day until it is measured or the next one is due.
  private static Optional<Advice> level(
      LevelWindow level,
      CoMedication other,
      LocalDate day,
      String what,
      LevelAfter after,
      DoseOnDay now) {
    Days window = new Days(day.plusDays(after.fromDays()), day.plusDays(after.toDays()));
    LocalDate start = now.start().orElseThrow();
    boolean measured =
        now.patient()
            .latest(level.measure(), now.day())
            .filter(it -> !it.day().isBefore(window.first()))
            .isPresent();
    if (now.day().isBefore(day) || day.isBefore(start) || measured) {
      return Optional.empty();
    }
    Status status =
        now.day().isBefore(window.first())
            ? Status.COMING
            : window.contains(now.day()) ? Status.IN_WINDOW : Status.OVERDUE;
    String sentence =
        "A level "
            + after.fromDays()
            + " to "
            + after.toDays()
            + " days after the "
            + what
            + " of "
            + other.name()
            + " on "
            + day
            + ": from "
            + window.first()
            + " to "
            + window.last()
            + ".";
    return Optional.of(
        new Advice.TestDue(
            "level after " + other.name(),
            List.of(level.measure()),
            window.first(),
            window,
            status,
            Because.of(level.at(), List.<Event>of(other), sentence)));
  }
}
