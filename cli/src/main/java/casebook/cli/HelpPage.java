// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import java.util.List;
import java.util.stream.Stream;

/// The help of the command line, written from the commands themselves.
final class HelpPage {
  private HelpPage() {}

  /// The page of `casebook --help`.
  ///
  /// @param commands all commands, in the order in which a user meets them
  static String overview(List<Command> commands) {
    StringBuilder page = new StringBuilder();
    page.append("Casebook turns one study file and patient data into the paper.\n\n");
    page.append("usage: casebook COMMAND ...\n\n");
    for (Command command : commands) {
      page.append(entry(command.name() + " " + command.words(), command.summary()));
    }
    page.append(
        "\n`casebook COMMAND --help` says more; `casebook help` lists the study language.\n");
    return page.toString();
  }

  /// The page of one command.
  static String of(Command command) {
    StringBuilder page = new StringBuilder();
    page.append(command.summary()).append("\n\n");
    page.append("usage: casebook ").append(command.name()).append(' ').append(command.words());
    page.append(command.options().isEmpty() ? "\n" : " [options]\n");
    page.append('\n').append(command.details()).append("\n\n");
    for (Option option : withHelp(command.options())) {
      String left = "--" + option.name() + (option.isSwitch() ? "" : " " + option.value());
      page.append(entry(left, option.summary()));
    }
    return page.toString();
  }

  private static List<Option> withHelp(List<Option> options) {
    return Stream.concat(options.stream(), Stream.of(Option.HELP)).toList();
  }

  private static String entry(String left, String right) {
    int width = 26;
    String gap =
        left.length() < width ? " ".repeat(width - left.length()) : "\n" + " ".repeat(width + 2);
    return "  " + left + gap + right + "\n";
  }
}
