// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.reading.ClinicData;
import casebook.clinic.record.Timeline;
import casebook.clinic.rule.AdvicePage;
import casebook.clinic.rule.Rules;
import casebook.study.language.Study;
import casebook.study.problem.NearestWord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// `casebook advise STUDY --patient ID --on DATE`: what the protocol says for a patient on a day.
final class Advise implements Command {
  private static final Option PATIENT = new Option("patient", "ID", "whom to advise on");
  private static final Option DAY =
      new Option("on", "DATE", "the day; nothing after it is looked at");

  @Override
  public String name() {
    return "advise";
  }

  @Override
  public String summary() {
    return "say what the protocol says for a patient on a day";
  }

  @Override
  public String words() {
    return "STUDY";
  }

  @Override
  public String details() {
    return """
    Applies `eligibility`, `treatment` and `response` of the study file to what had happened
    to the patient by the day. Everything shows the sentence of the protocol, the values with
    their dates and units, and what is missing where nothing can be said. For research; a
    clinician decides.

    example: casebook advise study.yaml --patient 4 --on 1995-02-01\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(PATIENT, DAY, Option.DATA, Option.JSON);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    String patient =
        arguments
            .option(PATIENT)
            .orElseThrow(() -> new CommandLineException("Name the patient: --patient ID."));
    LocalDate day =
        arguments
            .option(DAY)
            .map(RunSettings::day)
            .orElseThrow(() -> new CommandLineException("Name the day: --on 2026-03-31."));
    Studies studies = Studies.begin(arguments, terminal);
    Optional<Study> study = studies.study();
    Optional<Protocol> protocol = study.flatMap(studies::protocol);
    Optional<ClinicData> data = study.flatMap(it -> studies.clinic(it, arguments));
    int code = studies.tell();
    if (code != ExitCode.DONE || protocol.isEmpty() || data.isEmpty()) {
      return code;
    }
    Timeline timeline = data.get().find(patient).orElseThrow(() -> unknown(patient, data.get()));
    AdvicePage page =
        new AdvicePage(
            studies.file().name(),
            data.get().events().map(it -> it.file()).orElse(""),
            timeline,
            day,
            Rules.advise(protocol.get(), timeline, day));
    terminal.out().print(arguments.has(Option.JSON) ? AdviceJson.of(page) : page.text());
    return ExitCode.DONE;
  }

  private static CommandLineException unknown(String patient, ClinicData data) {
    List<String> ids = data.timelines().stream().map(Timeline::patient).toList();
    String nearest = NearestWord.question(patient, ids);
    return new CommandLineException(
        ("There is no patient `" + patient + "` among " + ids.size() + ". " + nearest).strip());
  }
}
