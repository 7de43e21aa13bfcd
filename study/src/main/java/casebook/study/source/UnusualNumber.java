// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers with a sign, a power of ten or many digits, and what else may stand where a number is
/// asked for.
final class UnusualNumber {
  private static final int LONGEST = 400;
  private static final String PLAIN = "[+-]?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";
  private static final Pattern NUMBER = Pattern.compile(PLAIN);
  private static final Pattern OTHER_SIGN =
      Pattern.compile("[+-]?[0-9]*,[0-9]+(?:[eE][+-]?[0-9]+)?");
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?[0-9]{1,3}(?:[.,'’ \\u00A0\\u202F][0-9]{3})+(?:[.,][0-9]+)?");
  private static final Pattern LIMIT = Pattern.compile("(?:[<>≤≥]=?)\\s*" + PLAIN);
  private static final Pattern MARKED = Pattern.compile(PLAIN + "\\s*[*?+!#†‡§^~]+");
  private static final Pattern WITH_UNIT =
      Pattern.compile(
          PLAIN.replace("(?:[eE][+-]?[0-9]+)?", "")
              + "\\s*(?<unit>[%‰°/\\p{L}×^*][^\\s]*(?: [^\\s]+)?)");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?(?:nan|inf|infinity|∞)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PROGRAMMED =
      Pattern.compile("[+-]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|[0-9]+(?:_[0-9]+)+(?:\\.[0-9]+)?)");

  private UnusualNumber() {}

  /// Reads what is more than a few digits, exactly, or says what it may be instead.
  static Reading<BigDecimal> read(String text, char decimal) {
    String pointed = decimal == ',' ? swapped(text) : text;
    if (text.length() > LONGEST || !NUMBER.matcher(pointed).matches()) {
      return wrong(text, pointed, decimal);
    }
    double nearest = Double.parseDouble(pointed);
    if (Double.isInfinite(nearest)) {
      return Reading.bad(
          "data/number-too-large",
          Shown.text(text) + " is larger than any number Casebook can hold (1.8e308).",
          "Correct the cell.");
    }
    if (nearest == 0) {
      return pointed
              .chars()
              .takeWhile(c -> c != 'e' && c != 'E')
              .anyMatch(c -> c >= '1' && c <= '9')
          ? Reading.bad(
              "data/number-too-small",
              Shown.text(text) + " is nearer to 0 than any number Casebook can hold (4.9e-324).",
              "Correct the cell, or write 0.")
          : Reading.good(BigDecimal.ZERO);
    }
    return Reading.good(new BigDecimal(pointed));
  }

  static boolean isLimit(String text, char decimal) {
    return LIMIT.matcher(decimal == ',' ? swapped(text) : text).matches();
  }

  private static String swapped(String text) {
    StringBuilder swapped = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      swapped.setCharAt(i, c == ',' ? '.' : c == '.' ? ',' : c);
    }
    return swapped.toString();
  }

  private static Reading<BigDecimal> wrong(String text, String pointed, char decimal) {
    String shown = Shown.text(text);
    if (text.length() > LONGEST) {
      return Reading.bad(
          "data/not-a-number", shown + " is too long for a number.", "Correct the cell.");
    }
    if (OTHER_SIGN.matcher(pointed).matches()) {
      return otherSign(text, shown, decimal);
    }
    if (GROUPED.matcher(text).matches()) {
      return Reading.badThroughout(
          "data/thousands-separator",
          shown + " seems to have marks between the thousands, which are not read.",
          "Export the numbers without them.");
    }
    if (LIMIT.matcher(pointed).matches()) {
      return Reading.badThroughout(
          "data/detection-limit",
          shown + " is a limit of detection, not a number.",
          "Write `censored: yes` at the variable to keep it as below or above that number.");
    }
    if (NOT_FINITE.matcher(text).matches()) {
      return Reading.badThroughout(
          "data/not-finite",
          shown + " is not a number.",
          "Leave the cell empty, or declare it as missing.");
    }
    return written(text, pointed, shown);
  }

  private static Reading<BigDecimal> otherSign(String text, String shown, char decimal) {
    char other = decimal == '.' ? ',' : '.';
    boolean ambiguous = text.matches("[+-]?[0-9]{1,3}[.,][0-9]{3}");
    return Reading.badThroughout(
        "data/decimal-sign",
        ambiguous
            ? shown
                + " can be read in two ways, with `"
                + other
                + "` as the decimal sign or as a mark"
                + " between thousands; the study says that the decimal sign is `"
                + decimal
                + "`."
            : shown
                + " has the decimal sign `"
                + other
                + "`; the study says that it is `"
                + decimal
                + "`.",
        "Write `decimal: \""
            + other
            + "\"` under `data:` if all numbers of the file are written so.");
  }

  private static Reading<BigDecimal> written(String text, String pointed, String shown) {
    if (PROGRAMMED.matcher(text).matches()) {
      return Reading.bad(
          "data/not-a-number",
          shown + " is a number only for a programming language.",
          "Write it with the digits 0 to 9 and a decimal sign.");
    }
    if (text.codePoints().anyMatch(c -> c > 0x7f && Character.isDigit(c))) {
      return Reading.bad(
          "data/foreign-digits",
          shown + " has digits other than 0 to 9 (" + Shown.codePoints(text) + ").",
          "Write it with the digits 0 to 9.");
    }
    if (MARKED.matcher(pointed).matches()) {
      return Reading.badThroughout(
          "data/mark-behind-number",
          shown + " has a mark behind the number.",
          "Keep the number here and put the mark into a column of its own.");
    }
    Matcher unit = WITH_UNIT.matcher(pointed);
    if (unit.matches()) {
      Flaw flaw =
          Flaw.error(
              UnitInCell.CODE,
              shown
                  + " has a unit behind the number; a column has one unit, which the study file"
                  + " names.",
              "Keep only the number; if the units differ, convert them first.");
      return new Reading.Bad<>(flaw.ofKind(unit.group("unit")));
    }
    return Reading.bad("data/not-a-number", shown + " is not a number.", Shown.orMissing(text));
  }
}
