// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.cli.Studies.Followed;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import casebook.study.render.Renderer;
import casebook.study.render.Renderer.OutputFile;
import casebook.study.render.Renderers;
import casebook.study.run.ResultFolder;
import casebook.study.run.StudyResult;
import casebook.study.run.StudyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `casebook run STUDY`: from study file and data to the paper.
final class Run implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "write the paper: tables, figures, report.html";
  }

  @Override
  public String words() {
    return "STUDY";
  }

  @Override
  public String details() {
    return """
    Reads the study file and its data and writes report.html, findings.json, tables/,
    figures/, queries.csv, analysis.csv and codebook.csv into the result folder; with
    --format also the paper as a Word file, as a PDF, or its tables as a workbook. Ends
    with 0 when done, 2 when the study file must be mended, 3 when the data must.

    example: casebook run studies/anti-protein-s/study.yaml --format docx --out out\
    """;
  }

  @Override
  public List<Option> options() {
    return Stream.concat(
            Stream.of(Option.OUT, Option.FORMAT, Option.DATA), RunSettings.OPTIONS.stream())
        .toList();
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    List<Renderer> renderers = Renderers.with(RunSettings.formats(arguments));
    RehearsedNumbers.begin();
    Studies studies = Studies.begin(arguments, terminal);
    refuseForeign(out(arguments));
    Optional<Study> study = studies.study();
    if (study.isEmpty()) {
      return studies.tell();
    }
    Settings settings = RunSettings.of(arguments, study.get().heading().report());
    Optional<Followed> followed = studies.followed(study.get(), arguments, settings);
    int code = studies.tell();
    if (code != ExitCode.DONE || followed.isEmpty()) {
      return code;
    }
    return paper(studies, renderers, followed.get(), settings, arguments);
  }

  /// Computes and writes, unless the data file was replaced meanwhile.
  static int paper(
      Studies studies,
      List<Renderer> renderers,
      Followed followed,
      Settings settings,
      Arguments arguments) {
    StudyRun run =
        studies.run().withRenderers(renderers).withAnalyses(Studies.analyses(followed.timelines()));
    StudyResult result = run.paper(followed.cohort(), studies.problems(), settings);
    Optional<Problem> replaced = studies.replaced(followed.cohort(), arguments);
    if (replaced.isPresent()) {
      studies.terminal().problems(List.of(replaced.get()), Map.of());
      return ExitCode.DATA;
    }
    Path out = out(arguments);
    write(out, result);
    result.files().stream()
        .map(OutputFile::path)
        .filter(path -> path.startsWith("report."))
        .forEach(path -> studies.terminal().out().println(out.resolve(path)));
    return ExitCode.DONE;
  }

  private static Path out(Arguments arguments) {
    return Path.of(arguments.option(Option.OUT).orElse("out"));
  }

  private static void refuseForeign(Path out) {
    try {
      if (!ResultFolder.free(out)) {
        throw new CommandLineException(
            out
                + " exists and holds no results of Casebook; results replace the whole folder. Name"
                + " another folder with --out.");
      }
    } catch (IOException unreadable) {
      throw new EnvironmentException(out + " cannot be read.");
    }
  }

  private static void write(Path out, StudyResult result) {
    try {
      ResultFolder.write(out, result.files());
    } catch (IOException failed) {
      throw new EnvironmentException(
          "the results cannot be written to " + out + ": is there space, and may you write there?");
    }
  }
}
