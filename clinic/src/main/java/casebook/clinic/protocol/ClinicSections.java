// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Measures.Measure;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Form;
import casebook.study.language.Section;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sections of a study file that the clinic reads.
public final class ClinicSections {
  /// All of them.
  public static final List<Section> ALL = List.of(new Events(), new Treated(), new Responding());

  private ClinicSections() {}

  private record Events() implements Section {
    @Override
    public Form<?> form() {
      return EventsForm.EVENTS;
    }

    @Override
    public Map<String, Dictionary.Type> measures(Clause clause) {
      Map<String, Dictionary.Type> types = new LinkedHashMap<>();
      Optional<Measures> measures = EventsForm.EVENTS.reader().apply(clause).value();
      for (Measure measure : measures.map(Measures::list).orElse(List.of())) {
        if (measure.measured()) {
          types.put(
              measure.name(), new Dictionary.Type.Measure(measure.unit(), Optional.empty(), true));
        }
      }
      return types;
    }

    @Override
    public List<Dictionary.Variable> variables(Clause clause) {
      return Brought.byEvents(clause);
    }
  }

  private record Treated() implements Section {
    @Override
    public Form<?> form() {
      return TreatmentForm.TREATMENT;
    }

    @Override
    public List<Dictionary.Variable> variables(Clause clause) {
      return Brought.byTreatment(clause);
    }

    @Override
    public List<Problem> check(Study study) {
      return ProtocolReader.read(study).map(it -> it.problems()).orElse(List.of());
    }
  }

  private record Responding() implements Section {
    @Override
    public Form<?> form() {
      return ResponseForm.RESPONSE;
    }

    @Override
    public List<Dictionary.Variable> variables(Clause clause) {
      return Brought.byResponse(clause);
    }
  }
}
