// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Newton;

/// A log-likelihood over columns, as a function to maximise.
public interface Likelihood {
  /// Makes the function for some columns.
  ///
  /// @param columns the standardised columns
  /// @param origin a number that is taken from every value before rounding, so that differences
  ///   from a maximum keep their digits
  Kernel over(Columns columns, double origin);

  /// Says whether the information that its kernels write is the Fisher information, so that it need
  /// not be asked for.
  default boolean evaluatesFisher() {
    return false;
  }

  /// Says of a likelihood without a penalty that its kernels write the Fisher information.
  ///
  /// @param kernels the likelihood
  static Likelihood plain(Likelihood kernels) {
    return new Likelihood() {
      @Override
      public Kernel over(Columns columns, double origin) {
        return kernels.over(columns, origin);
      }

      @Override
      public boolean evaluatesFisher() {
        return true;
      }
    };
  }

  /// The function with the information that standard errors come from.
  interface Kernel extends Newton.Objective {
    /// Writes the Fisher information at a point, column-major, lower triangle; the same as that of
    /// `evaluate` unless the function is penalised.
    void fisher(double[] at, double[] information);

    /// Returns the log-likelihood without a penalty, and without the origin, at a point.
    double plainValue(double[] at);

    /// Returns twice what the log-likelihood at a point lacks to that of a model with a parameter
    /// for each row. That of such a model is 0, except for counts.
    default double deviance(double[] at) {
      return -2 * plainValue(at);
    }
  }
}
