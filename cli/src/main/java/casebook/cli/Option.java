// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

/// An option of a command, the source of its parsing and its help.
///
/// @param name the word after the two dashes
/// @param value what follows it, as shown in the help, such as `DIR`; empty for a switch
/// @param summary what it does, one line
public record Option(String name, String value, String summary) {
  static final Option OUT = new Option("out", "DIR", "where the results go (default: out)");
  static final Option FORMAT =
      new Option("format", "LIST", "further formats of the paper: docx, pdf, xlsx");
  static final Option DATA =
      new Option("data", "PATH", "read this file instead, or the declared file from this folder");
  static final Option PROFILE =
      new Option("profile", "NAME", "default methods: casebook (ours), spss14, r, sas or stata");
  static final Option JOURNAL =
      new Option(
          "journal", "STYLE", "how numbers are printed: plain, nejm, jama, lancet, annals ...");
  static final Option LEVEL = new Option("level", "0.95", "confidence level of intervals");
  static final Option SEED = new Option("seed", "N", "seed of every random stream (default: 1)");
  static final Option THREADS =
      new Option(
          "threads", "N", "how many threads may work (default: up to 4); never changes a result");
  static final Option ON =
      new Option("on", "DATE", "the day of the run; later dates are in the future");
  static final Option TO = new Option("to", "FILE", "where the sets go (default: matched.csv)");
  static final Option CONTROLS =
      new Option("controls", "K", "most controls for a case (default: 1)");
  static final Option GREEDY =
      new Option("greedy", "", "the nearest control at once, instead of the best sets in all");
  static final Option JSON = new Option("json", "", "answer as JSON");
  static final Option HELP = new Option("help", "", "show this help");

  /// Says whether the option stands alone.
  boolean isSwitch() {
    return value.isEmpty();
  }
}
