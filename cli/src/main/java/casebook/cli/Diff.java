// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.change.Changes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `casebook diff DIR DIR`: which numbers changed between two runs, and what changed them.
final class Diff implements Command {
  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String summary() {
    return "say which numbers changed between two runs, and why";
  }

  @Override
  public String words() {
    return "BEFORE AFTER";
  }

  @Override
  public String details() {
    return """
    Takes two result folders. Lists every number that changed, appeared or vanished, and
    whether the data, the study file, the methods or the version changed it. Ends with 0
    whether or not something changed.

    example: casebook diff first second\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(Option.JSON);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    List<String> words = arguments.words();
    if (words.size() != 2) {
      throw new CommandLineException("diff takes two result folders: the earlier, the later.");
    }
    Path before = Path.of(words.get(0));
    Path after = Path.of(words.get(1));
    refuseFiles(before, after);
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

  private static void refuseFiles(Path before, Path after) {
    boolean first = Files.isRegularFile(before);
    boolean second = Files.isRegularFile(after);
    if (first && second) {
      throw new CommandLineException(
          "diff compares result folders, not files; two study files can be compared once there are"
              + " treatment studies. Run both and name the two folders.");
    }
    if (first || second) {
      throw new CommandLineException(
          "diff compares like with like, and "
              + (first ? before : after)
              + " is a file. Name two result folders.");
    }
  }
}
