// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Range;
import casebook.study.language.Entries;
import casebook.study.language.Pcr;
import casebook.study.language.Words;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import casebook.study.unit.MolarMass;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what the values of a variable are.
final class TypeReader {
  /// The code of an entry that says nothing about what it stands in.
  static final String DOES_NOT_FIT = "study/does-not-fit";

  static final List<String> KINDS =
      List.of("number", "date", "yes/no", "text", "genotype", "expression", "levels", "list");

  private final Entries entries;
  private final Problems problems;

  TypeReader(Entries entries, Problems problems) {
    this.entries = entries;
    this.problems = problems;
  }

  /// Reads the short form: `date`, `yes/no`, or levels `female | male`.
  static Optional<Dictionary.Type> ofWords(Clause clause, Problems problems) {
    String words = clause.words();
    if (words.contains("|")) {
      List<String> levels = Arrays.stream(words.split("\\|", -1)).map(String::strip).toList();
      return LevelsReader.distinct(levels, clause.wordsAt(), problems)
          .map(it -> LevelsReader.type(it, Map.of(), false, Map.of()));
    }
    return switch (words) {
      case "number" -> Optional.of(measure(Unit.NONE, Optional.empty(), false, ""));
      case "date" -> Optional.of(new Dictionary.Type.Date());
      case "text" -> Optional.of(new Dictionary.Type.Text());
      case "expression" -> Optional.of(new Dictionary.Type.Measure(new Pcr.Ready()));
      case "yes/no" -> Optional.of(new Dictionary.Type.YesNo(Map.of()));
      default -> {
        unknownKind(clause, problems);
        yield Optional.empty();
      }
    };
  }

  private static void unknownKind(Clause clause, Problems problems) {
    if (clause.words().equals("genotype")) {
      problems.error(
          GenotypeReader.ALLELES,
          clause.wordsAt(),
          "A genotype needs its alleles.",
          "Write `" + clause.keyword() + ": {is: genotype, alleles: G>A}`.");
      return;
    }
    String nearest = NearestWord.question(clause.words(), KINDS);
    boolean unit = Units.read(clause.words()).isPresent();
    problems.error(
        Entries.UNKNOWN_WORD,
        clause.wordsAt(),
        "`" + clause.words() + "` does not say what the values are.",
        unit
            ? "Write `" + clause.keyword() + ": {is: number, unit: " + clause.words() + "}`."
            : nearest.isEmpty()
                ? "Write number, date, yes/no or text; or its levels with | between: male | female."
                : nearest);
  }

  private static Dictionary.Type measure(
      Unit unit, Optional<Range> range, boolean censored, String analyte) {
    return new Dictionary.Type.Measure(unit, range, censored, analyte);
  }

  /// Reads the entries of a variable.
  Optional<Dictionary.Type> type() {
    Optional<String> is = entries.word("is");
    if (entries.clause("is").isPresent() && is.isEmpty()) {
      return Optional.empty();
    }
    String kind = is.orElseGet(this::implied);
    strangers(kind);
    return switch (kind) {
      case "number" -> number();
      case "date" -> Optional.of(new Dictionary.Type.Date());
      case "text" -> Optional.of(new Dictionary.Type.Text());
      case "yes/no" -> new LevelsReader(entries, problems).yesNo();
      case "genotype" -> new GenotypeReader(entries, problems).genotype();
      case "expression" -> expression();
      case "levels" -> new LevelsReader(entries, problems).levels();
      case "list" -> new LevelsReader(entries, problems).several();
      default -> noKind();
    };
  }

  private String implied() {
    if (entries.clause("levels").isPresent() || entries.clause("codes").isPresent()) {
      return entries.clause("alleles").isPresent() ? "genotype" : "levels";
    }
    if (entries.clause("alleles").isPresent()) {
      return "genotype";
    }
    return entries.clause("unit").isPresent() ? "number" : "";
  }

  private Optional<Dictionary.Type> noKind() {
    problems.error(
        Entries.MISSING_ENTRY,
        entries.at(),
        "It is not said what the values are.",
        "Write `is:` with number, date, yes/no, text or genotype, or its `levels:`.");
    return Optional.empty();
  }

