// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.change.Changes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `casebook diff BEFORE AFTER`: which numbers changed between two runs, and what changed them; or
/// what changed between two study files, and for whom.
final class Diff implements Command {
  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String summary() {
    return "say what changed between two runs or two study files";
  }

  @Override
  public String words() {
    return "BEFORE AFTER";
  }

  @Override
  public String details() {
    return """
    Takes two result folders. Lists every number that changed, appeared or vanished, and
    whether the data, the study file, the methods or the version changed it. Or takes two
    study files: says part by part what the later one says otherwise, and with the data of
    the earlier one (or of --data) which patients would be judged, graded or advised
    otherwise. Ends with 0 whether or not something changed.

    example: casebook diff first second
    example: casebook diff study.yaml amended.yaml\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(Option.DATA, Option.JSON);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    List<String> words = arguments.words();
    if (words.size() != 2) {
      throw new CommandLineException(
          "diff takes two result folders or two study files: the earlier, the later.");
    }
    Path before = Path.of(words.get(0));
    Path after = Path.of(words.get(1));
    boolean file = Files.isRegularFile(before);
    if (file != Files.isRegularFile(after)) {
      throw new CommandLineException(
          "diff compares like with like, and "
              + (file ? before : after)
              + " is a file. Name two result folders, or two study files.");
    }
    if (file) {
      return new StudyDiff(StudyDiff.at(before), StudyDiff.at(after)).run(arguments, terminal);
    }
    Changes changes = Changes.between(Results.read(before), Results.read(after));
    ChangesText text = new ChangesText(changes);
    terminal
        .out()
        .print(
            arguments.has(Option.JSON)
                ? ChangesJson.of(changes)
                : text.of(before.toString(), after.toString()));
    return ExitCode.DONE;
  }
}
