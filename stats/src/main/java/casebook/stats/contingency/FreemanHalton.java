// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.Poisson;
import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.OptionalDouble;

/// Fisher's exact test of a table with any number of rows and columns (Fisher-Freeman-Halton): the
/// probability, given the margins, of all tables no more probable than the one observed.
///
/// Probabilities within a relative 1e-9 are ties. A table too large for the network, in steps or in
/// memory (some 300 MB), or of more than 100,000 people is answered by simulation, with the seed
/// and the standard error of the p-value. Empty rows and columns are left out; no answer when only
/// one row or column remains. Source: Freeman and Halton, Biometrika 38 (1951) 141. Equals:
/// `fisher.test` (R 4.2), whose relative tolerance is 1e-7.
///
/// @param mostSteps largest number of steps through the network before the simulation takes over
/// @param replicates number of simulated tables, at least 999
/// @param seed seed of the simulation
public record FreemanHalton(long mostSteps, int replicates, long seed) {
  private static final double TIE = 1e-9;

  public FreemanHalton {
    if (mostSteps < 0 || replicates < 999) {
      throw new IllegalArgumentException(
          mostSteps + " steps and " + replicates + " replicates; at least 0 and 999");
    }
  }

  /// Makes the test with 300 million steps (some seconds), 99,999 replicates and seed 1.
  public static FreemanHalton standard() {
    return new FreemanHalton(300_000_000, 99_999, 1);
  }

  /// Returns this method with another largest number of steps; 0 always simulates.
  public FreemanHalton withMostSteps(long other) {
    return new FreemanHalton(other, replicates, seed);
  }

  /// Returns this method with another number of replicates.
  public FreemanHalton withReplicates(int other) {
    return new FreemanHalton(mostSteps, other, seed);
  }

  /// Returns this method with another seed.
  public FreemanHalton withSeed(long other) {
    return new FreemanHalton(mostSteps, replicates, other);
  }

  /// A p-value, and how far simulation may have it wrong.
  ///
  /// @param test the test
  /// @param standardError standard error of a simulated p-value; empty for an exact one
  public record Result(TestResult test, OptionalDouble standardError) {}

  /// Tests a table.
  public Answer<Result> test(Crosstab table) {
    Crosstab kept = table.withoutEmpty();
    if (kept.n() == 0 || kept.rows() < 2 || kept.columns() < 2) {
      return Answer.none(
          kept.n() == 0 ? "the table is empty" : "only one row or column holds counts");
    }
    if (kept.n() <= 100_000 && mostSteps > 0) {
      OptionalDouble p = TableNetwork.p(kept, mostSteps);
      if (p.isPresent() && p.getAsDouble() == 0) {
        return Answer.none("p is too small for the exact test: below 1e-308");
      }
      if (p.isPresent()) {
        TestResult exact =
            TestResult.exact("Fisher-Freeman-Halton exact test", PValue.of(p.getAsDouble()));
        return Answer.of(new Result(exact, OptionalDouble.empty()));
      }
    }
    return Answer.of(simulate(kept));
  }

  // (1 + tables as extreme) / (1 + tables), with the observed as one of them
  private Result simulate(Crosstab table) {
    double observed = 0;
    Poisson[][] expected = new Poisson[table.rows()][table.columns()];
    for (int i = 0; i < table.rows(); i++) {
      for (int j = 0; j < table.columns(); j++) {
        expected[i][j] = new Poisson(table.expected(i, j));
        observed -= expected[i][j].lnPoint(table.count(i, j));
      }
    }
    RandomTables tables = new RandomTables(table, seed);
    long extreme = 1;
    for (int replicate = 0; replicate < replicates; replicate++) {
      extreme += length(tables.next(), expected) >= observed - TIE ? 1 : 0;
    }
    double p = extreme / (replicates + 1.0);
    String method =
        "Fisher-Freeman-Halton test, Monte Carlo, " + replicates + " tables, seed " + seed;
    return new Result(
        TestResult.exact(method, PValue.of(p)),
        OptionalDouble.of(Math.sqrt(p * (1 - p) / replicates)));
  }

  // -ln of the probability of a table but for what all tables with its margins share
  private static double length(long[][] counts, Poisson[][] expected) {
    double length = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        length -= expected[i][j].lnPoint(counts[i][j]);
      }
    }
    return length;
  }
}
