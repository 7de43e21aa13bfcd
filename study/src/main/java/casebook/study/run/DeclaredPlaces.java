// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import casebook.study.finding.Declared;
import casebook.study.finding.Declared.Place;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary.Assay;
import casebook.study.language.Study;
import casebook.study.problem.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says where in its file a study declares what.
final class DeclaredPlaces {
  private final Map<String, Place> places = new LinkedHashMap<>();

  private DeclaredPlaces() {}

  static Declared of(Study study) {
    DeclaredPlaces found = new DeclaredPlaces();
    for (Clause said : study.heading().said()) {
      found.put(said.keyword(), said.words(), said.at());
    }
    List<Clause> ethics = study.heading().ethics();
    if (!ethics.isEmpty()) {
      found.put("ethics", facts(ethics), ethics.getFirst().at());
    }
    study.selection().cases().ifPresent(it -> found.put("cases", "", it.at()));
    study.selection().controls().ifPresent(it -> found.put("controls", "", it.at()));
    study.selection().eligibility().stream()
        .findFirst()
        .ifPresent(it -> found.put("eligibility", "", it.at()));
    study.selection().matching().ifPresent(it -> found.put("matching", "", it.at()));
    study.dictionary().variables().stream()
        .findFirst()
        .ifPresent(it -> found.put("variables", "", it.at()));
    List<Assay> assays = study.dictionary().assays();
    if (!assays.isEmpty()) {
      found.put("assays", "", assays.getFirst().at());
    }
    study.limits().stream().findFirst().ifPresent(it -> found.put("reference limits", "", it.at()));
    study.derived().stream().findFirst().ifPresent(it -> found.put("derived", "", it.at()));
    found.analyses(study.analyses());
    return new Declared(found.places);
  }

  private void analyses(List<Clause> analyses) {
    for (Clause analysis : analyses) {
      put("analyses", "", analysis.at());
      analysis
          .child("primary")
          .filter(it -> it.words().equals("yes"))
          .ifPresent(it -> put("primary", "", it.at()));
      for (String option : List.of("adjusted for", "restricted to", "stratified by")) {
        analysis.child(option).ifPresent(it -> put(option, "", it.at()));
      }
    }
  }

  private static String facts(List<Clause> ethics) {
    return ethics.stream()
        .map(fact -> fact.keyword() + ": " + fact.words())
        .collect(Collectors.joining("; "));
  }

  private void put(String section, String words, Span at) {
    places.putIfAbsent(section, new Place(words, at.line()));
  }
}
