// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.text;

import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in a clinician's words what YAML stumbled over, and mends the line as it was probably
/// meant.
final class YamlTraps {
  /// The code of a text that a comment cut off.
  static final String COMMENT = "study/comment";

  private static final int LONGEST_KEY = 1024;
  private static final String YAML = "study/yaml";
  private static final String QUOTES = "study/needs-quotes";
  private static final Pattern OPTION = Pattern.compile("(\\s*)- ([^:#]*[^:#\\s])\\s*");

  private final String name;
  private final List<String> lines;
  private final Stop stop;
  private final String line;

  private YamlTraps(String name, List<String> lines, Stop stop) {
    this.name = name;
    this.lines = lines;
    this.stop = stop;
    this.line = stop.at().line() < lines.size() ? lines.get(stop.at().line()) : "";
  }

  /// Where a parser stopped, and why.
  ///
  /// @param what its own words
  /// @param context where the thing began that it was reading
  /// @param at where it stopped
  record Stop(String what, Place context, Place at) {}

  /// A problem, and its line as it was probably meant; empty when that cannot be told.
  record Mended(Problem problem, Optional<String> line) {}

  /// Explains why a parser stopped.
  static Mended explain(String name, List<String> lines, Stop stop) {
    return new YamlTraps(name, lines, stop).explain();
  }

  /// The problem that a value begins with a sign that means something in YAML.
  static Problem sign(String name, List<String> lines, Place at) {
    return new YamlTraps(name, lines, new Stop("", at, at)).sign(at.column()).problem();
  }

  private Mended explain() {
    String what = stop.what();
    if (what.contains("TAB")) {
      String spaces = line.replace("\t", "  ");
      return told("study/tab", "A tab stands here; only spaces indent.", "Use two spaces.", spaces);
    }
    if (what.contains("cannot start any token") || what.contains("expected the node content")) {
      return sign(stop.at().column());
    }
    if (what.contains("chomping") || what.contains("a comment or a line break")) {
      return sign(Math.max(0, stop.context().column()));
    }
    if (what.contains("are not allowed here") && !what.startsWith("mapping values")) {
      return sign(stop.at().column());
    }
    if (what.contains("unexpected character found")) {
      return sign(stop.context().column());
    }
    if (what.startsWith("mapping values")) {
      return secondColon();
    }
    if (what.startsWith("expected ',' or")) {
      return insideBrackets();
    }
    return others();
  }

  private Mended others() {
    String what = stop.what();
    if (what.startsWith("expected <block end>")) {
      return blockEnd();
    }
    if (what.contains("could not find expected ':'")) {
      return noColon();
    }
    if (what.contains("unexpected end of stream")) {
      return openQuote();
    }
    if (what.contains("unknown escape character")) {
      int slash = Math.max(0, stop.at().column() - 1);
      String doubled = line.substring(0, slash) + "\\" + line.substring(slash);
      return told(
          "study/backslash",
          "Inside double quotes a backslash begins a special character.",
          "Write two backslashes, or use single quotes.",
          doubled);
    }
    return unexplained();
  }

  private Mended unexplained() {
    return new Mended(
        Problem.error(
            YAML,
            span(stop.at()),
            "The file cannot be read from here on: its indentation or brackets do not fit.",
            "Entries of one level begin in the same column; each entry is `keyword: value`."),
        Optional.empty());
  }

  private Mended told(String code, String message, String fix, String mended) {
    return new Mended(Problem.error(code, span(stop.at()), message, fix), Optional.of(mended));
  }

  private Span span(Place place) {
    return new Span(name, place.line() + 1, place.column() + 1, 1);
  }

  /// `unit: %`, `complete: >= 150`: the first character of a value means something in YAML.
  private Mended sign(int column) {
    int start = Math.min(column, Math.max(0, line.length() - 1));
    String first = line.isEmpty() ? "" : line.substring(start, line.offsetByCodePoints(start, 1));
    Place at = new Place(stop.at().line(), start);
    if (first.equals("%") && value(start).equals("%")) {
      String mended = line.substring(0, start) + "percent" + line.substring(start + 1);
      return new Mended(
          Problem.error(QUOTES, span(at), "`%` cannot start a value.", "Write percent."),
          Optional.of(mended));
    }
    return quoted(at, "A value that starts with `" + first + "` needs quotes.", start);
  }

  private Mended quoted(Place at, String message, int start) {
    String value = value(start);
    if (value.isBlank()) {
      return unexplained();
    }
    String mended =
        line.substring(0, start) + quotes(value) + line.substring(start + value.length());
    String shown = key(start) + quotes(value);
    return new Mended(
        Problem.error(QUOTES, span(at), message, "Write `" + shown + "`."), Optional.of(mended));
  }

  private static String quotes(String value) {
    return value.contains("\"") || value.contains("\\")
        ? "'" + value.replace("'", "''") + "'"
        : "\"" + value + "\"";
  }

  /// The key before a value, with its colon.
  private String key(int start) {
    String before = line.substring(0, start).stripTrailing();
    if (!before.endsWith(":")) {
      return "";
    }
    int from = before.length() - 1;
    while (from > 0 && "{[,".indexOf(before.charAt(from - 1)) < 0) {
      from--;
    }
    return before.substring(from).strip().replaceFirst("^- ", "") + " ";
  }

  /// The value that starts there: to the end of the line, or of the entry inside brackets.
  private String value(int start) {
    boolean brackets = inBrackets(start);
    int end = start;
    while (end < line.length()) {
      boolean comment = line.startsWith(" # ", end);
      if (comment || (brackets && ",}]".indexOf(line.charAt(end)) >= 0)) {
        break;
      }
      end++;
    }
    return line.substring(start, end).stripTrailing();
  }

