// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What was measured: the variables, the checks between them, the assays.
///
/// @param variables the declared variables, in the order of the file
/// @param checks conditions between variables; rows that break one become queries
/// @param assays how some variables were measured
/// @param moments variables whose value is that of a measurement on a day
/// @param brought variables of which no file has a column: other sections of the study file bring
///   them, such as the day of the first response; none is called as a declared one
public record Dictionary(
    List<Variable> variables,
    List<CrossCheck> checks,
    List<Assay> assays,
    List<Moment> moments,
    List<Variable> brought) {
  /// Without values of measurements on a day.
  public Dictionary(List<Variable> variables, List<CrossCheck> checks, List<Assay> assays) {
    this(variables, checks, assays, List.of(), List.of());
  }

  public Dictionary {
    variables = List.copyOf(variables);
    checks = List.copyOf(checks);
    assays = List.copyOf(assays);
    moments = List.copyOf(moments);
    brought = List.copyOf(brought);
  }

  /// How the reaction of a threshold cycle runs.
  public Pcr.Amplification amplification(String cycles) {
    return assays.stream()
        .filter(assay -> assay.variables().contains(cycles))
        .findFirst()
        .map(Assay::amplification)
        .orElse(Pcr.Amplification.NOT_DECLARED);
  }

  /// The variable with that name, declared or brought, if there is one.
  public Optional<Variable> find(String name) {
    return Stream.concat(variables.stream(), brought.stream())
        .filter(variable -> variable.name().equals(name))
        .findFirst();
  }

  /// A declared variable.
  ///
  /// @param name the word used in the study file
  /// @param column the header of its column in the data
  /// @param label how a paper calls it; the name with spaces when not declared
  /// @param type what its values are
  /// @param of of whom it was asked: `all`, `cases` or `controls`
  /// @param missing texts that mean missing for this variable, beside those of the file
  /// @param at the place of its name
  public record Variable(
      String name,
      String column,
      String label,
      Type type,
      String of,
      List<String> missing,
      Span at) {
    public Variable {
      missing = List.copyOf(missing);
    }

    /// How its relative expression is computed from cycles; empty for every other variable.
    public Optional<Pcr.Computed> computed() {
      return type instanceof Type.Measure measure
              && measure.pcr().orElse(new Pcr.Ready()) instanceof Pcr.Computed computed
          ? Optional.of(computed)
          : Optional.empty();
    }
  }

  /// What the values of a variable are.
  public sealed interface Type {
    /// A number.
    ///
    /// @param unit its unit; `Unit.NONE` for a bare number
    /// @param range plausible values, both ends belong; empty: any finite number
    /// @param censored whether `<10` and `>1000` are kept as censored values
    /// @param analyte what was measured, where its molar mass is needed; empty: as the variable is
    ///   called
    /// @param pcr what it has to do with a polymerase chain reaction; empty: nothing
    record Measure(
        Unit unit, Optional<Range> range, boolean censored, String analyte, Optional<Pcr> pcr)
        implements Type {
      /// A number that was not amplified.
      public Measure(Unit unit, Optional<Range> range, boolean censored, String analyte) {
        this(unit, range, censored, analyte, Optional.empty());
      }

      /// A bare number of a polymerase chain reaction.
      public Measure(Pcr pcr) {
        this(Unit.NONE, Optional.empty(), true, "", Optional.of(pcr));
      }

      /// Says whether it is relative expression, which is compared by ratios only.
      public boolean expression() {
        return pcr.filter(it -> !(it instanceof Pcr.Cycles)).isPresent();
      }

      /// Says whether it is computed from other variables rather than read.
      public boolean computed() {
        return pcr.filter(Pcr.Computed.class::isInstance).isPresent();
      }

      /// A number whose analyte is not declared.
      public Measure(Unit unit, Optional<Range> range, boolean censored) {
        this(unit, range, censored, "");
      }
    }

    /// One of several levels.
    ///
    /// @param levels the levels, the reference first
    /// @param codes what the data say for each level, such as `1` for `male`; a level stands for
    ///   itself when it has no code
    /// @param ordered whether the order of the levels is a rising scale
    /// @param printed how a paper prints some levels, such as `++` for `major`; others stand as
    ///   they are
    record Levels(
        List<String> levels,
        Map<String, String> codes,
        boolean ordered,
        Map<String, String> printed)
        implements Type {
      public Levels {
        levels = List.copyOf(levels);
        codes = Map.copyOf(codes);
        printed = Map.copyOf(printed);
      }

      /// Levels that are printed as they are.
      public Levels(List<String> levels, Map<String, String> codes, boolean ordered) {
        this(levels, codes, ordered, Map.of());
      }
    }

    /// Yes or no; the data may say `yes/no`, `true/false`, `1/0`, or the declared codes.
    record YesNo(Map<String, String> codes) implements Type {
      public YesNo {
        codes = Map.copyOf(codes);
      }
    }

    /// A genotype of two alleles; the second is counted.
    ///
    /// @param first the common (reference) allele, such as `G`
    /// @param second the counted allele, such as `A`
    /// @param codes what the data say for each genotype, such as `wt` for `GG`; a genotype stands
    ///   for itself when it has no code
    /// @param marker which variant it is
    /// @param writing how the data write it
    record Genotype(
        String first, String second, Map<String, String> codes, Marker marker, Writing writing)
        implements Type {
      public Genotype {
        codes = Map.copyOf(codes);
      }

      /// A genotype of which only the alleles are known, written as declared.
      public Genotype(String first, String second, Map<String, String> codes) {
        this(first, second, codes, Marker.UNNAMED, Writing.AS_DECLARED);
      }

      /// Which variant was read; each fact may be empty.
      ///
      /// @param rs its number in dbSNP, such as `rs2279744`
      /// @param hgvs its name by the rules of the Human Genome Variation Society
      /// @param strand the strand on which its alleles are named: `forward` or `reverse`
      /// @param dna from what it was read: `germline` or `tumour`
      public record Marker(String rs, String hgvs, String strand, String dna) {
        /// Nothing was said.
        public static final Marker UNNAMED = new Marker("", "", "", "");
      }

      /// How the data write genotypes.
      ///
      /// @param loose whether lower case and spaces between the alleles are read as well
      /// @param otherStrand whether the data name the alleles on the other strand: A for T, C for G
      /// @param halfCallsMissing whether a genotype of which one allele was called is missing;
      ///   otherwise it is a problem
      public record Writing(boolean loose, boolean otherStrand, boolean halfCallsMissing) {
        /// As the alleles are declared.
        public static final Writing AS_DECLARED = new Writing(false, false, false);
      }

      /// The three genotypes, by rising count of the second allele: `GG GA AA`; with a slash
      /// between alleles of several letters: `4G/4G`.
      public List<String> genotypes() {
        return List.of(pair(first, first), pair(first, second), pair(second, second));
      }

      /// The genotype that is written so, with or without a slash, in either order of the alleles;
      /// empty when it is none of the three.
      public Optional<String> genotype(String written) {
        for (String one : List.of(first, second)) {
          for (String other : List.of(first, second)) {
            if (written.equals(one + other) || written.equals(one + "/" + other)) {
              boolean turned = one.equals(second) && other.equals(first);
              return Optional.of(turned ? pair(other, one) : pair(one, other));
            }
          }
        }
        return Optional.empty();
      }

      /// What stands opposite an allele of one letter on the other strand of the DNA.
      public static Optional<String> complement(String allele) {
        int place = "ACGT".indexOf(allele);
        return allele.length() == 1 && place >= 0
            ? Optional.of("TGCA".substring(place, place + 1))
            : Optional.empty();
      }

      private static String pair(String one, String other) {
        return one.length() == 1 && other.length() == 1 ? one + other : one + "/" + other;
      }
    }

    /// Several of a fixed list of items, none included: prior therapies.
    ///
    /// @param items the items, as the data write them
    /// @param meanings what each item means, such as `prednisone` for `P`; an item stands for
    ///   itself when it has no meaning
    record Several(List<String> items, Map<String, String> meanings) implements Type {
      /// What the data write where there is none.
      public static final String NONE = "none";

      /// What stands between the items of a value.
      public static final String BETWEEN = ", ";

      public Several {
        items = List.copyOf(items);
        meanings = Map.copyOf(meanings);
      }
    }

    /// A day.
    record Date() implements Type {}

    /// Free text or an identifier.
    record Text() implements Type {}
  }

  /// A variable whose value is the last one of a measurement on or before a day, such as `platelets
  /// at start`. The data of the measurement lie elsewhere; whoever has them adds the column.
  ///
  /// @param name the name of the variable and its column
  /// @param label how a paper calls it
  /// @param measure the name of the measurement
  /// @param day the date variable
  /// @param days how old the value may be, in days
  /// @param type what its values are
  /// @param at the place
  public record Moment(
      String name, String label, String measure, String day, int days, Type type, Span at) {}

  /// A closed range of numbers.
  public record Range(BigDecimal low, BigDecimal high) {}

  /// A condition that every row should meet.
  ///
  /// @param label what it says, as shown to the data manager
  /// @param condition true for a row in order
  /// @param at the place
  public record CrossCheck(String label, Expr condition, Span at) {}

  /// How some variables were measured.
  ///
  /// @param variables the variables
  /// @param method such as ELISA
  /// @param details further declared facts (CV within and between runs, from whom), as printed
  /// @param calibration how readings of plates become values; empty: the values are in the data
  /// @param amplification how a polymerase chain reaction runs
  /// @param at the place
  public record Assay(
      List<String> variables,
      String method,
      List<Clause> details,
      Optional<Calibration> calibration,
      Pcr.Amplification amplification,
      Span at) {
    public Assay {
      variables = List.copyOf(variables);
      details = List.copyOf(details);
    }
  }

  /// How the values of a variable come from readings of plates; empty: they are in the data.
  public Optional<Calibration> calibration(String variable) {
    return assays.stream()
        .filter(assay -> assay.variables().contains(variable))
        .flatMap(assay -> assay.calibration().stream())
        .findFirst();
  }

  /// The variables whose values come from readings of plates.
  public List<Variable> calibrated() {
    return variables.stream().filter(it -> calibration(it.name()).isPresent()).toList();
  }

  /// The variables that have a column in the data.
  public Dictionary inData() {
    List<Variable> read =
        variables.stream().filter(it -> calibration(it.name()).isEmpty()).toList();
    return new Dictionary(read, checks, assays);
  }
}
