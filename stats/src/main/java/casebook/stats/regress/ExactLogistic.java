// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.result.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Exact logistic regression: one coefficient, given the sufficient statistics of all others.
///
/// The distribution is built person by person over the reachable values of the statistics (network
/// algorithm); people with the same covariates are taken together, and values that can no longer
/// meet the statistics observed are dropped. The number of values is estimated first; beyond the
/// limit the answer is the reason, never a simulation.
///
/// Source: Hirji, Mehta & Patel 1987, J Am Stat Assoc 82:1110; Hirji 2006, chapter 11. Equals: SAS
/// PROC LOGISTIC with EXACT, LogXact; for one 2x2 table `fisher.test` (R).
///
/// @param states largest number of values of the statistics kept at a time
public record ExactLogistic(double states) {
  public ExactLogistic {
    if (!(states >= 1 && states <= 1e8)) {
      throw new IllegalArgumentException("states is " + states + "; it lies between 1 and 1e8");
    }
  }

  /// Returns two million values at most, about 100 MB.
  public static ExactLogistic standard() {
    return new ExactLogistic(2e6);
  }

  /// Returns the method with another limit.
  public ExactLogistic withStates(double limit) {
    return new ExactLogistic(limit);
  }

  /// Finds the distribution for one column of a design with an intercept.
  ///
  /// @param design with an intercept; its frequencies are whole numbers
  /// @param column the column asked about
  /// @param outcome one for each row: 1 for an event, 0 for none
  public Answer<ExactDistribution> of(Design design, String column, double... outcome) {
    if (!design.hasIntercept()) {
      throw new IllegalArgumentException("the design has no intercept; name strata instead");
    }
    Design slopes = design.without(Design.INTERCEPT);
    return within(slopes, column, new int[design.rows()], outcome);
  }

  /// Finds the distribution for one column, given the number of cases in each stratum.
  ///
  /// @param design without an intercept; its frequencies are whole numbers
  /// @param column the column asked about
  /// @param strata the stratum or matched set of each row, any number
  /// @param outcome one for each row: 1 for an event, 0 for none
  public Answer<ExactDistribution> within(
      Design design, String column, int[] strata, double... outcome) {
    Outcomes.require(design, outcome);
    if (design.hasIntercept() || design.hasOffset() || strata.length != design.rows()) {
      throw new IllegalArgumentException(
          "strata of " + strata.length + " rows, no intercept and no offset are asked for");
    }
    int asked = design.column(column);
    List<WholeColumn> columns = new ArrayList<>();
    for (int j = 0; j < design.columns(); j++) {
      int place = j < asked ? j : j + 1;
      var whole = WholeColumn.of(design.values(place < design.columns() ? place : asked));
      if (whole.isEmpty()) {
        return Answer.none("a column has too many digits for an exact analysis");
      }
      columns.add(whole.get());
    }
    return ExactNetwork.of(patterns(design, columns, strata, outcome), columns.size())
        .distribution(states, columns.getLast().unit());
  }

  /// Takes people of one stratum with the same covariates together; the strata stay in order.
  private static List<ExactNetwork.Pattern> patterns(
      Design design, List<WholeColumn> columns, int[] strata, double[] outcome) {
    Map<Integer, Map<List<Long>, long[]>> found = new LinkedHashMap<>();
    for (int i = 0; i < design.rows(); i++) {
      int row = i;
      long people = people(design.frequency(i), i);
      List<Long> covariates = columns.stream().map(c -> c.number(row)).toList();
      long[] counts =
          found
              .computeIfAbsent(strata[i], s -> new HashMap<>())
              .computeIfAbsent(covariates, c -> new long[2]);
      counts[0] += people;
      counts[1] += outcome[i] == 1 ? people : 0;
    }
    List<ExactNetwork.Pattern> all = new ArrayList<>();
    int stratum = 0;
    for (Map<List<Long>, long[]> one : found.values()) {
      int number = stratum++;
      one.entrySet().stream()
          .sorted((a, b) -> compare(a.getKey(), b.getKey()))
          .forEach(e ->
              all.add(
                  new ExactNetwork.Pattern(number, e.getKey(), e.getValue()[0], e.getValue()[1])));
    }
    return all;
  }

  private static int compare(List<Long> a, List<Long> b) {
    for (int j = 0; j < a.size(); j++) {
      int order = Long.compare(a.get(j), b.get(j));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static long people(double frequency, int row) {
    if (frequency != Math.rint(frequency) || frequency > 1e9) {
      throw new IllegalArgumentException(
          "the frequency is " + frequency + " in row " + row + "; it is a whole number");
    }
    return (long) frequency;
  }
}
