// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.data.Sheet;
import casebook.study.draft.StudyDraft;
import casebook.study.problem.Checked;
import casebook.study.source.Sheets;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/// `casebook new DATA`: a first study file beside a table.
final class New implements Command {
  @Override
  public String name() {
    return "new";
  }

  @Override
  public String summary() {
    return "write a first study file from a table (.csv, .xlsx)";
  }

  @Override
  public String words() {
    return "DATA";
  }

  @Override
  public String details() {
    return """
    Writes study.yaml beside the data, with types, codes and units guessed from the
    cells and every guess marked. An existing study.yaml is never overwritten.

    example: casebook new patients.csv\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    Path data = Path.of(arguments.onlyWord("a table, .csv or .xlsx"));
    Checked<Sheet> sheet = Sheets.read(data);
    terminal.problems(sheet.problems(), Map.of());
    if (sheet.value().isEmpty()) {
      return ExitCode.DATA;
    }
    Path study = data.resolveSibling("study.yaml");
    try {
      Files.writeString(study, StudyDraft.of(sheet.value().get()), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw new CommandLineException(
          study + " exists and is not overwritten; move it away or work in another folder.");
    } catch (IOException failed) {
      throw new EnvironmentException(study + " cannot be written.");
    }
    terminal
        .out()
        .println(study + " is written; look at each guess, then: casebook check " + study);
    return ExitCode.DONE;
  }
}
