// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.problem.NearestWord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The `casebook` command.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    int code = run(Arrays.asList(arguments), terminal);
    terminal.out().flush();
    terminal.err().flush();
    if (code != ExitCode.DONE) {
      System.exit(code);
    }
  }

  /// Runs one command.
  ///
  /// @return the exit code
  static int run(List<String> arguments, Terminal terminal) {
    try {
      return dispatch(arguments, terminal);
    } catch (CommandLineException wrong) {
      terminal.err().println("casebook: " + wrong.getMessage());
      return ExitCode.STUDY;
    } catch (EnvironmentException lacking) {
      terminal.err().println("casebook: " + lacking.getMessage());
      return ExitCode.ENVIRONMENT;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError ours) {
      terminal.err().println(ourFault(ours));
      return ExitCode.OUR_FAULT;
    }
  }

  private static int dispatch(List<String> arguments, Terminal terminal) {
    if (arguments.isEmpty() || arguments.getFirst().equals("--help")) {
      terminal.out().print(HelpPage.overview(Commands.all()));
      return arguments.isEmpty() ? ExitCode.STUDY : ExitCode.DONE;
    }
    String word = arguments.getFirst();
    if (word.equals("--version")) {
      terminal.out().println("casebook " + Version.number());
      return ExitCode.DONE;
    }
    Optional<Command> command = Commands.named(word);
    if (command.isEmpty()) {
      throw new CommandLineException(
          "There is no command `"
              + word
              + "`. "
              + NearestWord.question(word, Commands.names())
              + " `casebook --help` lists them.");
    }
    List<String> rest = arguments.subList(1, arguments.size());
    if (rest.contains("--help")) {
      terminal.out().print(HelpPage.of(command.get()));
      return ExitCode.DONE;
    }
    return command.get().run(Arguments.read(rest, command.get().options()), terminal);
  }

  private static String ourFault(Throwable ours) {
    StackTraceElement[] trace = ours.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return "casebook: this is a mistake of ours, not of your files. Nothing was written.\n"
        + "Please report: "
        + ours.getClass().getSimpleName()
        + ": "
        + ours.getMessage()
        + where
        + " (version "
        + Version.number()
        + ")";
  }
}
