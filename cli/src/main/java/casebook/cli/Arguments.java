// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.problem.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words and options of one command line.
///
/// @param words the words that are not options, in order
/// @param options option name to value; a switch has an empty value
record Arguments(List<String> words, Map<String, String> options) {
  Arguments {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  /// Reads a command line. `--name value` and `--name=value` are the same; after `--` everything is
  /// a word; a negative number is a word.
  ///
  /// @param arguments what follows the command's name
  /// @param known the options of the command
  static Arguments read(List<String> arguments, List<Option> known) {
    List<String> words = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    boolean onlyWords = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (onlyWords || !argument.startsWith("--")) {
        words.add(argument);
      } else if (argument.equals("--")) {
        onlyWords = true;
      } else {
        int equals = argument.indexOf('=');
        String name = argument.substring(2, equals < 0 ? argument.length() : equals);
        Option option = find(name, known);
        String value = equals < 0 ? "" : argument.substring(equals + 1);
        if (option.isSwitch() && equals >= 0) {
          throw new CommandLineException("--" + name + " takes no value.");
        }
        if (!option.isSwitch() && equals < 0) {
          if (++i == arguments.size()) {
            throw new CommandLineException("--" + name + " needs a value: " + option.value() + ".");
          }
          value = arguments.get(i);
        }
        if (options.put(name, value) != null) {
          throw new CommandLineException("--" + name + " stands twice.");
        }
      }
    }
    return new Arguments(words, options);
  }

  private static Option find(String name, List<Option> known) {
    return known.stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new CommandLineException(
                ("There is no option --"
                        + name
                        + ". "
                        + NearestWord.to(name, known.stream().map(Option::name).toList())
                            .map(near -> "Did you mean --" + near + "?")
                            .orElse(""))
                    .strip()));
  }

  /// The value of an option, if it was given.
  Optional<String> option(Option option) {
    return Optional.ofNullable(options.get(option.name()));
  }

  /// Says whether a switch was given.
  boolean has(Option option) {
    return options.containsKey(option.name());
  }

  /// The only word; throws when there are fewer or more.
  ///
  /// @param what what the word is, such as `a study file`
  String onlyWord(String what) {
    if (words.size() != 1) {
      throw new CommandLineException(
          words.isEmpty() ? "Name " + what + "." : "Name one: " + String.join(" ", words) + ".");
    }
    return words.getFirst();
  }
}
