// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The variables that the sections of the clinic bring: what the events of a patient come to.
public final class Brought {
  /// The day of the first dose of the drug of the treatment.
  public static final String START = "start";

  /// The day of the death.
  public static final String DEATH = "death";

  /// The last day on which anything is known of the patient.
  public static final String LAST_CONTACT = "last contact";

  /// Whether the best response is partial or complete.
  public static final String RESPONDER = "responder";

  /// The best response.
  public static final String BEST = "best response";

  /// The day of the first count in response.
  public static final String RESPONSE = "response";

  /// The day of the count by which the first response was lost.
  public static final String LOST = "lost";

  /// The day of the first relapse.
  public static final String RELAPSE = "relapse";

  private Brought() {}

  static List<Variable> byEvents(Clause events) {
    return List.of(
        variable(DEATH, "Death", new Dictionary.Type.Date(), events),
        variable(LAST_CONTACT, "Last contact", new Dictionary.Type.Date(), events));
  }

  static List<Variable> byTreatment(Clause treatment) {
    return List.of(variable(START, "First dose", new Dictionary.Type.Date(), treatment));
  }

  static List<Variable> byResponse(Clause response) {
    Dictionary.Type best = new Dictionary.Type.Levels(words(), Map.of(), true);
    return List.of(
        variable(RESPONDER, "Responder", new Dictionary.Type.YesNo(Map.of()), response),
        variable(BEST, "Best response", best, response),
        variable(RESPONSE, "First response", new Dictionary.Type.Date(), response),
        variable(LOST, "Response lost", new Dictionary.Type.Date(), response),
        variable(RELAPSE, "Relapse", new Dictionary.Type.Date(), response));
  }

  /// The responses as a study file writes them, from none to complete.
  public static List<String> words() {
    return Arrays.stream(ResponseDefinition.Response.values())
        .map(ResponseDefinition.Response::word)
        .toList();
  }

  private static Variable variable(
      String name, String label, Dictionary.Type type, Clause section) {
    return new Variable(name, name, label, type, "all", List.of(), section.at());
  }
}