  /// Keys that say nothing about this kind of variable.
  private void strangers(String kind) {
    Map<String, List<String>> homes = new LinkedHashMap<>();
    homes.put("unit", List.of("number"));
    homes.put("range", List.of("number"));
    homes.put("analyte", List.of("number"));
    homes.put("censored", List.of("number"));
    homes.put("levels", List.of("levels", "list"));
    homes.put("ordered", List.of("levels"));
    homes.put("reference", List.of("levels", "expression"));
    homes.put("cq", List.of("expression"));
    homes.put("calibrator", List.of("expression"));
    homes.put("print", List.of("levels"));
    homes.put("codes", List.of("levels", "yes/no", "genotype"));
    GenotypeReader.KEYS.forEach(key -> homes.put(key, List.of("genotype")));
    homes.forEach((key, kinds) ->
        entries
            .clause(key)
            .filter(it -> !kind.isEmpty() && !kinds.contains(kind))
            .ifPresent(it ->
                problems.error(
                    DOES_NOT_FIT,
                    it.at(),
                    "`" + key + "` says nothing about " + article(kind) + ".",
                    "It belongs to: " + String.join(", ", kinds) + ".")));
  }

  private static String article(String kind) {
    return kind.equals("levels") ? "levels" : "a variable that is " + kind;
  }

  /// Relative expression: from threshold cycles, or ready.
  private Optional<Dictionary.Type> expression() {
    Optional<Clause> cycles = entries.clause("cq").filter(it -> entries.text("cq").isPresent());
    List<Clause> references = entries.names("reference");
    Optional<Clause> calibrator =
        entries.clause("calibrator").filter(it -> entries.text("calibrator").isPresent());
    if (entries.clause("cq").isEmpty() && references.isEmpty()) {
      return Optional.of(new Dictionary.Type.Measure(new Pcr.Ready()));
    }
    if (cycles.isEmpty() || references.isEmpty()) {
      problems.error(
          "study/expression-reference",
          entries.at(),
          cycles.isEmpty()
              ? "Relative expression needs the threshold cycle of its gene beside those of the"
                  + " reference genes."
              : "Relative expression needs at least one reference gene; two or more are better.",
          "Write, for example, `{is: expression, cq: mdm2_cq, reference: [gapdh_cq, b2m_cq]}`.");
      return Optional.empty();
    }
    return Optional.of(
        new Dictionary.Type.Measure(new Pcr.Computed(cycles.get(), references, calibrator)));
  }

  private Optional<Dictionary.Type> number() {
    Optional<Unit> unit = entries.clause("unit").map(this::unit).orElse(Optional.of(Unit.NONE));
    Optional<Range> range =
        unit.flatMap(it -> entries.clause("range").flatMap(text -> range(text, it)));
    String analyte = entries.clause("analyte").flatMap(this::analyte).orElse("");
    boolean censored = entries.yes("censored", false);
    return Optional.of(measure(unit.orElse(Unit.NONE), range, censored, analyte));
  }

  private Optional<Range> range(Clause clause, Unit unit) {
    return Ranges.read(clause, unit, entries.text("analyte").orElse(""), problems);
  }

  private Optional<Unit> unit(Clause clause) {
    if (!Words.single(clause, "a unit", problems)) {
      return Optional.empty();
    }
    Optional<Unit> unit = Units.read(clause.words());
    if (unit.isEmpty()) {
      String nearest = NearestWord.question(clause.words(), Units.common());
      problems.error(
          ExprText.UNKNOWN_UNIT,
          clause.wordsAt(),
          "`" + clause.words() + "` is not a unit that is known here.",
          nearest.isEmpty()
              ? "Write a unit such as years, percent, 10^9/L, mg/dL, umol/L; AU for arbitrary units."
              : nearest);
    }
    return unit;
  }

  private Optional<String> analyte(Clause clause) {
    if (!Words.single(clause, "an analyte", problems)) {
      return Optional.empty();
    }
    if (MolarMass.of(clause.words()).isEmpty()) {
      String nearest = NearestWord.question(clause.words(), MolarMass.analytes());
      problems.error(
          "study/unknown-analyte",
          clause.wordsAt(),
          "The molar mass of `" + clause.words() + "` is not known here.",
          nearest.isEmpty()
              ? "Known are " + String.join(", ", MolarMass.analytes()) + "."
              : nearest);
    }
    return Optional.of(clause.words());
  }
}
