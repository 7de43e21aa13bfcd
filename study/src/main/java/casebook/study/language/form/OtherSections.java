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
record OtherSections(List<Clause> clauses, Map<String, Dictionary.Type> measures) {
  /// Lets their forms read the sections, for their problems.
  static OtherSections read(List<Section> sections, Entries top, Problems problems) {
    List<Clause> clauses = new ArrayList<>();
    Map<String, Dictionary.Type> measures = new LinkedHashMap<>();
    for (Section section : sections) {
      Optional<Clause> clause = top.clause(section.form().keyword());
      if (clause.isPresent()) {
        section.form().reader().apply(clause.get()).problems().forEach(problems::add);
        measures.putAll(section.measures(clause.get()));
        clauses.add(clause.get());
      }
    }
    return new OtherSections(clauses, measures);
  }
}
