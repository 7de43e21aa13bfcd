// SPDX-License-Identifier: Apache-2.0
package casebook.study.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The single units that compound ones are made of, and the words that stand for a whole unit.
final class UnitAtoms {
  static final Unit GIGA_PER_LITRE = new Unit("10*9/L", "×10⁹/L", "1/volume", 1e9);
  static final Unit TERA_PER_LITRE = new Unit("10*12/L", "×10¹²/L", "1/volume", 1e12);

  static final List<String> COMMON =
      List.of(
          "years",
          "months",
          "weeks",
          "days",
          "hours",
          "minutes",
          "percent",
          "AU",
          "10^9/L",
          "10^12/L",
          "/uL",
          "g/L",
          "g/dL",
          "mg/L",
          "mg/dL",
          "ug/L",
          "ng/mL",
          "ng/L",
          "pg/mL",
          "mol/L",
          "mmol/L",
          "umol/L",
          "nmol/L",
          "pmol/L",
          "U/L",
          "U/mL",
          "IU/L",
          "IU/mL",
          "mIU/L",
          "kg",
          "g",
          "mg",
          "ug",
          "lb",
          "m",
          "cm",
          "mm",
          "kg/m2",
          "mmHg",
          "L",
          "mL",
          "fL",
          "pg",
          "mL/min",
          "mL/min/1.73m2",
          "mg/kg",
          "mg/kg/d",
          "mg/d",
          "Cel");

  /// Written sign to the plain one.
  static final Map<String, String> SIGNS = new LinkedHashMap<>();

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final Map<String, Unit> WORDS = new LinkedHashMap<>();
  private static final Map<String, Atom> ATOMS = new LinkedHashMap<>();
  private static final Map<String, Double> PREFIXES =
      Map.of(
          "k", 1e3, "d", 1e-1, "c", 1e-2, "m", 1e-3, "u", 1e-6, "mc", 1e-6, "n", 1e-9, "p", 1e-12,
          "f", 1e-15);

  /// A single unit.
  ///
  /// @param code its UCUM code, prefix included
  /// @param dimension what it measures
  /// @param factor to the base unit of the dimension
  record Atom(String code, String dimension, double factor) {}

  static {
    for (int digit = 0; digit < 10; digit++) {
      SIGNS.put(SUPERSCRIPTS.substring(digit, digit + 1), "^" + digit);
    }
    SIGNS.put("^1^0", "^10");
    SIGNS.put("^1^2", "^12");
    SIGNS.put("1.73 m", "1.73m");
    SIGNS.put("1.73m^2", "norm");
    SIGNS.put("1.73m2", "norm");
    SIGNS.put("°C", "Cel");
    word("a", "years", "calendar", 12, "year", "yr", "yrs", "y");
    word("mo", "months", "calendar", 1, "month", "mos");
    word("wk", "weeks", "time", 7 * 86400, "week", "wks");
    word("d", "days", "time", 86400, "day");
    word("h", "hours", "time", 3600, "hour", "hr", "hrs");
    word("min", "minutes", "time", 60, "minute", "mins");
    word("s", "seconds", "time", 1, "second", "sec");
    word("%", "%", "fraction", 0.01, "percent", "per cent", "pct");
    word("[ppth]", "‰", "fraction", 0.001, "per mille");
    word("AU", "AU", "arbitrary AU", 1, "arbitrary units", "arbitrary unit", "a.u.");
    word("mm[Hg]", "mmHg", "pressure", 133.322387415, "mm Hg");
    word("Cel", "°C", "temperature", 1, "degrees Celsius", "C");
    atoms();
  }

  private UnitAtoms() {}

  private static void word(
      String code, String printed, String dimension, double factor, String... others) {
    Unit unit = new Unit(code, printed, dimension, factor);
    WORDS.put(code, unit);
    WORDS.put(printed, unit);
    for (String other : others) {
      WORDS.put(other, unit);
    }
  }

