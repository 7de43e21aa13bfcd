// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import casebook.study.finding.Declared;
import casebook.study.finding.Declared.Place;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Assay;
import casebook.study.language.Dictionary.Type.Genotype;
import casebook.study.language.Study;
import casebook.study.language.Words;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.Arrays;
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
    study.data().imputations().ifPresent(it -> found.put("imputations", "", it.at()));
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
    found.genotypes(study);
    return new Declared(found.places);
  }

  /// What is said of the genotypes that are analysed as such; nothing where none is.
  private void genotypes(Study study) {
    List<Clause> asked =
        study.analyses().stream().filter(it -> !analysed(it, study).isEmpty()).toList();
    if (asked.isEmpty()) {
      return;
    }
    put("genotypes", "", asked.getFirst().at());
    for (Clause analysis : asked) {
      analysed(analysis, study).forEach(this::variant);
      analysis
          .child("models")
          .flatMap(models -> Words.items(models, new Problems()).stream().findFirst())
          .ifPresent(first -> put("models", first.words() + " set beforehand", first.at()));
    }
  }

  /// The genotypes that an analysis is about.
  private static List<Dictionary.Variable> analysed(Clause analysis, Study study) {
    List<String> words =
        analysis.child(analysis.keyword()).stream()
            .flatMap(names -> Words.items(names, new Problems()).stream())
            .flatMap(item -> Arrays.stream(item.words().split("[\\s,]+")))
            .toList();
    boolean about = !List.of("characteristics", "missing").contains(analysis.keyword());
    return study.dictionary().variables().stream()
        .filter(it -> about && it.type() instanceof Genotype && words.contains(it.name()))
        .toList();
  }

  private void variant(Dictionary.Variable variable) {
    Genotype.Marker marker = ((Genotype) variable.type()).marker();
    String name = marker.rs().isEmpty() ? marker.hgvs() : marker.rs();
    if (name.isEmpty()) {
      put("variants without a name", "", variable.at());
    } else {
      put("variants", variable.label() + ": " + name, variable.at());
    }
    if (!marker.dna().isEmpty()) {
      put("dna", marker.dna(), variable.at());
    }
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
