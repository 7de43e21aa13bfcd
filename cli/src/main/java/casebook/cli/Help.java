// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.protocol.ClinicSections;
import casebook.study.analysis.Analyses;
import casebook.study.language.Vocabulary;
import casebook.study.language.form.HelpText;
import casebook.study.language.form.JsonSchema;
import casebook.study.problem.Checked;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `casebook help KEYWORD`: the study language and the commands, from what reads them.
///
/// @param commands finds the command with a name
record Help(Function<String, Optional<Command>> commands) implements Command {
  private static final Option SCHEMA =
      new Option("schema", "", "print the JSON Schema of study files, for editors");

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String summary() {
    return "explain a word of the study language; without one, list them";
  }

  @Override
  public String words() {
    return "[KEYWORD]";
  }

  @Override
  public String details() {
    return """
    A word that is a command too shows both.

    example: casebook help association\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(SCHEMA);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    Vocabulary forms =
        new Vocabulary(ClinicSections.ALL, Analyses.forms(Studies.analyses(List.of())));
    if (arguments.has(SCHEMA)) {
      terminal.out().print(JsonSchema.of(forms));
      return ExitCode.DONE;
    }
    if (arguments.words().isEmpty()) {
      terminal.out().print(HelpText.all(forms));
      return ExitCode.DONE;
    }
    String word = String.join(" ", arguments.words());
    Optional<Command> command = commands.apply(word);
    Checked<String> keyword = HelpText.of(word, forms);
    command.ifPresent(found -> terminal.out().print(HelpPage.of(found)));
    if (command.isPresent() && keyword.value().isPresent()) {
      terminal.out().print("\nIn a study file:\n\n");
    }
    keyword.value().ifPresent(terminal.out()::print);
    if (command.isEmpty() && keyword.value().isEmpty()) {
      throw new CommandLineException(keyword.problems().getFirst().message());
    }
    return ExitCode.DONE;
  }
}
