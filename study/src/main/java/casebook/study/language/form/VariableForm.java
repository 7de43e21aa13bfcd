// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The variables: what was measured, in which column, in which unit or with which levels.
final class VariableForm {
  /// The code of a variable that is declared twice.
  static final String DUPLICATE = "study/duplicate-variable";

  private static final List<Field> OWN =
      List.of(
          Field.optional("is", Kind.WORD, "What its values are.", "number")
              .among(TypeReader.KINDS.toArray(new String[0]))
              .otherwise("levels, where levels or codes are declared"),
          Field.optional(
                  "of", Kind.WORD, "Of whom it was asked; others are not applicable.", "cases")
              .among("all", "cases", "controls")
              .otherwise("all"),
          Field.optional("unit", Kind.TEXT, "The unit of a number.", "years"),
          Field.optional("label", Kind.TEXT, "How the paper calls it.", "Age at first event")
              .otherwise("the name with spaces"),
          Field.optional(
                  "levels",
                  Kind.LIST,
                  "Its levels, the reference first; of a list its items with what they mean.",
                  "[DVT, PE, other]")
              .with(Field.optional("<item>", Kind.TEXT, "What the item means.", "prednisone")),
          Field.optional(
                  "codes",
                  Kind.ENTRIES,
                  "What the data say, and what it means.",
                  "{1: male, 2: female}")
              .with(Field.optional("<code>", Kind.TEXT, "The level that the code means.", "male")),
          Field.optional(
                  "reference",
                  Kind.NAMES,
                  "The level that others are compared with; of an expression the threshold cycles of"
                      + " its reference genes.",
                  "male")
              .otherwise("the first level"),
          Field.optional(
              "cq",
              Kind.VARIABLE,
              "The threshold cycle (Cq) from which an expression is computed.",
              "mdm2_cq"),
          Field.optional(
              "calibrator", Kind.TEXT, "The person whose expression is 1.", "healthy pool"),
          Field.optional("ordered", Kind.YES_NO, "Whether the levels are a rising scale.", "yes")
              .otherwise("no"),
          Field.optional("range", Kind.TEXT, "Plausible values, both ends included.", "0 to 110"),
          Field.optional(
                  "analyte", Kind.TEXT, "What was measured, for its molar mass.", "creatinine")
              .otherwise("the name"),
          Field.optional(
              "missing", Kind.LIST, "Texts that mean missing, beside those of the file.", "[-9]"),
          Field.optional("column", Kind.TEXT, "The header of its column.", "Age (y)")
              .otherwise("the name"),
          Field.optional("print", Kind.ENTRIES, "How levels are printed.", "{minor: +, major: ++}")
              .with(Field.optional("<level>", Kind.TEXT, "The text to print.", "+")),
          Field.optional(
                  "censored",
                  Kind.YES_NO,
                  "Whether <10 and >1000 are kept as censored values.",
                  "yes")
              .otherwise("no"));

  static final List<Field> FIELDS =
      Stream.concat(OWN.stream(), GenotypeReader.FIELDS.stream()).toList();

  static final Form<List<Variable>> VARIABLES =
      new Form<>(
          "variables",
          "What was measured; several names may share a line.",
          List.of(
              Field.required(
                      "<name>",
                      Kind.TEXT,
                      "A variable: its kind, its levels with | between, or entries.",
                      "age: {is: number, unit: years, range: 0 to 110}")
                  .with(FIELDS.toArray(new Field[0]))),
          """
          variables:
            sex: {codes: {1: male, 2: female}, reference: male}
            age: {is: number, unit: years, range: 0 to 110}
            "referred, sampled": date
          """,
          VariableForm::read);

  private VariableForm() {}

  private static Checked<List<Variable>> read(Clause clause) {
    Problems problems = new Problems();
    List<Variable> variables = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (Clause entry : Entries.of(clause, VARIABLES.fields(), problems).named()) {
      List<Clause> sharing = Words.sharing(entry);
      Optional<Meaning> meaning = meaning(sharing, problems);
      for (Clause name : sharing) {
        boolean fresh = Label.isName(name, problems) && fresh(name, lines, problems);
        if (fresh && meaning.isPresent()) {
          variables.add(meaning.get().variable(name));
        }
      }
    }
    return problems.with(variables);
  }

  /// Says whether a name is declared for the first time.
  static boolean fresh(Clause name, Map<String, Integer> lines, Problems problems) {
    Integer first = lines.putIfAbsent(name.keyword(), name.at().line());
    if (first != null) {
      problems.error(
          DUPLICATE,
          name.at(),
          "`" + name.keyword() + "` stands twice: in line " + first + " and here.",
          "Keep one of them.");
    }
    return first == null;
  }

  /// What a line says of each name in it.
  private record Meaning(
      Dictionary.Type type,
      String of,
      Optional<String> label,
      Optional<String> column,
      List<String> missing) {

    Variable variable(Clause name) {
      return new Variable(
          name.keyword(),
          column.orElse(name.keyword()),
          label.orElse(Label.of(name.keyword())),
          type,
          of,
          missing,
          name.at());
    }
  }

  private static Optional<Meaning> meaning(List<Clause> sharing, Problems problems) {
    Clause first = sharing.getFirst();
    String names = String.join(", ", sharing.stream().map(Clause::keyword).toList());
    if (first.isWords()) {
      return TypeReader.ofWords(first, problems)
          .map(type -> new Meaning(type, "all", Optional.empty(), Optional.empty(), List.of()));
    }
    Clause whole =
        new Clause(
            names, "", first.shape(), first.children(), first.at(), first.wordsAt(), List.of());
    Clause entries = bareCodes(whole, problems);
    Entries read = Entries.of(entries, FIELDS, problems);
    Optional<String> label = read.text("label");
    Optional<String> column = read.text("column");
    if (sharing.size() > 1) {
      notShared("label", read, problems);
      notShared("column", read, problems);
    }
    String of = read.word("of").orElse("all");
    List<String> missing = read.items("missing").stream().map(Clause::words).toList();
    return new TypeReader(read, problems)
        .type()
        .map(type -> new Meaning(type, of, label, column, missing));
  }

  private static void notShared(String key, Entries entries, Problems problems) {
    entries
        .clause(key)
        .ifPresent(shared ->
            problems.error(
                "study/shared-" + key,
                shared.at(),
                "Several variables cannot share one " + key + ".",
                "Give each a line of its own."));
  }

  /// `sex: {1: male, 2: female}` means `sex: {codes: {1: male, 2: female}}`; beside other entries
  /// it has to be written so.
  private static Clause bareCodes(Clause entry, Problems problems) {
    List<Clause> codes = entry.children().stream().filter(VariableForm::bareCode).toList();
    if (entry.shape() != Clause.Shape.MAP || codes.isEmpty()) {
      return entry;
    }
    List<Clause> children = new ArrayList<>(entry.children());
    children.removeAll(codes);
    if (!children.isEmpty()) {
      String pairs =
          String.join(", ", codes.stream().map(it -> it.keyword() + ": " + it.words()).toList());
      problems.error(
          "study/codes-without-word",
          codes.getFirst().at(),
          "Codes that stand beside other entries need the word `codes`.",
          "Write `codes: {" + pairs + "}`.");
    }
    Clause declared =
        new Clause("codes", "", Clause.Shape.MAP, codes, entry.wordsAt(), entry.wordsAt());
    children.add(declared);
    return new Clause(entry.keyword(), "", Clause.Shape.MAP, children, entry.at(), entry.wordsAt());
  }

  private static boolean bareCode(Clause child) {
    return child.keyword().matches("-?\\d+") && child.isWords();
  }
}
