// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.describe.Moments;
import casebook.stats.genetic.Amplicon;
import casebook.stats.result.Answer;
import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.Dictionary;
import casebook.study.language.Pcr;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// A gene as a study amplifies it: where its threshold cycles stand, and how well it runs.
///
/// @param name as in the study file
/// @param columns its replicates, at least one
/// @param amplicon its efficiency, or why there is none
/// @param limit cycles from which on nothing counts as detected
public record PcrGene(
    String name, List<String> columns, Answer<Amplicon> amplicon, OptionalDouble limit) {
  /// The product of a reaction grows by at least this factor in a cycle, and by at most the other.
  private static final double LEAST = 1.0;

  private static final double MOST = 2.5;

  public PcrGene {
    columns = List.copyOf(columns);
  }

  /// The threshold cycles of one person.
  ///
  /// @param values known replicates, those beyond the limit at the limit
  /// @param beyond how many of them lie beyond the limit
  public record Cycles(List<Double> values, int beyond) {
    public Cycles {
      values = List.copyOf(values);
    }

    /// The replicates as numbers.
    public double[] numbers() {
      return values.stream().mapToDouble(value -> value).toArray();
    }
  }

  /// The gene of that name.
  public static PcrGene of(Dictionary dictionary, String name) {
    Pcr.Amplification assay = dictionary.amplification(name);
    List<String> columns =
        assay.replicates().isEmpty()
            ? List.of(name)
            : assay.replicates().stream().map(clause -> clause.words()).toList();
    return new PcrGene(name, columns, amplicon(name, assay), assay.limit());
  }

  private static Answer<Amplicon> amplicon(String name, Pcr.Amplification assay) {
    if (assay.dilutions().isEmpty()) {
      return Answer.of(new Amplicon(name, 1 + assay.efficiency().orElse(100) / 100));
    }
    double slope = slope(assay.dilutions());
    double efficiency = Math.pow(10, -1 / slope);
    return slope < 0 && efficiency > LEAST && efficiency <= MOST
        ? Answer.of(new Amplicon(name, efficiency))
        : Answer.none("its cycles do not fall as a dilution series does");
  }

  /// The least-squares slope of the cycles over the decimal logarithm of the amounts; 0 where the
  /// amounts do not vary.
  private static double slope(List<Pcr.Dilution> dilutions) {
    double[] amounts = dilutions.stream().mapToDouble(it -> Math.log10(it.amount())).toArray();
    double mean = Moments.of(amounts).mean();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < amounts.length; i++) {
      products += (amounts[i] - mean) * dilutions.get(i).cycle();
      squares += (amounts[i] - mean) * (amounts[i] - mean);
    }
    return squares > 0 ? products / squares : 0;
  }

  /// The threshold cycles of a person.
  public Cycles cycles(Table table, int row) {
    List<Double> values = new ArrayList<>();
    int beyond = 0;
    for (String name : columns) {
      Column.Numeric column = (Column.Numeric) table.column(name);
      if (column.known(row)) {
        double value = column.value(row);
        boolean passed =
            column.censoring(row) == Censoring.ABOVE
                || (limit.isPresent() && value >= limit.getAsDouble());
        values.add(passed && limit.isPresent() ? limit.getAsDouble() : value);
        beyond += passed ? 1 : 0;
      }
    }
    return new Cycles(values, beyond);
  }
}
