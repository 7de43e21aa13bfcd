// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.stats.genetic.GenotypeModel;
import casebook.study.analysis.provenance.Covariate.Coding;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.language.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Into which groups people fall.
///
/// @param label what makes the groups, as a paper calls it; empty when all are one group
/// @param labels the groups, the reference first
/// @param slugs their parts of addresses
/// @param ordered whether they are a rising scale
/// @param counted the counted allele, when a Cox model takes the number of its copies; else empty
/// @param codes how a row falls into them
record SurvivalGroups(
    String label,
    List<String> labels,
    List<String> slugs,
    boolean ordered,
    String counted,
    Optional<Codes> codes) {
  private static final List<String> RESERVED =
      List.of(
          "restricted",
          "log_rank",
          "log_rank_trend",
          "gray",
          "crude",
          "adjusted",
          "follow_up",
          "additive");

  SurvivalGroups {
    labels = List.copyOf(labels);
    slugs = List.copyOf(slugs);
  }

  /// The group of a row.
  ///
  /// @param column the levels
  /// @param groups for each level the place of its group
  record Codes(Column.Leveled column, List<Integer> groups) {
    Codes {
      groups = List.copyOf(groups);
    }
  }

  /// Everybody in one group.
  static SurvivalGroups one() {
    return new SurvivalGroups("", List.of("All"), List.of("all"), false, "", Optional.empty());
  }

  static SurvivalGroups of(Cohort cohort, String words) {
    GroupWords said = GroupWords.of(words);
    StudyVariable variable = StudyVariable.find(cohort.study(), said.name()).orElseThrow();
    Column.Leveled column = (Column.Leveled) cohort.table().column(said.name());
    Coding coding = said.coding().orElseThrow();
    List<String> levels = column.levels().stream().map(variable::printed).toList();
    Optional<GenotypeModel> model = twoGroups(coding);
    List<Integer> groups = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      int place = level;
      groups.add(model.map(it -> it.code(place)).orElse(place));
    }
    List<String> labels =
        model.isPresent()
            ? List.of(joined(levels, groups, 0), joined(levels, groups, 1))
            : column.truth() ? List.of("No " + lower(variable.label()), variable.label()) : levels;
    return new SurvivalGroups(
        variable.label(),
        labels,
        slugs(model.isPresent() ? labels : column.levels()),
        model.isEmpty() && ordered(variable),
        coding == Coding.ADDITIVE ? allele(variable) : "",
        Optional.of(new Codes(column, groups)));
  }

  /// A label within a sentence keeps capitals that belong to a name.
  static String lower(String label) {
    boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
    return word ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
  }

  private static Optional<GenotypeModel> twoGroups(Coding coding) {
    return switch (coding) {
      case CARRIER, DOMINANT -> Optional.of(GenotypeModel.DOMINANT);
      case HOMOZYGOUS, RECESSIVE -> Optional.of(GenotypeModel.RECESSIVE);
      case OVERDOMINANT -> Optional.of(GenotypeModel.OVERDOMINANT);
      case AS_DECLARED, ADDITIVE, CODOMINANT -> Optional.empty();
    };
  }

  private static String joined(List<String> levels, List<Integer> groups, int group) {
    List<String> names = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      if (groups.get(level) == group) {
        names.add(levels.get(level));
      }
    }
    return String.join(" or ", names);
  }

  private static boolean ordered(StudyVariable variable) {
    return variable.isGenotype()
        || (variable.type() instanceof Dictionary.Type.Levels levels && levels.ordered());
  }

  private static String allele(StudyVariable variable) {
    return variable.type() instanceof Dictionary.Type.Genotype genotype ? genotype.second() : "";
  }

  private static List<String> slugs(List<String> labels) {
    List<String> all = new ArrayList<>(RESERVED);
    all.addAll(labels);
    return Slugs.distinct(all).subList(RESERVED.size(), all.size());
  }

  int size() {
    return labels.size();
  }

  boolean several() {
    return codes.isPresent();
  }

  /// The name of the variable.
  String name() {
    return codes.map(it -> it.column().name()).orElse("");
  }

  /// Says whether the group of a row is known.
  boolean known(int row) {
    return codes.map(it -> it.column().known(row)).orElse(true);
  }

  /// The place of the group of a row.
  int of(int row) {
    return codes.map(it -> it.groups().get(it.column().code(row))).orElse(0);
  }
}
