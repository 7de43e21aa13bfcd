// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import java.util.List;

/// The entries of `treatment:`.
final class TreatmentFields {
  static final List<Field> LEVEL =
      List.of(
          Field.optional(
              "trough", Kind.TEXT, "The window of the level before a dose.", "200 to 400 ng/mL"),
          Field.optional(
              "peak", Kind.TEXT, "The window of the level after a dose.", "600 to 800 ng/mL"),
          Field.optional("measure", Kind.TEXT, "The event that holds the level.", "cya_level")
              .otherwise("the only event with specimen or hours since dose"),
          Field.optional("specimen", Kind.TEXT, "For which specimen the window holds.", "serum")
              .otherwise("any"),
          Field.optional(
                  "at", Kind.TEXT, "The hours after a dose at which a sample counts.", "11 to 13 h")
              .otherwise("any"),
          Field.optional(
                  "steady after",
                  Kind.TEXT,
                  "The time of one dose that makes a steady state.",
                  "3 days")
              .otherwise("3 days"));

  static final List<Field> LINE =
      List.of(
          Field.required("measure", Kind.NAMES, "What is measured.", "[cya_level, creatinine]"),
          Field.required(
              "every",
              Kind.TEXT,
              "How far visits are apart, in phases; `±2 days` is the window of a visit.",
              "1 week for 1 month then 2 months"),
          Field.optional(
              "from stable remission",
              Kind.TEXT,
              "How far they are apart from stable remission on.",
              "6 months"));

  static final List<Field> RULE =
      List.of(
          Field.required("do", Kind.TEXT, "What is done with the dose.", "reduce 25 % for 10 days"),
          Field.optional(
              "resume when",
              Kind.TEXT,
              "When the dose before is given again.",
              "creatinine <= 125 % of baseline"),
          Field.optional("otherwise", Kind.TEXT, "What is done when it is not.", "stop and ask"));

  static final List<Field> DRUG =
      List.of(
          Field.optional("permitted", Kind.YES_NO, "Whether the protocol permits it.", "yes"),
          Field.optional(
              "then",
              Kind.TEXT,
              "What follows its start and its stop.",
              "level after 5 to 7 days"));

  static final List<Field> ALL =
      List.of(
          Field.required("drug", Kind.TEXT, "The drug, as the events name it.", "cyclosporine"),
          Field.required(
              "dose",
              Kind.LIST,
              "The doses one after the other; the last has no end.",
              "[5 mg/kg/d for 6 days, 2.5 to 3 mg/kg/d]"),
          Field.optional("given", Kind.WORD, "How often a day.", "twice a day")
              .among("once a day", "twice a day", "three times a day")
              .otherwise("twice a day"),
          Field.optional(
              "capsules", Kind.LIST, "The strengths that exist.", "[25 mg, 50 mg, 100 mg]"),
          Field.optional(
                  "level",
                  Kind.ENTRIES,
                  "The window of the drug level.",
                  "{trough: 200 to 400 ng/mL}")
              .with(LEVEL.toArray(new Field[0])),
          Field.optional(
                  "baseline",
                  Kind.ENTRIES,
                  "How values before start are taken.",
                  "{creatinine: last value in the 30 days before start}")
              .with(
                  Field.optional(
                      "<measure>",
                      Kind.TEXT,
                      "The mean of the last values, or the last value, in some days before start.",
                      "mean of 1 to 2 values in the 30 days before start")),
          Field.optional(
                  "monitoring",
                  Kind.ENTRIES,
                  "What is measured when.",
                  "{blood count: {measure: platelets, every: 1 month}}")
              .with(
                  Field.optional(
                          "<line>",
                          Kind.ENTRIES,
                          "A line of the calendar.",
                          "{measure: platelets, every: 1 month}")
                      .with(LINE.toArray(new Field[0]))),
          Field.optional(
                  "dose changes",
                  Kind.ENTRIES,
                  "What changes the dose.",
                  "{infection: stop for 3 days}")
              .with(
                  Field.optional(
                          "<trigger>",
                          Kind.TEXT,
                          "A comparison or the name of a complication, and what is done.",
                          "reduce 25 % or stop for 3 days")
                      .with(RULE.toArray(new Field[0]))),
          Field.optional(
              "stop when",
              Kind.LIST,
              "When treatment ends by the response: without one, counted from the first dose; with"
                  + " one, from its first day.",
              "[no response after 3 months, response for 6 months]"),
          Field.optional(
                  "co-medication",
                  Kind.ENTRIES,
                  "Other drugs and foods that matter.",
                  "{felodipine: note}")
              .with(
                  Field.optional("<drug>", Kind.WORD, "What the protocol says to it.", "note")
                      .among("permitted", "not permitted", "note", "before or after")
                      .with(DRUG.toArray(new Field[0]))),
          Field.optional("forecast", Kind.YES_NO, "Whether the forecast of levels is shown.", "no")
              .otherwise("no"));

  private TreatmentFields() {}
}
