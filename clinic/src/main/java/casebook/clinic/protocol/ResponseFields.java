// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import java.util.List;

/// The entries of `response:`.
final class ResponseFields {
  static final List<Field> ALL =
      List.of(
          Field.optional("complete", Kind.TEXT, "A complete response.", "platelets >= 150"),
          Field.optional("partial", Kind.TEXT, "A partial response.", "platelets >= 80"),
          Field.optional("no response", Kind.TEXT, "What is left.", "otherwise"),
          Field.optional(
                  "confirmed",
                  Kind.TEXT,
                  "A second count, at least so long after the first, makes a response certain.",
                  "7 days")
              .otherwise("no"),
          Field.optional(
                  "not counted",
                  Kind.TEXT,
                  "Counts that make no response.",
                  "within 4 weeks after rescue")
              .otherwise("all count"),
          Field.optional("lost", Kind.TEXT, "When a response is lost.", "platelets < 80")
              .otherwise("when it is neither complete nor partial"),
          Field.optional(
              "relapse",
              Kind.TEXT,
              "When it is a relapse.",
              "platelets < 30 at 2 counts or rescue"),
          Field.optional(
              "dependent",
              Kind.TEXT,
              "What makes a response depend on the drug.",
              "lost within 3 months after stopping and regained after restarting"),
          Field.optional(
                  "dependent counts as response",
                  Kind.YES_NO,
                  "Whether such a response is a response.",
                  "yes")
              .otherwise("yes"),
          Field.optional(
              "stable remission",
              Kind.TEXT,
              "What makes a remission stable.",
              "complete or partial at every count over 6 months"));

  private ResponseFields() {}
}
