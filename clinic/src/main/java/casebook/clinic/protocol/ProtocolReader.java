// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.language.Clause;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// Puts the sections of a study file together to a protocol, and looks whether they fit.
public final class ProtocolReader {
  private ProtocolReader() {}

  /// The protocol of a study; empty when its file has no `treatment`. The problems are those of the
  /// sections together; those of each section were told when the file was read.
  public static Optional<Checked<Protocol>> read(Study study) {
    return study.section("treatment").map(clause -> read(study, clause));
  }

  private static Checked<Protocol> read(Study study, Clause clause) {
    Optional<Treatment> treatment = TreatmentForm.TREATMENT.reader().apply(clause).value();
    Measures measures = measures(study);
    Optional<ResponseDefinition> response = response(study);
    if (treatment.isEmpty()) {
      return Checked.none(List.of());
    }
    Problems problems = new Problems();
    Fitting fitting = new Fitting(measures, problems);
    Treatment fitted = fitting.fit(treatment.get(), response);
    Optional<ResponseDefinition> counted = response.map(it -> fitting.fit(it, measures));
    Undetected.look(fitted, measures, problems);
    Protocol protocol =
        new Protocol(
            study.selection().eligibility(),
            study.dictionary().moments(),
            measures,
            fitted,
            counted);
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(protocol);
  }

  /// What the file of events may hold; nothing when the study file does not say.
  public static Measures measures(Study study) {
    return study
        .section("events")
        .flatMap(it -> EventsForm.EVENTS.reader().apply(it).value())
        .orElse(new Measures(List.of()));
  }

  /// What counts as a response; empty when the study file does not say.
  public static Optional<ResponseDefinition> response(Study study) {
    return study
        .section("response")
        .flatMap(it -> ResponseForm.RESPONSE.reader().apply(it).value());
  }
}
