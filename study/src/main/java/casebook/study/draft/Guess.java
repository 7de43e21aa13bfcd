// SPDX-License-Identifier: Apache-2.0
package casebook.study.draft;

import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a column probably holds.
///
/// @param name the name it gets in the study file
/// @param header its header in the data
/// @param kind what its values seem to be
/// @param values the different values, most frequent first, for levels and codes; otherwise empty
/// @param unit the unit that its name suggests; empty: none
/// @param doubt what a person should look at, as a comment; empty: nothing
record Guess(
    String name, String header, Kind kind, List<String> values, String unit, String doubt) {
  /// What a column may hold.
  enum Kind {
    ID,
    NUMBER,
    YES_NO,
    CODES,
    LEVELS,
    GENOTYPE,
    DATE,
    TEXT,
    EMPTY
  }

  /// Texts that usually mean missing.
  static final Set<String> MISSING =
      Set.of("NA", "N/A", "na", "n/a", ".", "?", "-", "NULL", "null");

  private static final int MOST_LEVELS = 12;
  private static final int MOST_CODES = 6;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}");
  private static final Pattern GENOTYPE = Pattern.compile("([ACGT])[/|]?([ACGT])");
  private static final Pattern YES_NO = Pattern.compile("(?i)yes|no|true|false");
  private static final Pattern SENTINEL = Pattern.compile("-9|-99|-999|99|999|9999");
  private static final List<String> YES_NO_CODES = List.of("0", "1");

  Guess {
    values = List.copyOf(values);
  }

  /// Guesses from the header and the cells of a column.
  ///
  /// @param taken names that other columns have already
  static Guess of(String header, List<String> cells, Set<String> taken) {
    String name = name(header, taken);
    List<String> known =
        cells.stream()
            .map(String::strip)
            .filter(cell -> !cell.isEmpty() && !MISSING.contains(cell))
            .toList();
    List<String> values = byFrequency(known);
    Kind kind = kind(known, values);
    return new Guess(
        name, header, kind, shown(kind, values), unit(header, kind), doubt(kind, values));
  }

  private static Kind kind(List<String> known, List<String> values) {
    if (known.isEmpty()) {
      return Kind.EMPTY;
    }
    if (all(values, YES_NO)) {
      return Kind.YES_NO;
    }
    if (values.size() <= 3 && all(values, GENOTYPE) && alleles(values).size() == 2) {
      return Kind.GENOTYPE;
    }
    if (all(values, DATE)) {
      return Kind.DATE;
    }
    if (all(values, NUMBER)) {
      boolean coded =
          all(values, WHOLE) && values.size() <= MOST_CODES && known.size() > 2 * values.size();
      boolean identifier = all(values, WHOLE) && values.size() == known.size() && rising(known);
      return identifier ? Kind.ID : coded ? Kind.CODES : Kind.NUMBER;
    }
    if (values.size() == known.size()) {
      return Kind.ID;
    }
    return values.size() <= MOST_LEVELS ? Kind.LEVELS : Kind.TEXT;
  }

  private static boolean rising(List<String> known) {
    for (int i = 1; i < known.size(); i++) {
      if (Double.parseDouble(known.get(i)) <= Double.parseDouble(known.get(i - 1))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> shown(Kind kind, List<String> values) {
    return switch (kind) {
      case CODES -> values.stream().sorted(new NaturalOrder()).toList();
      case LEVELS ->
          NaturalOrder.fits(values) ? values.stream().sorted(new NaturalOrder()).toList() : values;
      case GENOTYPE -> List.copyOf(alleles(values));
      case ID, NUMBER, YES_NO, DATE, TEXT, EMPTY -> List.of();
    };
  }

  private static String doubt(Kind kind, List<String> values) {
    List<String> sentinels =
        kind == Kind.NUMBER || kind == Kind.CODES ? sentinels(values) : List.of();
    if (!sentinels.isEmpty()) {
      return "is "
          + String.join(" or ", sentinels)
          + " a missing code? then add missing: ["
          + String.join(", ", sentinels)
          + "]";
    }
    return switch (kind) {
      case CODES ->
          values.stream().sorted().toList().equals(YES_NO_CODES)
              ? "guess: what do 0 and 1 mean?"
              : "guess: name the codes";
      case GENOTYPE -> "guess: the second allele is counted";
      case LEVELS -> "guess: the first level is the reference";
      case NUMBER -> "guess: add the unit and a plausible range";
      case DATE -> values.getFirst().contains("-") ? "" : "guess: say the order under data: dates";
      case EMPTY -> "the column is empty";
      case ID, YES_NO, TEXT -> "";
    };
  }

  /// The usual missing codes among numbers that all other numbers lie far from: more than their own
  /// spread away.
  private static List<String> sentinels(List<String> values) {
    DoubleSummaryStatistics others =
        values.stream()
            .filter(value -> !SENTINEL.matcher(value).matches())
            .mapToDouble(value -> Double.parseDouble(value.replace(',', '.')))
            .summaryStatistics();
    double spread = others.getMax() - others.getMin();
    return values.stream()
        .filter(value -> SENTINEL.matcher(value).matches())
        .filter(value -> {
          double code = Double.parseDouble(value);
          return code < others.getMin() - spread || code > others.getMax() + spread;
        })
        .sorted()
        .toList();
  }

  private static boolean all(List<String> values, Pattern pattern) {
    return values.stream().allMatch(value -> pattern.matcher(value).matches());
  }

  /// The two alleles, that of the most frequent genotype first.
  private static Set<String> alleles(List<String> values) {
    Set<String> alleles = new LinkedHashSet<>();
    for (String value : values) {
      alleles.add(value.substring(0, 1));
      alleles.add(value.substring(value.length() - 1));
    }
    return alleles;
  }

  private static List<String> byFrequency(List<String> known) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    known.forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  /// A name of letters, digits, `_` and `-` that no other column has.
  private static String name(String header, Set<String> taken) {
    String plain =
        header
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "_")
            .replaceAll("^_+|_+$", "");
    String base = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "v_" + plain : plain;
    String name = base;
    for (int i = 2; taken.contains(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  private static String unit(String header, Kind kind) {
    if (kind != Kind.NUMBER) {
      return "";
    }
    String word = header.toLowerCase(Locale.ROOT);
    return UNITS.stream()
        .filter(unit -> unit.header().matcher(word).find())
        .findFirst()
        .map(Named::unit)
        .orElse("");
  }

  /// Headers that give their unit away.
  private record Named(Pattern header, String unit) {
    static Named of(String header, String unit) {
      return new Named(Pattern.compile(header), unit);
    }
  }

  private static final List<Named> UNITS =
      List.of(
          Named.of("\\bage\\b|^age_|_age$", "years"),
          Named.of("weight|_kg$", "kg"),
          Named.of("height|_cm$", "cm"),
          Named.of("mg_?/?dl", "mg/dL"),
          Named.of("g_?/?dl", "g/dL"),
          Named.of("[uµμ]mol_?/?l", "umol/L"),
          Named.of("mmol_?/?l", "mmol/L"),
          Named.of("ng_?/?ml", "ng/mL"),
          Named.of("u_?/?l$", "U/L"),
          Named.of("platelet|plt|wbc|leuko", "10^9/L"),
          Named.of("percent|pct|%", "percent"));

  /// Says whether the name suggests a group of cases and controls.
  boolean looksLikeGroup() {
    boolean named =
        Set.of("group", "case", "status", "case_control", "outcome", "disease").contains(name);
    return named && values.size() == 2 && (kind == Kind.CODES || kind == Kind.LEVELS);
  }

  /// The level that the study file gives to a value: the value itself unless it is a code.
  Optional<String> levelFor(String value) {
    return kind == Kind.CODES
        ? Optional.of(looksLikeGroup() ? groupWord(value) : "level_" + value.replace("-", "minus_"))
        : Optional.of(value);
  }

  private String groupWord(String value) {
    return value.equals(values.getFirst()) ? "control" : "case";
  }
}
