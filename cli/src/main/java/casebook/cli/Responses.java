// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.PublishedResponses;
import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.reading.ClinicData;
import casebook.clinic.record.Timeline;
import casebook.clinic.response.ResponseComparison;
import casebook.study.language.Study;
import casebook.study.problem.NearestWord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `casebook response STUDY --compare A,B`: the response of all patients, by one or more
/// definitions.
final class Responses implements Command {
  private static final String OWN = "this study";
  private static final Option COMPARE =
      new Option("compare", "LIST", "definitions: study, " + names(", "));
  private static final Option DAY =
      new Option("on", "DATE", "follow patients up to this day (default: all that is known)");

  private static String names(String between) {
    return String.join(between, PublishedResponses.NAMES);
  }

  @Override
  public String name() {
    return "response";
  }

  @Override
  public String summary() {
    return "say who responded, by one or more definitions";
  }

  @Override
  public String words() {
    return "STUDY";
  }

  @Override
  public String details() {
    return """
    Follows each treated patient's counts after the first dose: best response, days to it,
    loss, relapse, dependence on the drug. With several definitions it says who differs, and
    by which count. `study` is the definition of the study file.

    example: casebook response study.yaml --compare study,itp-iwg-2009\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(COMPARE, DAY, Option.DATA, Option.JSON);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    Optional<LocalDate> day = arguments.option(DAY).map(RunSettings::day);
    Studies studies = Studies.begin(arguments, terminal);
    Optional<Study> study = studies.study();
    Optional<Protocol> protocol = study.flatMap(studies::protocol);
    List<ResponseDefinition> definitions =
        protocol
            .map(it -> definitions(it, arguments.option(COMPARE).orElse("study")))
            .orElse(List.of());
    Optional<ClinicData> data = study.flatMap(it -> studies.clinic(it, arguments));
    int code = studies.tell();
    if (code != ExitCode.DONE || protocol.isEmpty() || data.isEmpty()) {
      return code;
    }
    List<Timeline> patients =
        data.get().timelines().stream().map(it -> day.map(it::until).orElse(it)).toList();
    ResponseComparison comparison =
        ResponseComparison.of(definitions, patients, protocol.get().treatment().dosing().drug());
    ResponseReport report = new ResponseReport(comparison);
    terminal.out().print(arguments.has(Option.JSON) ? report.json() : report.text());
    return ExitCode.DONE;
  }

  private static List<ResponseDefinition> definitions(Protocol protocol, String list) {
    List<ResponseDefinition> definitions = new ArrayList<>();
    for (String word : list.split(",", -1)) {
      String name = word.strip();
      Optional<ResponseDefinition> found =
          name.equals("study") || name.equals(OWN)
              ? protocol.response()
              : PublishedResponses.find(name);
      definitions.add(found.orElseThrow(() -> unknown(name)));
    }
    return definitions;
  }

  private static CommandLineException unknown(String name) {
    if (name.equals("study")) {
      return new CommandLineException(
          "The study file has no `response`; `casebook help response` says how to write it.");
    }
    String nearest = NearestWord.question(name, PublishedResponses.NAMES);
    return new CommandLineException(
        ("There is no definition of response `"
                + name
                + "`; there are study, "
                + names(", ")
                + ". "
                + nearest)
            .strip());
  }
}
