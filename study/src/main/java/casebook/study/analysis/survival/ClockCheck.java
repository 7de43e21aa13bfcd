// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Names;
import casebook.study.language.Study;
import casebook.study.problem.Problems;
import java.util.Optional;
import java.util.function.Predicate;

/// What is wrong with times and events in the light of the study.
///
/// @param clock what was said
/// @param study what the file says
record ClockCheck(Clock clock, Study study) {
  /// The code of a variable that cannot be a time, a day or an event.
  static final String NOT_A_TIME = "study/not-a-time";

  void problems(Problems problems) {
    clock.time().ifPresent(it -> time(it, problems));
    clock.from().ifPresent(it -> day(it, problems));
    clock.to().ifPresent(it -> day(it, problems));
    clock.event().ifPresent(it -> event(it, problems));
    clock.died().ifPresent(it -> event(it, problems));
    lastContact(problems);
    death(problems);
  }

  private void time(Clause name, Problems problems) {
    known(name, SurvivalName::isNumber, "is not a number of months, say", problems)
        .filter(it -> it.type() instanceof Dictionary.Type.Measure)
        .ifPresent(it -> {
          var unit = ((Dictionary.Type.Measure) it.type()).unit();
          if (!unit.code().isEmpty() && TimeUnit.of(unit).isEmpty()) {
            problems.error(
                NOT_A_TIME,
                name.wordsAt(),
                "`" + name.words() + "` is in " + unit.printed() + ", which is no unit of time.",
                "Name a number of days, weeks, months or years.");
          }
        });
    datesNeeded(clock.event(), problems);
    datesNeeded(clock.died(), problems);
  }

  /// Beside a number of months a day cannot be placed.
  private void datesNeeded(Optional<Clause> name, Problems problems) {
    name.flatMap(it -> SurvivalName.find(study, it.words()).filter(SurvivalName::isDate))
        .ifPresent(it ->
            problems.error(
                NOT_A_TIME,
                name.orElseThrow().wordsAt(),
                "`" + it.name() + "` is a date, but time is a number.",
                "Name a variable with yes and no, or count from a date: `from: ...`."));
  }

  private void day(Clause name, Problems problems) {
    known(name, SurvivalName::isDate, "is not a date", problems);
  }

  private void event(Clause name, Problems problems) {
    known(name, SurvivalName::canHappen, "is neither yes/no nor a date", problems);
  }

  private Optional<SurvivalName> known(
      Clause name, Predicate<SurvivalName> fits, String what, Problems problems) {
    Optional<SurvivalName> found = SurvivalName.find(study, name.words());
    if (found.isEmpty()) {
      problems.add(Names.of(study).unknown(name.words(), name.wordsAt()));
    } else if (!fits.test(found.get())) {
      problems.error(
          NOT_A_TIME,
          name.wordsAt(),
          "`" + name.words() + "` " + what + ".",
          "Name another variable, or derive one.");
    }
    return found.filter(fits);
  }

  private void lastContact(Problems problems) {
    boolean dates = clock.from().isPresent() && clock.to().isEmpty();
    if (dates && SurvivalName.find(study, Clock.LAST_CONTACT).isEmpty()) {
      problems.error(
          "study/no-last-contact",
          clock.at(),
          "Nothing says until when people were observed.",
          "Write `to:` with the date of the last contact.");
    }
  }

  /// Whoever knows of deaths must say what they do to another event.
  private void death(Problems problems) {
    boolean known = SurvivalName.find(study, clock.deaths()).isPresent();
    boolean itself = clock.event().filter(it -> it.words().equals(clock.deaths())).isPresent();
    if (clock.event().isPresent() && known && !itself && clock.death().isEmpty()) {
      problems.error(
          "study/death-unsaid",
          clock.at(),
          "`" + clock.deaths() + "` says who died, but not what death does to the event.",
          "Write `death: censors`, `death: competes` or `death: is the event`.");
    }
    if (clock.death().isPresent() && !known) {
      problems.error(
          "study/no-deaths",
          clock.at(),
          "Nothing says who died, so that death can do nothing.",
          "Write `died:` with the variable that says it, or leave `death:` out.");
    }
  }
}
