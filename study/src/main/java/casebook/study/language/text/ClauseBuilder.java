// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.text;

import casebook.study.language.Clause;
import casebook.study.language.Clause.Shape;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Builds clauses from what a YAML parser meets, on a stack of its own: deep nesting is refused by
/// number, not by the machine. Says where YAML reads something else than was meant. Lives inside
/// one reading.
final class ClauseBuilder {
  /// The deepest nesting.
  static final int DEEPEST = 30;

  /// The most keys and values.
  static final int MOST = 50_000;

  private static final Pattern CHOICE = Pattern.compile("(\\w+) in \\(([^,()]+), ([^,()]+)\\)");

  private final ClausePlaces places;
  private final Problems problems = new Problems();
  private final Deque<Frame> stack = new ArrayDeque<>();
  private final Set<Integer> doubtful = new TreeSet<>();
  private int nodes;
  private int documents;
  private boolean stopped;
  private Optional<Clause> root = Optional.empty();

  ClauseBuilder(ClausePlaces places) {
    this.places = places;
  }

  /// A map or list that is not closed yet.
  private static final class Frame {
    private final Shape shape;
    private final boolean flow;
    private final Span start;
    private final List<Clause> children = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private Optional<Clause> key = Optional.empty();

    private Frame(Shape shape, boolean flow, Span start) {
      this.shape = shape;
      this.flow = flow;
      this.start = start;
    }

    private boolean wantsKey() {
      return shape == Shape.MAP && key.isEmpty();
    }
  }

  List<Problem> problems() {
    return problems.list();
  }

  /// The whole file; empty when it is no map of entries.
  Optional<Clause> root() {
    return stopped ? Optional.empty() : root;
  }

  /// Says whether reading was given up.
  boolean stopped() {
    return stopped;
  }

  /// A document begins; there is only one.
  void document(Place from) {
    if (++documents == 1) {
      return;
    }
    stop(
        "study/second-document",
        places.span(from, 3),
        "`---` begins a second document here; a study file is one.",
        "Take the line out.");
  }

  /// A list or a map begins.
  void open(Shape shape, boolean flow, Place from) {
    if (stack.size() >= DEEPEST) {
      stop(
          "study/too-deep",
          places.span(from, 1),
          "Entries lie more than " + DEEPEST + " deep inside each other.",
          "A study file needs five or six levels.");
      return;
    }
    count(from);
    stack.push(new Frame(shape, flow, places.span(from, 1)));
  }

  private void count(Place from) {
    if (++nodes > MOST) {
      stop(
          "study/too-many-entries",
          places.span(from, 1),
          "The file holds more than " + MOST + " keys and values.",
          "Data belong into a file of their own, named in `data:`.");
    }
  }

  private void stop(String code, Span at, String message, String fix) {
    if (!stopped) {
      problems.error(code, at, message, fix);
    }
    stopped = true;
  }

  /// The innermost list or map ends.
  void close() {
    if (stopped) {
      return;
    }
    Frame frame = stack.pop();
    Clause whole = new Clause("", "", frame.shape, frame.children, frame.start, frame.start);
    if (!stack.isEmpty() && stack.element().wantsKey()) {
      problems.error(
          "study/key-not-a-name",
          frame.start,
          "A key is a name, not a list or entries.",
          "Write several names as \"a, b\": ...");
      stack.element().key = Optional.of(whole);
    } else {
      value(whole);
    }
  }

  /// Adds a problem after which nothing else in its line is worth telling.
  void doubt(Problem problem) {
    if (doubtful.add(problem.at().line())) {
      problems.add(problem);
    }
  }

  private void doubt(String code, Span at, String message, String fix) {
    doubtful.add(at.line());
    problems.error(code, at, message, fix);
  }

  /// The lines that may not say what was meant.
  Set<Integer> doubtful() {
    return doubtful;
  }

  /// A key or a value.
  ///
  /// @param plain whether it is written without quotes
  void scalar(String words, boolean plain, Place from, Place to) {
    if (stopped) {
      return;
    }
    count(from);
    Clause scalar = places.scalar(words, plain, from, to);
    if (!stack.isEmpty() && stack.element().wantsKey()) {
      key(scalar);
      return;
    }
    if (plain) {
      comment(scalar, to);
    }
    value(scalar);
  }

  private void key(Clause key) {
    Frame frame = stack.element();
    frame.key = Optional.of(key);
    if (key.words().isBlank()) {
      problems.error("study/no-key", key.at(), "A key is missing before the colon.", "");
      return;
    }
    Integer first = frame.lines.putIfAbsent(key.words(), key.at().line());
    if (first != null) {
      problems.error(
          "study/duplicate-key",
          key.wordsAt(),
          "`" + key.words() + "` stands twice: in line " + first + " and here.",
          "Keep one of them.");
    }
  }

