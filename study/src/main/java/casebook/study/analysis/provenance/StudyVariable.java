// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Study;
import casebook.study.language.Study.Derived;
import java.util.Optional;

/// A variable of the study, declared or derived, as a table shows it.
///
/// @param name the word used in the study file
/// @param label how a paper calls it
/// @param of of whom it was asked: `all`, `cases` or `controls`
/// @param type what its values are
public record StudyVariable(String name, String label, String of, Dictionary.Type type) {

  /// Finds the variable of that name, or the measurement on a day.
  public static Optional<StudyVariable> find(Study study, String name) {
    return study
        .dictionary()
        .find(name)
        .map(StudyVariable::of)
        .or(() ->
            study.derived().stream()
                .filter(derived -> derived.name().equals(name))
                .findFirst()
                .map(StudyVariable::of))
        .or(() ->
            study.dictionary().moments().stream()
                .filter(moment -> moment.name().equals(name))
                .findFirst()
                .map(StudyVariable::of));
  }

  private static StudyVariable of(Dictionary.Moment moment) {
    return new StudyVariable(moment.name(), moment.label(), "all", moment.type());
  }

  private static StudyVariable of(Variable variable) {
    return new StudyVariable(variable.name(), variable.label(), variable.of(), variable.type());
  }

  private static StudyVariable of(Derived derived) {
    return new StudyVariable(derived.name(), derived.label(), "all", derived.type());
  }

  /// Its unit as printed; empty for a bare number or a variable without numbers.
  public String unit() {
    return type instanceof Dictionary.Type.Measure measure ? measure.unit().printed() : "";
  }

  /// A level as a paper prints it: as declared by `print:`, else as it stands.
  public String printed(String level) {
    return type instanceof Dictionary.Type.Levels levels
        ? levels.printed().getOrDefault(level, level)
        : level;
  }

  /// Says whether its values are lists of items, several of which a person may have.
  public boolean isList() {
    return type instanceof Dictionary.Type.Several;
  }

  /// Says whether it is a genotype.
  public boolean isGenotype() {
    return type instanceof Dictionary.Type.Genotype;
  }

  /// Says whether its values are days, lists or free text, which no table can count or average.
  public boolean isDateOrText() {
    return type instanceof Dictionary.Type.Date
        || type instanceof Dictionary.Type.Several
        || type instanceof Dictionary.Type.Text;
  }

  /// Says whether its values are levels: categories, yes and no, genotypes.
  public boolean hasLevels() {
    return !isDateOrText() && !(type instanceof Dictionary.Type.Measure);
  }
}
