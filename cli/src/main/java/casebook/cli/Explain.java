// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.render.ExplanationText;
import casebook.study.render.StoredFindings;
import java.nio.file.Path;
import java.util.List;

/// `casebook explain DIR ADDRESS`: what stands behind one number, or one value of a patient.
final class Explain implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "say what stands behind one number of a result folder";
  }

  @Override
  public String words() {
    return "DIR [ADDRESS]";
  }

  @Override
  public String details() {
    return """
    Without an address, lists the addresses in the folder.

    example: casebook explain out association.igm_positive.crude.odds_ratio\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    List<String> words = arguments.words();
    if (words.isEmpty() || words.size() > 2) {
      throw new CommandLineException("explain takes a result folder and an address.");
    }
    StoredFindings stored = Results.read(Path.of(words.getFirst()));
    if (words.size() == 1) {
      stored.addresses().forEach(terminal.out()::println);
      return ExitCode.DONE;
    }
    String address = words.get(1);
    terminal
        .out()
        .print(
            stored
                .explain(address)
                .map(ExplanationText::of)
                .orElseThrow(() -> unknown(address, words.getFirst(), stored)));
    return ExitCode.DONE;
  }

  private static CommandLineException unknown(
      String address, String folder, StoredFindings stored) {
    String question =
        stored.nearest(address).map(near -> " Did you mean `" + near + "`?").orElse("");
    return new CommandLineException(
        "There is nothing at `"
            + address
            + "`."
            + question
            + " `casebook explain "
            + folder
            + "` lists the addresses.");
  }
}
