// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Calibration;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary.Assay;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Names;
import casebook.study.language.Pcr;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How variables were measured.
final class AssayForm {
  private static final String CALIBRATION = "calibration";

  static final List<Field> CALIBRATION_FIELDS =
      List.of(
          Field.required(
              "plates",
              Kind.TEXT,
              "The file of the readings, one row a well, with the columns plate, well, kind"
                  + " (standard, sample, control, blank), sample (the person, or the control's"
                  + " name), concentration, and the response.",
              "readings.csv"),
          Field.optional("curve", Kind.WORD, "The curve: of four parameters, or of five.", "5PL")
              .among("4PL", "5PL")
              .otherwise("4PL"),
          Field.optional("response", Kind.TEXT, "The column of the readings.", "absorbance")
              .otherwise("od"),
          Field.optional(
                  "weights",
                  Kind.WORD,
                  "How much a standard counts: all the same (equal), or by one over the square of"
                      + " its reading (relative).",
                  "relative")
              .among("equal", "relative")
              .otherwise("equal"),
          Field.optional(
              "units",
              Kind.TEXT,
              "A column with the unit of each concentration, which is then checked.",
              "unit"),
          Field.optional(
              "dilution",
              Kind.TEXT,
              "A column with the factor by which a sample was diluted (100 for 1:100); its value is"
                  + " multiplied by it.",
              "dilution"),
          Field.optional(
              "day",
              Kind.TEXT,
              "A column with the day on which a plate was measured; the imprecision between days is"
                  + " then told from that between plates.",
              "day"));

  static final List<Field> FIELDS =
      List.of(
          Field.optional("method", Kind.TEXT, "The method.", "ELISA"),
          Field.optional(
              "CV within run", Kind.TEXT, "Coefficient of variation in one run.", "3 to 6 %"),
          Field.optional(
              "CV between runs", Kind.TEXT, "Coefficient of variation between runs.", "4 to 8 %"),
          Field.optional("CV from", Kind.TEXT, "Who found these coefficients.", "manufacturer"),
          Field.optional(
                  CALIBRATION,
                  Kind.ENTRIES,
                  "How the readings of plates become values, by the curve of the standards on each"
                      + " plate.",
                  "{plates: readings.csv, curve: 4PL}")
              .with(CALIBRATION_FIELDS.toArray(new Field[0])),
          Field.optional(
                  "efficiency",
                  Kind.TEXT,
                  "How well a PCR runs: 100 % when the product doubles in each cycle.",
                  "97 %")
              .otherwise("100 %, unless there is a dilution series"),
          Field.optional(
                  "dilution series",
                  Kind.ENTRIES,
                  "Amounts of a standard with their threshold cycles; the efficiency is taken from"
                      + " their slope.",
                  "{1000: 20.1, 100: 23.5, 10: 26.9}")
              .with(Field.optional("<amount>", Kind.NUMBER, "Its threshold cycle.", "23.5")),
          Field.optional(
                  "replicates",
                  Kind.NAMES,
                  "The columns that hold technical replicates of a threshold cycle.",
                  "[mdm2_cq1, mdm2_cq2]")
              .otherwise("one column of the name"),
          Field.optional(
              "limit",
              Kind.NUMBER,
              "Cycles from which on nothing counts as detected; such values are kept as censored.",
              "40"),
          Field.optional("<fact>", Kind.TEXT, "Anything else to print.", "Asserachrom"));

  /// Facts that are read, beside those that are only printed.
  private static final Set<String> OWN =
      Set.of("method", CALIBRATION, "efficiency", "dilution series", "replicates", "limit");

  static final Form<List<Assay>> ASSAYS =
      new Form<>(
          "assays",
          "How variables were measured; several names may share a line.",
          List.of(
              Field.optional("<name>", Kind.ENTRIES, "The assay of a variable.", "{method: ELISA}")
                  .with(FIELDS.toArray(new Field[0]))),
          """
          assays:
            igm_ps: {method: ELISA, CV within run: 3 to 6 %, CV between runs: 4 to 8 %}
          """,
          AssayForm::unchecked);

  private AssayForm() {}

  private static Checked<List<Assay>> unchecked(Clause clause) {
    Problems problems = new Problems();
    List<Assay> assays = new ArrayList<>();
    for (Clause entry : Entries.of(clause, ASSAYS.fields(), problems).named()) {
      Entries facts = Entries.of(entry, FIELDS, problems);
      String method = facts.text("method").orElse("");
      List<Clause> details =
          entry.children().stream()
              .filter(fact -> !OWN.contains(fact.keyword()))
              .filter(fact -> Words.single(fact, "text", problems))
              .toList();
      List<String> names = Words.sharing(entry).stream().map(Clause::keyword).toList();
      Optional<Calibration> calibration =
          facts.clause(CALIBRATION).flatMap(it -> calibration(it, names, problems));
      Pcr.Amplification amplification = AmplificationReader.read(facts, names.size(), problems);
      assays.add(new Assay(names, method, details, calibration, amplification, entry.at()));
    }
    return problems.with(assays);
  }

  private static Optional<Calibration> calibration(
      Clause clause, List<String> names, Problems problems) {
    Entries entries = Entries.of(clause, CALIBRATION_FIELDS, problems);
    if (names.size() > 1) {
      problems.error(
          "study/calibration-of-several",
          clause.at(),
          "One calibration stands for "
              + String.join(", ", names)
              + "; the standards of a plate are of one measurement.",
          "Give each variable an entry of its own under `assays`, with its own readings.");
    }
    boolean five = entries.word("curve").filter("5PL"::equals).isPresent();
    boolean relative = entries.word("weights").filter("relative"::equals).isPresent();
    String response = entries.text("response").orElse("od");
    Optional<String> units = entries.text("units");
    Optional<String> dilution = entries.text("dilution");
    Optional<String> day = entries.text("day");
    return entries
        .text("plates")
        .map(file ->
            new Calibration(
                file,
                five ? Calibration.Curve.FIVE_PARAMETERS : Calibration.Curve.FOUR_PARAMETERS,
                response,
                relative ? Calibration.Weights.RELATIVE : Calibration.Weights.EQUAL,
                units,
                dilution,
                day,
                clause.at()));
  }

  /// Says which assays are of variables that do not exist.
  static void known(Clause clause, Names names, Problems problems) {
    clause.children().stream()
        .flatMap(entry -> Words.sharing(entry).stream())
        .filter(name -> names.find(name.keyword()).isEmpty())
        .forEach(name -> problems.add(names.unknown(name.keyword(), name.at())));
  }
}
