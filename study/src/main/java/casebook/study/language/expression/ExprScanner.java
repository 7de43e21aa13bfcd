// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.unit.Units;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts the text of an expression into tokens, one at a time, so that the parser can read levels of
/// several words in between.
final class ExprScanner {
  /// The words that are never a unit, a level without quotes, or the name of a variable.
  static final Set<String> RESERVED = Set.of("and", "or", "not", "is", "in", "between");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?![\\w-])");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?(?![\\w.])");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+(-[\\p{L}\\p{N}_]+)*");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern SYMBOL = Pattern.compile("<=|>=|<>|!=|==|≤|≥|≠|[-+*/<>=(),−]");
  private static final Pattern UNIT = Pattern.compile("\\s*([^\\s(),<>=]+)");

  /// What a token is.
  enum Kind {
    WORD,
    NUMBER,
    DATE,
    STRING,
    SYMBOL,
    STRANGE,
    END
  }

  /// A piece of the text.
  ///
  /// @param text as written; of a string without its quotes
  /// @param unit the unit written after a number; empty otherwise
  /// @param offset characters before it
  /// @param length its length with quotes and unit
  record Token(Kind kind, String text, String unit, int offset, int length) {
    int end() {
      return offset + length;
    }

    boolean is(String word) {
      return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
    }
  }

  private final String text;
  private final Predicate<String> known;
  private int position;
  private Token last = new Token(Kind.END, "", "", -1, 0);

  /// Begins at the start of a text.
  ///
  /// @param known says whether a word is the name of a variable: `a-b` is one name when it is known
  ///   as such, and a difference otherwise
  ExprScanner(String text, Predicate<String> known) {
    this.text = text;
    this.known = known;
  }

  int position() {
    return position;
  }

  void seek(int offset) {
    position = offset;
  }

  void stop() {
    position = text.length();
  }

  Token peek() {
    int before = position;
    Token token = next();
    position = before;
    return token;
  }

  /// The token after the next one.
  Token peekSecond() {
    int before = position;
    next();
    Token token = peek();
    position = before;
    return token;
  }

  Token next() {
    skipSpace();
    if (last.offset() != position) {
      last = scan(position);
    }
    position = last.end();
    return last;
  }

  private void skipSpace() {
    while (position < text.length() && isSpace(text.charAt(position))) {
      position++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private Token scan(int at) {
    if (at >= text.length()) {
      return new Token(Kind.END, "", "", text.length(), 0);
    }
    if (text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      Optional<Matcher> date = match(DATE, at);
      if (date.isPresent()) {
        return token(Kind.DATE, date.get());
      }
      Optional<Matcher> number = match(NUMBER, at);
      if (number.isPresent()) {
        return number(number.get());
      }
    }
    Optional<Matcher> word = match(WORD, at);
    if (word.isPresent()) {
      return word(word.get());
    }
    Optional<Matcher> string = match(STRING, at);
    if (string.isPresent()) {
      String quoted = string.get().group();
      String inner = quoted.substring(1, quoted.length() - 1);
      return new Token(Kind.STRING, inner, "", at, quoted.length());
    }
    Optional<Matcher> symbol = match(SYMBOL, at);
    return symbol.isPresent()
        ? new Token(Kind.SYMBOL, plain(symbol.get().group()), "", at, symbol.get().group().length())
        : new Token(Kind.STRANGE, text.substring(at, text.offsetByCodePoints(at, 1)), "", at, 1);
  }

  private static String plain(String symbol) {
    return switch (symbol) {
      case "≤" -> "<=";
      case "≥" -> ">=";
      case "≠", "<>" -> "!=";
      case "==" -> "=";
      case "−" -> "-";
      default -> symbol;
    };
  }

  private Token word(Matcher found) {
    String word = found.group();
    int end = word.length();
    while (end > 0 && !known.test(word.substring(0, end))) {
      end = word.lastIndexOf('-', end - 1);
    }
    int length = end > 0 ? end : word.length();
    return new Token(Kind.WORD, word.substring(0, length), "", found.start(), length);
  }

  /// A number takes the unit that follows it, if the words that follow are a unit.
  private Token number(Matcher found) {
    int end = found.end();
    Optional<Matcher> unit = match(UNIT, end);
    if (unit.isPresent() && isUnit(unit.get().group(1), unit.get().start(1) > end)) {
      String words = unit.get().group(1);
      int length = unit.get().end() - found.start();
      return new Token(Kind.NUMBER, found.group(), words, found.start(), length);
    }
    return token(Kind.NUMBER, found);
  }

  private boolean isUnit(String words, boolean apart) {
    boolean sign = words.matches("[-+*/].*") && !(apart && words.matches("/\\w+"));
    if (RESERVED.contains(words) || sign) {
      return false;
    }
    boolean divisor = words.startsWith("/") && known.test(words.substring(1));
    return !divisor && Units.read(words).isPresent();
  }

  /// Reads one of these texts at the current position, the longest that fits, whole words only.
  Optional<Token> oneOf(List<String> choices) {
    skipSpace();
    int at = position;
    Optional<String> longest =
        choices.stream()
            .filter(choice -> !choice.isEmpty() && text.startsWith(choice, at))
            .filter(choice -> boundary(at + choice.length()))
            .max((a, b) -> a.length() - b.length());
    longest.ifPresent(choice -> position = at + choice.length());
    return longest.map(choice -> new Token(Kind.STRING, choice, "", at, choice.length()));
  }

  /// Reads what stands until the next space, comma or bracket.
  Token run() {
    skipSpace();
    int end = position;
    while (end < text.length() && !boundary(end)) {
      end++;
    }
    Token token =
        new Token(Kind.STRING, text.substring(position, end), "", position, end - position);
    position = end;
    return token;
  }

  private boolean boundary(int at) {
    return at >= text.length()
        || Character.isWhitespace(text.charAt(at))
        || "(),<>=".indexOf(text.charAt(at)) >= 0;
  }

  private Optional<Matcher> match(Pattern pattern, int at) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
  }

  private static Token token(Kind kind, Matcher found) {
    return new Token(kind, found.group(), "", found.start(), found.end() - found.start());
  }
}
