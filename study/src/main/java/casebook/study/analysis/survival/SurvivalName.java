// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.language.Dictionary;
import casebook.study.language.Study;
import java.util.List;
import java.util.Optional;

/// A name that a time can run from, to, or until: a variable of the study, or a day that the events
/// of the patients give.
///
/// @param name as in the study file, and as the column of the cohort is called
/// @param label how a paper calls it
/// @param type what its values are
record SurvivalName(String name, String label, Dictionary.Type type) {
  /// The days that are known of patients whose events were recorded.
  static final List<String> DAYS =
      List.of("start", "response", "lost", "relapse", Clock.DEATH, Clock.LAST_CONTACT);

  /// The section of a study file that says which events were recorded.
  private static final String EVENTS = "events";

  static Optional<SurvivalName> find(Study study, String name) {
    return StudyVariable.find(study, name)
        .map(it -> new SurvivalName(name, it.label(), it.type()))
        .or(() ->
            study.section(EVENTS).isPresent() && DAYS.contains(name)
                ? Optional.of(new SurvivalName(name, name, new Dictionary.Type.Date()))
                : Optional.empty());
  }

  boolean isDate() {
    return type instanceof Dictionary.Type.Date;
  }

  boolean isYesNo() {
    return type instanceof Dictionary.Type.YesNo;
  }

  boolean isNumber() {
    return type instanceof Dictionary.Type.Measure;
  }

  /// Says whether something with this type can be waited for.
  boolean canHappen() {
    return isDate() || isYesNo();
  }
}
