// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.HERE;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.Treatment;
import casebook.clinic.protocol.Treatment.Dosing;
import casebook.clinic.protocol.Treatment.MonitoringLine;
import casebook.clinic.protocol.Treatment.Stage;
import casebook.clinic.protocol.Treatment.StopRule;
import java.util.List;
import java.util.Optional;

/// Protocols that differ from the letter's in one thing; levels are of any specimen, and the
/// forecast is asked for.
final class OtherProtocols {
  private static final Protocol ANY = LetterProtocol.with(Optional.empty(), true);

  private OtherProtocols() {}

  /// Another drug, or so many times a day.
  static Protocol drug(String drug, int timesPerDay) {
    return dosing(drug, ANY.treatment().dosing().stages(), timesPerDay);
  }

  /// Nothing is said of the dose.
  static Protocol withoutStages() {
    return dosing("cyclosporine", List.of(), 2);
  }

  private static Protocol dosing(String drug, List<Stage> stages, int timesPerDay) {
    Dosing dosing =
        new Dosing(drug, stages, timesPerDay, ANY.treatment().dosing().capsules(), HERE, HERE);
    return changed(dosing, ANY.treatment().monitoring(), ANY.response());
  }

  /// Treatment that ends by the response; empty: it is not said what one is.
  static Protocol stops(Optional<ResponseDefinition> response, StopRule... rules) {
    Dosing d = ANY.treatment().dosing();
    Dosing dosing = new Dosing(d.drug(), d.stages(), 2, d.capsules(), List.of(rules), HERE, HERE);
    return changed(dosing, ANY.treatment().monitoring(), response);
  }

  /// Another calendar.
  static Protocol monitoring(MonitoringLine... lines) {
    return changed(ANY.treatment().dosing(), List.of(lines), ANY.response());
  }

  /// Another definition of response.
  static Protocol response(ResponseDefinition response) {
    Treatment treatment = ANY.treatment();
    return changed(treatment.dosing(), treatment.monitoring(), Optional.of(response));
  }

  private static Protocol changed(
      Dosing dosing, List<MonitoringLine> lines, Optional<ResponseDefinition> response) {
    Treatment t = ANY.treatment();
    Treatment treatment =
        new Treatment(
            dosing,
            t.level(),
            t.baselines(),
            lines,
            t.doseRules(),
            t.coMedication(),
            t.forecast(),
            HERE);
    return new Protocol(List.of(), new Measures(List.of()), treatment, response);
  }
}
