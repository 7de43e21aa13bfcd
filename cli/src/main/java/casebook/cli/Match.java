// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.cohort.Cohort;
import casebook.study.cohort.MadeSets;
import casebook.study.cohort.SetMaking;
import casebook.study.finding.Settings;
import casebook.study.language.Selection.Matching;
import casebook.study.language.Study;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// `casebook match STUDY`: gives cases their controls by the rule that the study declares.
final class Match implements Command {
  @Override
  public String name() {
    return "match";
  }

  @Override
  public String summary() {
    return "give cases their controls by the declared matching rule";
  }

  @Override
  public String words() {
    return "STUDY";
  }

  @Override
  public String details() {
    return """
    Makes matched sets by `matching:` of the study file: equal where it says `same`, within
    the distance otherwise. As many cases as can be get a first control, then a second,
    the closest in all; each control is used once; the seed settles equal choices. Writes
    everybody in a set with the number of the set; no file is ever overwritten.

    example: casebook match studies/anti-protein-s/study.yaml --to matched.csv\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.TO, Option.CONTROLS, Option.GREEDY, Option.SEED, Option.DATA, Option.JSON);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    int controls = (int) Math.min(1000, RunSettings.whole(arguments, Option.CONTROLS, 1, 1));
    Path to = Path.of(arguments.option(Option.TO).orElse("matched.csv"));
    if (Files.exists(to)) {
      throw exists(to);
    }
    Studies studies = Studies.begin(arguments, terminal);
    Optional<Study> study = studies.study();
    if (study.isEmpty()) {
      return studies.tell();
    }
    Matching rule = rule(study.get());
    Settings settings = RunSettings.of(arguments, study.get().heading().report());
    Optional<Cohort> cohort = studies.cohort(study.get(), arguments, settings);
    int code = studies.tell();
    if (code != ExitCode.DONE || cohort.isEmpty()) {
      return code;
    }
    SetMaking making = new SetMaking(controls, arguments.has(Option.GREEDY), settings.seed());
    MadeSets made = making.make(cohort.get(), rule);
    write(to, made.csv(cohort.get()));
    MatchReport report = new MatchReport(cohort.get(), rule, making, made, to.toString());
    terminal.out().print(arguments.has(Option.JSON) ? report.json() : report.text());
    return ExitCode.DONE;
  }

  private static Matching rule(Study study) {
    return study
        .selection()
        .matching()
        .filter(it -> !it.exact().isEmpty() || !it.within().isEmpty())
        .orElseThrow(() ->
            new CommandLineException(
                "The study declares no matching rule. Write, for example, `matching: {kind:"
                    + " individual, sex: same, age: within 5 years}`."));
  }

  private static CommandLineException exists(Path to) {
    return new CommandLineException(
        to + " exists and is not overwritten; name another file with --to.");
  }

  private static void write(Path to, byte[] bytes) {
    try {
      Files.write(to, bytes, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw exists(to);
    } catch (IOException failed) {
      throw new EnvironmentException(to + " cannot be written.");
    }
  }
}