  private boolean inBrackets(int column) {
    int open = 0;
    for (int i = 0; i < column; i++) {
      open += "{[".indexOf(line.charAt(i)) >= 0 ? 1 : 0;
      open -= "}]".indexOf(line.charAt(i)) >= 0 ? 1 : 0;
    }
    return open > 0;
  }

  /// A colon where none is expected: in the value, or below an entry that has a value.
  private Mended secondColon() {
    int first = line.indexOf(": ");
    if (first >= 0 && first < stop.at().column()) {
      int start = first + 2;
      while (start < line.length() && line.charAt(start) == ' ') {
        start++;
      }
      Place at = new Place(stop.at().line(), start);
      return quoted(at, "A value that holds `: ` needs quotes.", start);
    }
    int above = stop.at().line() - 1;
    while (above > 0 && lines.get(above).isBlank()) {
      above--;
    }
    String before = above >= 0 ? lines.get(above) : "";
    Matcher option = OPTION.matcher(before);
    return option.matches() ? option(option, above) : below(before);
  }

  private Mended option(Matcher option, int above) {
    String word = option.group(2);
    int column = option.group(1).length() + 2;
    Span at = new Span(name, above + 1, column + 1, word.length());
    return new Mended(
        Problem.error(
            "study/options-below-word",
            at,
            "`- " + word + "` cannot take options.",
            "Write a colon and what it is about: `- " + word + ": ...`."),
        Optional.of(lines.get(above).stripTrailing() + ":"));
  }

  private Mended below(String before) {
    return told(
        YAML,
        "The line above, `"
            + before.strip()
            + "`, has its value already, so nothing can stand "
            + "below it.",
        "Move this line to the column of the line above, or take the value away.",
        "#" + line);
  }

  private Mended insideBrackets() {
    Place begin = stop.context();
    String opened = begin.line() < lines.size() ? lines.get(begin.line()) : "";
    int hash = opened.indexOf(" #");
    if (hash >= 0) {
      return hash(begin.line(), opened, hash + 1);
    }
    if (begin.line() < stop.at().line()) {
      return unclosed(begin);
    }
    int colon = line.lastIndexOf(": ", stop.at().column() - 1);
    if (colon < 0) {
      return unexplained();
    }
    int start = colon + 2;
    return quoted(
        new Place(stop.at().line(), start), "A value that holds `: ` needs quotes.", start);
  }

  /// `{label: Patient #3, unit: AU}`: the rest of the line became a comment.
  private Mended hash(int number, String opened, int hash) {
    int start = hash - 1;
    while (start > 0 && ",{[:".indexOf(opened.charAt(start - 1)) < 0) {
      start--;
    }
    while (opened.charAt(start) == ' ') {
      start++;
    }
    int end = hash;
    while (end < opened.length() && ",}]".indexOf(opened.charAt(end)) < 0) {
      end++;
    }
    String text = quotes(opened.substring(start, end).stripTrailing());
    return new Mended(
        Problem.error(
            COMMENT,
            span(new Place(number, hash)),
            "`#` started a comment, so the rest of the line is not read.",
            "Put the text in quotes: " + text + "."),
        Optional.of(opened.substring(0, start) + text + opened.substring(end)));
  }

  private Mended unclosed(Place begin) {
    String opened = lines.get(begin.line());
    String sign = opened.startsWith("{", begin.column()) ? "{" : "[";
    String closing = sign.equals("{") ? "}" : "]";
    return new Mended(
        Problem.error(
            YAML,
            span(begin),
            "`" + sign + "` is opened here and not closed.",
            "Write `" + closing + "` where the entry ends."),
        Optional.of(opened.stripTrailing() + closing));
  }

  private Mended blockEnd() {
    int column = Math.min(stop.at().column(), line.length());
    String before = line.substring(0, column).stripTrailing();
    if (before.endsWith("\"") || before.endsWith("'")) {
      int start = line.indexOf(before.charAt(before.length() - 1));
      String message = "Text goes on after the closing quote.";
      return quoted(stop.at(), message, start);
    }
    boolean bracket = column < line.length() && "}]".indexOf(line.charAt(column)) >= 0;
    if (bracket) {
      String mended = line.substring(0, column) + line.substring(column + 1);
      String sign = line.substring(column, column + 1);
      return told(YAML, "`" + sign + "` closes nothing.", "Take it out.", mended);
    }
    return unexplained();
  }

  private Mended noColon() {
    Place begin = stop.context();
    String text = begin.line() < lines.size() ? lines.get(begin.line()) : "";
    if (text.indexOf(':') > LONGEST_KEY) {
      return new Mended(
          Problem.error(
              "study/long-key",
              span(begin),
              "The names before this colon are longer than " + LONGEST_KEY + " characters.",
              "Write them in two lines, each with its own value."),
          Optional.empty());
    }
    return new Mended(
        Problem.error(
            YAML,
            new Span(
                name, begin.line() + 1, begin.column() + 1, Math.max(1, text.strip().length())),
            "This line is no entry: it has no colon.",
            "Write `keyword: value`."),
        Optional.of("#" + text));
  }

  private Mended openQuote() {
    Place begin = stop.context();
    String text = begin.line() < lines.size() ? lines.get(begin.line()) : "";
    String quote = text.startsWith("'", begin.column()) ? "'" : "\"";
    return new Mended(
        Problem.error(
            YAML,
            span(begin),
            "This quote is not closed.",
            "Write " + quote + " where the text ends."),
        Optional.of(text.stripTrailing() + quote));
  }
}
