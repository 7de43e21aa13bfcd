// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Measures.Kind;
import casebook.clinic.protocol.Measures.Measure;
import casebook.clinic.protocol.Measures.Range;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Form;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the file of events may hold.
final class EventsForm {
  private static final List<String> BESIDE =
      List.of("specimen", "assay", "hours since dose", "grade", "end", "action");
  private static final List<String> OF_LEVELS = List.of("specimen", "hours since dose");
  private static final Pattern RANGE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s+to\\s+(\\d+(?:\\.\\d+)?)");

  private static final List<Field> FIELDS =
      List.of(
          Field.optional("is", Field.Kind.WORD, "What such an event is.", "drug")
              .among("number", "drug", "text", "cause")
              .otherwise("number"),
          Field.optional("unit", Field.Kind.TEXT, "The unit; other units are converted.", "10^9/L")
              .otherwise("a bare number"),
          Field.optional(
              "normal", Field.Kind.TEXT, "The normal range, both ends included.", "150 to 400"),
          Field.optional("label", Field.Kind.TEXT, "How the paper calls it.", "Platelets")
              .otherwise("the name"),
          Field.optional(
                  "with",
                  Field.Kind.LIST,
                  "What stands beside the value: " + String.join(", ", BESIDE) + ".",
                  "[specimen, assay, hours since dose]")
              .otherwise("nothing"));

  static final Form<Measures> EVENTS =
      new Form<>(
          "events",
          "What the file of events may hold; several names may share a line.",
          List.of(
              Field.optional(
                      "<name>",
                      Field.Kind.ENTRIES,
                      "What happens again and again: a measurement, a drug, a complication.",
                      "{unit: 10^9/L, normal: 150 to 400}")
                  .with(FIELDS.toArray(new Field[0]))),
          """
          events:
            platelets: {unit: 10^9/L, normal: 150 to 400}
            cya_level: {unit: ng/mL, with: [specimen, assay, hours since dose]}
            "cyclosporine, felodipine": {is: drug}
          """,
          EventsForm::read);

  private EventsForm() {}

  private static Checked<Measures> read(Clause clause) {
    Problems problems = new Problems();
    List<Measure> measures = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (Clause entry : Entries.of(clause, EVENTS.fields(), problems).named()) {
      Entries entries = Entries.of(entry, FIELDS, problems);
      List<Clause> sharing = Words.sharing(entry);
      Optional<String> label = entries.text("label");
      Optional<Unit> unit = unit(entries, problems);
      Optional<Range> normal = normal(entries, problems);
      List<String> with = with(entries, problems);
      Kind kind = kind(entries.word("is").orElse("number"), with);
      for (Clause name : sharing) {
        if (fresh(name, lines, problems)) {
          measures.add(
              new Measure(
                  name.keyword(),
                  kind,
                  unit.orElse(Unit.NONE),
                  normal,
                  label.orElse(name.keyword().replace('_', ' ')),
                  with,
                  name.at()));
        }
      }
    }
    return problems.with(new Measures(measures));
  }

  private static Kind kind(String word, List<String> with) {
    return switch (word) {
      case "drug" -> Kind.DRUG;
      case "text" -> Kind.TEXT;
      case "cause" -> Kind.CAUSE;
      default -> with.stream().anyMatch(OF_LEVELS::contains) ? Kind.LEVEL : Kind.NUMBER;
    };
  }

  private static boolean fresh(Clause name, Map<String, Integer> lines, Problems problems) {
    Integer first = lines.putIfAbsent(name.keyword(), name.at().line());
    if (first != null || name.keyword().isEmpty()) {
      problems.error(
          "protocol/event-twice",
          name.at(),
          first == null
              ? "The name of an event is empty."
              : "`" + name.keyword() + "` stands twice: in line " + first + " and here.",
          "Keep one of them.");
    }
    return first == null && !name.keyword().isEmpty();
  }

  private static Optional<Unit> unit(Entries entries, Problems problems) {
    Optional<Clause> clause =
        entries.clause("unit").filter(it -> Words.single(it, "a unit", problems));
    Optional<Unit> unit = clause.flatMap(it -> Units.read(it.words()));
    if (clause.isPresent() && unit.isEmpty()) {
      String nearest = NearestWord.question(clause.get().words(), Units.common());
      problems.error(
          "protocol/unknown-unit",
          clause.get().wordsAt(),
          "`" + clause.get().words() + "` is not a unit that is known here.",
          nearest.isEmpty() ? "Write a unit such as 10^9/L, ng/mL, mg/dL, kg." : nearest);
    }
    return unit;
  }

  private static Optional<Range> normal(Entries entries, Problems problems) {
    Optional<Clause> clause =
        entries.clause("normal").filter(it -> Words.single(it, "a range", problems));
    if (clause.isEmpty()) {
      return Optional.empty();
    }
    Matcher range = RANGE.matcher(clause.get().words());
    if (range.matches()) {
      BigDecimal low = new BigDecimal(range.group(1));
      BigDecimal high = new BigDecimal(range.group(2));
      if (low.compareTo(high) < 0) {
        return Optional.of(new Range(low, high));
      }
    }
    problems.error(
        "protocol/normal-range",
        clause.get().wordsAt(),
        "`" + clause.get().words() + "` is not a range from a smaller to a greater number.",
        "Write, for example, `normal: 150 to 400`.");
    return Optional.empty();
  }

  private static List<String> with(Entries entries, Problems problems) {
    List<String> words = new ArrayList<>();
    for (Clause item : entries.items("with")) {
      if (BESIDE.contains(item.words())) {
        words.add(item.words());
      } else {
        String nearest = NearestWord.question(item.words(), BESIDE);
        problems.error(
            "protocol/beside",
            item.wordsAt(),
            "`" + item.words() + "` cannot stand beside a value.",
            nearest.isEmpty() ? "There are " + String.join(", ", BESIDE) + "." : nearest);
      }
    }
    return words;
  }
}
