// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Assay;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Names;
import casebook.study.language.Pcr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The threshold cycles that expressions need: each is a variable without a line of its own.
final class CycleVariables {
  private CycleVariables() {}

  /// The declared variables, and those threshold cycles that are not among them.
  static List<Variable> added(List<Variable> declared, List<Assay> assays) {
    Dictionary dictionary = new Dictionary(declared, List.of(), assays);
    Map<String, Variable> more = new LinkedHashMap<>();
    for (Clause gene : needed(declared)) {
      Pcr.Amplification amplification = dictionary.amplification(gene.words());
      List<Clause> columns =
          amplification.replicates().isEmpty() ? List.of(gene) : amplification.replicates();
      for (Clause column : columns) {
        if (dictionary.find(column.words()).isEmpty()) {
          more.putIfAbsent(column.words(), cycle(column, amplification));
        }
      }
    }
    List<Variable> all = new ArrayList<>(declared);
    all.addAll(more.values());
    return all;
  }

  private static Variable cycle(Clause column, Pcr.Amplification amplification) {
    return new Variable(
        column.words(),
        column.words(),
        Label.of(column.words()),
        new Dictionary.Type.Measure(new Pcr.Cycles(amplification.limit())),
        "all",
        List.of(),
        column.wordsAt());
  }

  /// The names of genes that assays may describe, though no variable has them.
  static Map<String, Names.Name> genes(List<Variable> variables) {
    Map<String, Names.Name> names = new LinkedHashMap<>();
    for (Clause gene : needed(variables)) {
      Optional<Dictionary.Type> type = Optional.of(new Dictionary.Type.Measure(new Pcr.Ready()));
      names.put(gene.words(), new Names.Name(type, gene.wordsAt().line(), false));
    }
    return names;
  }

  private static List<Clause> needed(List<Variable> variables) {
    List<Clause> genes = new ArrayList<>();
    for (Variable variable : variables) {
      Optional<Pcr.Computed> computed = variable.computed();
      if (computed.isPresent()) {
        genes.add(computed.get().cycles());
        genes.addAll(computed.get().references());
      }
    }
    return genes;
  }
}