  /// `Patient #3`: the rest of the line became a comment.
  private void comment(Clause scalar, Place to) {
    Optional<String> after = places.comment(to);
    after.ifPresent(text ->
        doubt(
            YamlTraps.COMMENT,
            places.span(to, 1 + text.length()),
            "`#` started a comment: `" + text.strip() + "` is not read.",
            "Put the text in quotes: \""
                + scalar.words()
                + " "
                + text.strip()
                + "\"; a comment is written with a space, # like this."));
  }

  private void value(Clause value) {
    if (stack.isEmpty()) {
      whole(value);
      return;
    }
    Frame frame = stack.element();
    if (frame.shape == Shape.LIST) {
      item(frame, value);
      return;
    }
    Clause key = frame.key.orElse(value);
    frame.key = Optional.empty();
    if (!key.isWords()) {
      return;
    }
    Optional<Clause> joined = frame.flow ? comma(frame, key, value) : Optional.empty();
    if (joined.isPresent()) {
      frame.children.removeLast();
      frame.children.add(joined.get());
      return;
    }
    frame.children.add(
        new Clause(
            key.words(),
            value.words(),
            value.shape(),
            value.children(),
            key.wordsAt(),
            value.wordsAt(),
            value.lines()));
  }

  private void whole(Clause value) {
    if (value.shape() == Shape.MAP) {
      root = Optional.of(value);
    } else {
      problems.error(
          "study/no-entries",
          value.at(),
          "A study file is made of entries, each a keyword, a colon, a space and what is said.",
          "Begin with `casebook: 1`.");
    }
  }

  private void item(Frame frame, Clause value) {
    boolean open = !frame.children.isEmpty() && openBracket(frame.children.getLast());
    if (frame.flow && open && value.isWords()) {
      Clause before = frame.children.removeLast();
      Clause joined = joined(before, value);
      frame.children.add(joined);
      told(before, value, joined);
      return;
    }
    frame.children.add(value);
  }

  private static boolean openBracket(Clause clause) {
    return clause.shape() == Shape.PLAIN
        && clause.words().chars().filter(c -> c == '(').count()
            > clause.words().chars().filter(c -> c == ')').count();
  }

  /// `{require: site in (DVT, PE)}`: the comma ended the entry, and `PE)` became a key.
  private Optional<Clause> comma(Frame frame, Clause key, Clause value) {
    if (value.shape() != Shape.EMPTY || !places.touching(key, value)) {
      return Optional.empty();
    }
    if (key.words().contains(":")) {
      doubt(
          "study/no-space",
          key.wordsAt(),
          "After the colon in `" + key.words() + "` a space is missing.",
          "Write `" + key.words().replaceFirst(":", ": ") + "`.");
      return Optional.empty();
    }
    if (frame.children.isEmpty() || frame.children.getLast().shape() != Shape.PLAIN) {
      doubt(
          "study/no-value",
          key.wordsAt(),
          "`" + key.words() + "` stands here without a value.",
          "Write `" + key.words() + ": ...`, or take it out.");
      return Optional.empty();
    }
    Clause before = frame.children.getLast();
    Clause joined = joined(before, key);
    told(before, key, joined);
    return Optional.of(joined);
  }

  private void told(Clause before, Clause after, Clause joined) {
    doubt(
        "study/comma",
        after.wordsAt(),
        "The comma before `" + after.words() + "` ended the entry `" + before.words() + "`:",
        instead(joined));
  }

  /// How to write what the comma tore apart.
  private static String instead(Clause joined) {
    String key = joined.keyword().isEmpty() ? "" : joined.keyword() + ": ";
    if (joined.words().matches("\\d+, \\d+")) {
      return "write a point as the decimal sign, `"
          + key
          + joined.words().replace(", ", ".")
          + "`.";
    }
    String quotes = "`" + key + "\"" + joined.words() + "\"`.";
    Matcher choice = CHOICE.matcher(joined.words());
    return choice.matches()
        ? "write `" + choice.replaceFirst("$1 is $2 or $3") + "`, or use quotes: " + quotes
        : "use quotes: " + quotes;
  }

  private Clause joined(Clause before, Clause after) {
    String words = before.words() + ", " + after.words();
    Span at = before.wordsAt();
    boolean exact =
        at.line() == after.wordsAt().line()
            && after.wordsAt().column() == at.column() + before.words().length() + 2;
    Span all = exact ? new Span(at.file(), at.line(), at.column(), words.length()) : at;
    return new Clause(before.keyword(), words, Shape.PLAIN, List.of(), before.at(), all, List.of());
  }
}
