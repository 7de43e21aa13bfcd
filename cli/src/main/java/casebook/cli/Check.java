// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.analysis.Statements;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `casebook check STUDY`: what must be mended in the study file, and in its data when they are
/// there.
final class Check implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "say what must be mended in a study file and its data";
  }

  @Override
  public String words() {
    return "STUDY";
  }

  @Override
  public String details() {
    return """
    Lists every problem with its place and what to do. The data are read too when they
    are there. Ends with 0 when nothing must be mended, 2 for the study file, 3 for data.

    example: casebook check studies/anti-protein-s/study.yaml\
    """;
  }

  @Override
  public List<Option> options() {
    return Stream.concat(Stream.of(Option.DATA), RunSettings.OPTIONS.stream()).toList();
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    Studies studies = Studies.begin(arguments, terminal);
    Optional<Study> study = studies.study();
    Optional<Cohort> cohort = Optional.empty();
    boolean there = false;
    if (study.isPresent()) {
      Settings settings = RunSettings.of(arguments, study.get().heading().report());
      there = studies.dataThere(study.get(), arguments);
      if (there) {
        cohort = studies.cohort(study.get(), arguments, settings);
      }
    }
    cohort.map(Statements::notBorneOut).ifPresent(studies.problems()::addAll);
    int code = studies.tell();
    if (code == ExitCode.DONE) {
      terminal.out().println(verdict(studies, there, cohort));
    }
    return code;
  }

  private static String verdict(Studies studies, boolean there, Optional<Cohort> cohort) {
    String name = studies.file().path().toString();
    if (!there) {
      return name + ": nothing to mend; its data are not there yet.";
    }
    return name
        + ": nothing to mend; "
        + cohort
            .map(found -> found.table().rows() + " rows, " + found.rows().size() + " in the study.")
            .orElseThrow();
  }
}
