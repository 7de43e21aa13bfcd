// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.reading.ClinicData;
import casebook.clinic.worklist.WorkList;
import casebook.clinic.worklist.WorkPage;
import casebook.clinic.worklist.WorkQuestion;
import casebook.study.language.Study;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// `casebook due STUDY --on DATE`: what is to be done for all patients on a day.
final class Due implements Command {
  private static final Option DAY =
      new Option("on", "DATE", "the day; nothing after it is looked at");
  private static final Option AHEAD =
      new Option("ahead", "DAYS", "list visits that are coming in so many days (default: 14)");
  private static final Option WHY =
      new Option("why", "", "say what each item rests on, in a sentence");

  @Override
  public String name() {
    return "due";
  }

  @Override
  public String summary() {
    return "list what is to be done for all patients on a day";
  }

  @Override
  public String words() {
    return "STUDY";
  }

  @Override
  public String details() {
    return """
    The work list of a morning: doses to change, treatments to start, what is overdue, what is
    in its window, warnings, what cannot be told and what is missing for it, what is coming.
    A starting dose is listed only where every criterion of eligibility is met. `casebook
    advise` shows all that is known of one patient. For research; a clinician decides.

    example: casebook due study.yaml --on 1995-02-01\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(DAY, AHEAD, WHY, Option.DATA, Option.JSON);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    LocalDate day =
        arguments
            .option(DAY)
            .map(RunSettings::day)
            .orElseThrow(() -> new CommandLineException("Name the day: --on 2026-03-31."));
    int ahead = ahead(arguments);
    Studies studies = Studies.begin(arguments, terminal);
    Optional<Study> study = studies.study();
    Optional<Protocol> protocol = study.flatMap(studies::protocol);
    Optional<ClinicData> data = study.flatMap(it -> studies.clinic(it, arguments));
    int code = studies.tell();
    if (code != ExitCode.DONE || protocol.isEmpty() || data.isEmpty()) {
      return code;
    }
    WorkQuestion question = new WorkQuestion(protocol.get(), day, ahead, arguments.has(WHY));
    WorkPage page =
        new WorkPage(
            studies.file().name(),
            data.get().events().map(it -> it.file()).orElse(""),
            WorkList.of(question, data.get().timelines()));
    terminal.out().print(arguments.has(Option.JSON) ? WorkJson.of(page) : page.text());
    return ExitCode.DONE;
  }

  private static int ahead(Arguments arguments) {
    long days = RunSettings.whole(arguments, AHEAD, 0, WorkQuestion.AHEAD);
    return (int) Math.min(days, 36_525);
  }
}
