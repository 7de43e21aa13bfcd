// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.language.Study.ReportWishes;
import casebook.study.problem.NearestWord;
import casebook.study.render.Renderers;
import casebook.study.report.style.Journals;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a run is done with: the command line first, then the study file, then the defaults.
final class RunSettings {
  /// The options that settle it.
  static final List<Option> OPTIONS =
      List.of(Option.PROFILE, Option.JOURNAL, Option.LEVEL, Option.SEED, Option.THREADS, Option.ON);

  private RunSettings() {}

  /// Joins the command line, the study's wishes and the defaults.
  static Settings of(Arguments arguments, ReportWishes wishes) {
    Settings standard = Settings.standard();
    Optional<Profile> profile =
        arguments.option(Option.PROFILE).or(wishes::methods).map(RunSettings::profile);
    return new Settings(
        profile.orElse(standard.profile()),
        arguments
            .option(Option.JOURNAL)
            .or(wishes::journal)
            .map(RunSettings::journal)
            .orElse(standard.journal()),
        level(arguments).or(wishes::level).orElse(standard.level()),
        whole(arguments, Option.SEED, Long.MIN_VALUE, standard.seed()),
        threads(arguments),
        arguments.option(Option.ON).map(RunSettings::day));
  }

  /// The formats that the command line asks for.
  static List<String> formats(Arguments arguments) {
    List<String> known = Stream.concat(Stream.of("html"), Renderers.FURTHER.stream()).toList();
    List<String> words =
        arguments
            .option(Option.FORMAT)
            .map(list -> Arrays.stream(list.split(",", -1)).map(String::strip).toList())
            .orElse(List.of());
    for (String word : words) {
      if (!known.contains(word)) {
        throw new CommandLineException(noSuch("format", word, known));
      }
    }
    return words;
  }

  /// How many threads may work.
  static int threads(Arguments arguments) {
    return (int) Math.min(1024, whole(arguments, Option.THREADS, 1, processors()));
  }

  /// As many threads as help: they share the fits of one table.
  private static long processors() {
    return Math.min(4, Runtime.getRuntime().availableProcessors());
  }

  /// The confidence level of the command line, if it was given.
  static Optional<Double> level(Arguments arguments) {
    return arguments.option(Option.LEVEL).map(RunSettings::level);
  }

  private static double level(String word) {
    if (!word.matches("0?\\.[0-9]{1,6}") || Double.parseDouble(word) <= 0) {
      throw new CommandLineException(
          "--level is " + word + "; it lies between 0 and 1, such as 0.95.");
    }
    return Double.parseDouble(word);
  }

  private static Profile profile(String word) {
    List<String> words = Arrays.stream(Profile.values()).map(Profile::word).toList();
    return Arrays.stream(Profile.values())
        .filter(profile -> profile.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new CommandLineException(noSuch("profile", word, words)));
  }

  private static String journal(String word) {
    if (!Journals.NAMES.contains(word)) {
      throw new CommandLineException(noSuch("journal style", word, Journals.NAMES));
    }
    return word;
  }

  private static String noSuch(String what, String word, List<String> words) {
    String all =
        "There is no " + what + " `" + word + "`; there are " + String.join(", ", words) + ". ";
    return (all + NearestWord.question(word, words)).strip();
  }

  /// A whole number from `least`, or what there is otherwise.
  static long whole(Arguments arguments, Option option, long least, long otherwise) {
    if (arguments.option(option).isEmpty()) {
      return otherwise;
    }
    String word = arguments.option(option).get();
    if (!word.matches("-?[0-9]{1,18}") || Long.parseLong(word) < least) {
      throw new CommandLineException(
          "--"
              + option.name()
              + " is "
              + word
              + "; it is a whole number"
              + (least == 1 ? " from 1." : "."));
    }
    return Long.parseLong(word);
  }

  /// The day that a word names.
  static LocalDate day(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException wrong) {
      throw new CommandLineException("--on is " + word + "; write the day as 2026-03-31.");
    }
  }
}
