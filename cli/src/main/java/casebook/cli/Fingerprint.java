// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.stats.contingency.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// `casebook fingerprint A B C D --printed "6.3 (1.4-28.5)"`: which method gives printed numbers.
final class Fingerprint implements Command {
  private static final Option PRINTED =
      new Option("printed", "TEXT", "the odds ratio as it is printed: \"6.3 (1.4-28.5)\"");

  @Override
  public String name() {
    return "fingerprint";
  }

  @Override
  public String summary() {
    return "say by which method a printed odds ratio was made, or from which table";
  }

  @Override
  public String words() {
    return "A B C D";
  }

  @Override
  public String details() {
    return """
    The four counts are: cases exposed, cases unexposed, controls exposed, controls
    unexposed; one or two may be unknown, written as a question mark (tried from 0 to
    500). Where no method gives the printed numbers, the tables near by that do are
    listed.

    example: casebook fingerprint 12 232 2 244 --printed "6.3 (1.4-28.5)"\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(PRINTED, Option.LEVEL, Option.JSON);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    if (arguments.words().size() != 4) {
      throw new CommandLineException(
          "fingerprint takes four counts, such as: casebook fingerprint 12 232 2 244 --printed"
              + " \"6.3 (1.4-28.5)\"");
    }
    PrintedRatio printed =
        PrintedRatio.read(
            arguments
                .option(PRINTED)
                .orElseThrow(() ->
                    new CommandLineException("--printed is missing: the odds ratio as printed.")));
    double level = RunSettings.level(arguments).orElse(0.95);
    FingerprintAnswer answer = answer(arguments.words(), printed, level);
    terminal.out().print(arguments.has(Option.JSON) ? answer.json() : answer.text());
    return ExitCode.DONE;
  }

  private static FingerprintAnswer answer(List<String> words, PrintedRatio printed, double level) {
    List<OptionalLong> counts = new ArrayList<>();
    for (String word : words) {
      counts.add(word.equals("?") ? OptionalLong.empty() : OptionalLong.of(Calc.count(word)));
    }
    TableSearch search = new TableSearch(printed, level);
    long unknown = counts.stream().filter(OptionalLong::isEmpty).count();
    if (unknown > 2) {
      throw new CommandLineException("At most two of the four counts may be unknown.");
    }
    if (unknown > 0) {
      return new FingerprintAnswer(printed, level, List.of(), search.among(counts));
    }
    long[] known = counts.stream().mapToLong(OptionalLong::getAsLong).toArray();
    TwoByTwo table = new TwoByTwo(known[0], known[1], known[2], known[3]);
    boolean fits = !search.fits(table).isEmpty();
    return new FingerprintAnswer(
        printed, level, List.of(table), fits ? List.of() : search.near(table));
  }
}
