// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.stats.genetic.GenotypeModel;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.language.Study;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A variable that a model holds constant.
///
/// @param variable its name and label
/// @param coding how its levels become numbers
/// @param column its values
public record Covariate(StudyVariable variable, Coding coding, Column column) {

  /// How a variable enters a model.
  public enum Coding {
    /// A number as it is, levels each against the reference.
    AS_DECLARED,
    /// A genotype: at least one counted allele.
    CARRIER,
    /// A genotype: the same as carrier.
    DOMINANT,
    /// A genotype: the number of counted alleles.
    ADDITIVE,
    /// A genotype: two counted alleles.
    HOMOZYGOUS,
    /// A genotype: the same as homozygous.
    RECESSIVE,
    /// A genotype: one counted allele, against none or two.
    OVERDOMINANT,
    /// A genotype: one and two counted alleles, each against none.
    CODOMINANT;

    /// How the word says it in a study file.
    public static final String WORDS =
        "carrier (or dominant), additive, homozygous (or recessive), overdominant or codominant";

    /// The word in the study file.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A covariate as the study file names it: `sex`, `fvl carrier`.
  ///
  /// @param variable the variable, if there is one of that name
  /// @param name the name of the variable
  /// @param coding the coding said
  public record Wanted(Optional<StudyVariable> variable, String name, Coding coding) {
    /// Reads the words of a covariate.
    public static Wanted of(Study study, String words) {
      for (Coding coding : Coding.values()) {
        String ending = " " + coding.word();
        if (coding != Coding.AS_DECLARED && words.endsWith(ending)) {
          String name = words.substring(0, words.length() - ending.length()).strip();
          return new Wanted(StudyVariable.find(study, name), name, coding);
        }
      }
      return new Wanted(StudyVariable.find(study, words), words, Coding.AS_DECLARED);
    }
  }

  /// The covariate that words name; the words were checked before.
  public static Covariate of(Cohort cohort, String words) {
    Wanted wanted = Wanted.of(cohort.study(), words);
    return new Covariate(
        wanted.variable().orElseThrow(), wanted.coding(), cohort.table().column(wanted.name()));
  }

  /// A variable by its levels, a genotype by its three.
  public static Covariate ofLevels(Cohort cohort, String name) {
    return new Covariate(
        StudyVariable.find(cohort.study(), name).orElseThrow(),
        Coding.AS_DECLARED,
        cohort.table().column(name));
  }

  /// What a footnote calls it.
  public String label() {
    return switch (coding) {
      case AS_DECLARED -> variable.label();
      case CARRIER, DOMINANT -> variable.label() + " carrier";
      case ADDITIVE -> variable.label() + " (number of counted alleles)";
      case HOMOZYGOUS, RECESSIVE -> variable.label() + " homozygous";
      case OVERDOMINANT -> variable.label() + " heterozygous";
      case CODOMINANT -> variable.label() + " (each genotype)";
    };
  }

  /// A column of a model.
  public static final class Term {
    private final String name;
    private final String label;
    private final double[] values;

    /// @param values one a row
    public Term(String name, String label, double[] values) {
      this.name = name;
      this.label = label;
      this.values = values.clone();
    }

    /// Its name among the terms of the model, such as `sex=female`.
    public String name() {
      return name;
    }

    /// Its name in words, such as `Sex female`.
    public String label() {
      return label;
    }

    /// Its values, one a row.
    public double[] values() {
      return values.clone();
    }

    /// Says whether it is the same in everybody, so that nothing can be learned of it.
    public boolean isConstant() {
      return Arrays.stream(values).distinct().count() < 2;
    }
  }

  /// Its terms over some rows, all of them known: one for a number, one for each level that occurs
  /// but the first of these. None when it is the same in everybody.
  public List<Term> terms(int[] rows) {
    List<Term> terms =
        switch (column) {
          case Column.Numeric numeric ->
              List.of(
                  new Term(
                      variable.name(),
                      variable.label(),
                      Arrays.stream(rows).mapToDouble(numeric::value).toArray()));
          case Column.Leveled leveled -> terms(leveled, rows);
          case Column.Dates dates -> throw new IllegalStateException(dates.name());
          case Column.Text text -> throw new IllegalStateException(text.name());
        };
    return terms.stream().filter(term -> !term.isConstant()).toList();
  }

  private List<Term> terms(Column.Leveled leveled, int[] rows) {
    return switch (coding) {
      case AS_DECLARED, CODOMINANT -> indicators(leveled, rows);
      case CARRIER, DOMINANT -> List.of(counted(leveled, rows, GenotypeModel.DOMINANT));
      case ADDITIVE -> List.of(counted(leveled, rows, GenotypeModel.ADDITIVE));
      case HOMOZYGOUS, RECESSIVE -> List.of(counted(leveled, rows, GenotypeModel.RECESSIVE));
      case OVERDOMINANT -> List.of(counted(leveled, rows, GenotypeModel.OVERDOMINANT));
    };
  }

  /// The genotypes stand in the order of their counted alleles, so that the code is their number.
  private Term counted(Column.Leveled leveled, int[] rows, GenotypeModel model) {
    double[] values =
        Arrays.stream(rows).mapToDouble(row -> model.code(leveled.code(row))).toArray();
    return new Term(variable.name() + " " + coding.word(), label(), values);
  }

  private List<Term> indicators(Column.Leveled leveled, int[] rows) {
    int[] seen = Arrays.stream(rows).map(leveled::code).distinct().sorted().toArray();
    boolean plain = leveled.truth();
    return Arrays.stream(seen)
        .skip(1)
        .mapToObj(level -> {
          String name = leveled.levels().get(level);
          double[] values =
              Arrays.stream(rows).mapToDouble(row -> leveled.code(row) == level ? 1 : 0).toArray();
          String term = plain ? variable.name() : variable.name() + "=" + name;
          return new Term(
              term, variable.label() + (plain ? "" : " " + variable.printed(name)), values);
        })
        .toList();
  }
}
