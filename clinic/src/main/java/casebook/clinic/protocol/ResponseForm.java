// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.language.Clause;
import casebook.study.language.Form;
import casebook.study.problem.Checked;

/// What counts as a response: a definition of one's own, or the name of a published one.
final class ResponseForm {
  static final Form<ResponseDefinition> RESPONSE =
      new Form<>(
          "response",
          "What counts as a response, read from the top; or the name of a published definition: "
              + String.join(", ", PublishedResponses.NAMES)
              + ".",
          ResponseFields.ALL,
          """
          response:
            complete: platelets >= 150
            partial: platelets >= 80
            no response: otherwise
            confirmed: no
          """,
          ResponseForm::read);

  private ResponseForm() {}

  private static Checked<ResponseDefinition> read(Clause clause) {
    return clause.isWords()
        ? PublishedResponses.named(clause)
        : ResponseReader.read(clause, "this study");
  }
}
