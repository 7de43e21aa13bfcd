// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Which of several contrasts with the first group is the primary one: as declared, else the last
/// group of a rising scale (the homozygotes of the counted allele). Groups that are no scale have
/// none unless it is declared.
///
/// @param spec what the clause says
/// @param by what makes the groups
record PrimaryContrast(ComparisonSpec spec, StudyVariable by) {
  private static final String AGAINST = " against ";

  private List<String> groups() {
    return switch (by.type()) {
      case Dictionary.Type.Genotype it ->
          List.of(it.first() + it.first(), it.first() + it.second(), it.second() + it.second());
      case Dictionary.Type.Levels it -> it.levels().stream().map(by::printed).toList();
      default -> List.of();
    };
  }

  private Optional<Clause> declared() {
    return spec.wishes().contrast();
  }

  /// Says whether there is a choice: several groups, each compared with the first.
  boolean choice() {
    boolean codominant =
        !by.isGenotype()
            || (!spec.models().isEmpty() && spec.models().getFirst().words().equals("codominant"));
    return codominant && groups().size() > 2;
  }

  /// The contrasts as a study file names them: `GG against TT`.
  private List<String> names() {
    List<String> groups = groups();
    return groups.stream().skip(1).map(it -> it + AGAINST + groups.getFirst()).toList();
  }

  /// The place of the group that is compared with the first.
  OptionalInt place() {
    if (!choice()) {
      return OptionalInt.empty();
    }
    if (declared().isPresent()) {
      return named(declared().get().words());
    }
    boolean scale =
        by.isGenotype() || (by.type() instanceof Dictionary.Type.Levels it && it.ordered());
    return scale ? OptionalInt.of(groups().size() - 1) : OptionalInt.empty();
  }

  private OptionalInt named(String words) {
    String wanted = by.isGenotype() ? words.replace("/", "") : words;
    List<String> names = names();
    return IntStream.range(0, names.size())
        .filter(i -> names.get(i).equals(wanted))
        .map(i -> i + 1)
        .findFirst();
  }

  /// As a note says it: `GG against TT (our default)`; empty without a choice.
  Optional<String> words() {
    OptionalInt place = place();
    return place.isEmpty()
        ? Optional.empty()
        : Optional.of(
            names().get(place.getAsInt() - 1)
                + (declared().isPresent() ? " (as declared)" : " (our default)"));
  }

  /// What is wrong with the declared one.
  void check(Problems problems) {
    if (declared().isEmpty()) {
      return;
    }
    Clause clause = declared().get();
    if (!choice()) {
      problems.error(
          "study/primary-contrast",
          clause.wordsAt(),
          by.isGenotype()
              ? "The primary model has one contrast only, so that none can be chosen."
              : "There is one contrast only, so that none can be chosen.",
          by.isGenotype()
              ? "Leave `primary contrast` out, or put `codominant` first among the `models`."
              : "Leave `primary contrast` out.");
    } else if (place().isEmpty()) {
      String nearest = NearestWord.question(clause.words(), names());
      problems.error(
          "study/primary-contrast",
          clause.wordsAt(),
          "`" + clause.words() + "` is no contrast of `" + by.name() + "` with its first group.",
          nearest.isEmpty() ? "It is one of: " + String.join(", ", names()) + "." : nearest);
    }
  }
}
