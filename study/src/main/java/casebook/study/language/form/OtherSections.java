// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Entries;
import casebook.study.language.Section;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sections of a study file that others read, as clauses.
///
/// @param clauses the sections that are there
/// @param measures the measurements that they declare, by name
/// @param brought the variables that they bring
record OtherSections(
    List<Clause> clauses,
    Map<String, Dictionary.Type> measures,
    List<Dictionary.Variable> brought) {
  /// Lets their forms read the sections, for their problems.
  static OtherSections read(List<Section> sections, Entries top, Problems problems) {
    List<Clause> clauses = new ArrayList<>();
    Map<String, Dictionary.Type> measures = new LinkedHashMap<>();
    List<Dictionary.Variable> brought = new ArrayList<>();
    for (Section section : sections) {
      Optional<Clause> clause = top.clause(section.form().keyword());
      if (clause.isPresent()) {
        section.form().reader().apply(clause.get()).problems().forEach(problems::add);
        measures.putAll(section.measures(clause.get()));
        brought.addAll(section.variables(clause.get()));
        clauses.add(clause.get());
      }
    }
    return new OtherSections(clauses, measures, brought);
  }

  /// The variables that they bring and the file does not declare.
  List<Dictionary.Variable> brought(List<Dictionary.Variable> declared) {
    return brought.stream()
        .filter(it -> declared.stream().noneMatch(other -> other.name().equals(it.name())))
        .toList();
  }
}