  private static void atoms() {
    ATOMS.put("g", new Atom("g", "mass", 1));
    ATOMS.put("L", new Atom("L", "volume", 1));
    ATOMS.put("mol", new Atom("mol", "amount", 1));
    ATOMS.put("m", new Atom("m", "length", 1));
    ATOMS.put("U", new Atom("U", "activity", 1));
    ATOMS.put("kat", new Atom("kat", "activity", 6e7));
    ATOMS.put("IU", new Atom("[iU]", "international unit", 1));
    ATOMS.put("AU", new Atom("AU", "arbitrary AU", 1));
    ATOMS.put("GPL", new Atom("[GPL'U]", "GPL unit", 1));
    ATOMS.put("MPL", new Atom("[MPL'U]", "MPL unit", 1));
    ATOMS.put("BU", new Atom("[beth'U]", "Bethesda unit", 1));
    ATOMS.put("eq", new Atom("eq", "equivalent", 1));
    ATOMS.put("osm", new Atom("osm", "osmole", 1));
    ATOMS.put("Pa", new Atom("Pa", "pressure", 1));
    ATOMS.put("J", new Atom("J", "energy", 1));
    ATOMS.put("cal", new Atom("cal", "energy", 4.184));
    ATOMS.put("lb", new Atom("[lb_av]", "mass", 453.59237));
    ATOMS.put("s", new Atom("s", "time", 1));
    ATOMS.put("min", new Atom("min", "time", 60));
    ATOMS.put("h", new Atom("h", "time", 3600));
    ATOMS.put("d", new Atom("d", "time", 86400));
    ATOMS.put("day", new Atom("d", "time", 86400));
    ATOMS.put("wk", new Atom("wk", "time", 7 * 86400));
    ATOMS.put("week", new Atom("wk", "time", 7 * 86400));
    ATOMS.put("mo", new Atom("mo", "calendar", 1));
    ATOMS.put("month", new Atom("mo", "calendar", 1));
    ATOMS.put("a", new Atom("a", "calendar", 12));
    ATOMS.put("year", new Atom("a", "calendar", 12));
    ATOMS.put("norm", new Atom("{1.73_m2}", "normal body surface", 1));
    ATOMS.put("mmHg", new Atom("mm[Hg]", "pressure", 133.322387415));
    ATOMS.put("G", new Atom("10*9", "1", 1e9));
    ATOMS.put("T", new Atom("10*12", "1", 1e12));
    ATOMS.put("K", new Atom("10*3", "1", 1e3));
  }

  /// The unit that a whole word stands for; letters as written, or in lower case.
  static Optional<Unit> word(String text) {
    Optional<Unit> exact = Optional.ofNullable(WORDS.get(text));
    return exact.isPresent()
        ? exact
        : Optional.ofNullable(text.length() < 3 ? null : WORDS.get(text.toLowerCase(Locale.ROOT)));
  }

  /// A single unit, with or without a prefix.
  static Optional<Atom> find(String name) {
    Optional<Atom> plain = Optional.ofNullable(ATOMS.get(spelled(name)));
    if (plain.isPresent()) {
      return plain;
    }
    return PREFIXES.entrySet().stream()
        .filter(prefix -> name.startsWith(prefix.getKey()))
        .sorted((a, b) -> b.getKey().length() - a.getKey().length())
        .flatMap(prefix -> prefixed(name, prefix.getKey(), prefix.getValue()).stream())
        .findFirst();
  }

  private static Optional<Atom> prefixed(String name, String prefix, double factor) {
    Atom atom = ATOMS.get(spelled(name.substring(prefix.length())));
    if (atom == null || !metric(atom)) {
      return Optional.empty();
    }
    String code = (prefix.equals("mc") ? "u" : prefix) + atom.code();
    return Optional.of(new Atom(code, atom.dimension(), factor * atom.factor()));
  }

  private static boolean metric(Atom atom) {
    return switch (atom.dimension()) {
      case "time" -> atom.code().equals("s");
      case "calendar", "1", "normal body surface" -> false;
      case "pressure" -> atom.code().equals("Pa");
      default -> !atom.code().equals("[lb_av]");
    };
  }

  private static String spelled(String name) {
    return switch (name) {
      case "l" -> "L";
      case "gm", "gr" -> "g";
      case "[iU]", "iu", "[IU]", "UI" -> "IU";
      case "u" -> "U";
      case "Eq" -> "eq";
      case "Osm", "osmol", "Osmol" -> "osm";
      case "lbs", "[lb_av]" -> "lb";
      case "hr", "hour" -> "h";
      case "mm[Hg]" -> "mmHg";
      default -> name;
    };
  }

  static String superscript(int number) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  /// How a paper prints a compound code.
  static String printed(String codes) {
    return codes
        .replace("[iU]", "IU")
        .replace("[lb_av]", "lb")
        .replace("[GPL'U]", "GPL")
        .replace("[MPL'U]", "MPL")
        .replace("[beth'U]", "BU")
        .replace("{1.73_m2}", "@")
        .replace("mm[Hg]", "mmHg")
        .replaceAll("(^|[/.])u(?=[A-Za-z])", "$1µ")
        .replaceAll("(?<=[a-z])2", "²")
        .replaceAll("(?<=[a-z])3", "³")
        .replace(".", "·")
        .replace("@", "1.73 m²");
  }
}
