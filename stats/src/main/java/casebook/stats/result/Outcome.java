// SPDX-License-Identifier: Apache-2.0
package casebook.stats.result;

import java.util.List;

/// How a computation ended. A failure of the statistics is a value, never an exception or a NaN.
public sealed interface Outcome {
  /// Tells the outcome in words that a report can print.
  String words();

  /// Says whether the numbers that came with this outcome can be used.
  default boolean usable() {
    return this instanceof Converged;
  }

  /// The computation reached its answer.
  ///
  /// @param iterations steps taken; 0 for a closed formula
  record Converged(int iterations) implements Outcome {
    @Override
    public String words() {
      return "converged";
    }
  }

  /// Some terms predict the outcome perfectly, so that their maximum-likelihood estimates are
  /// infinite.
  ///
  /// @param terms the names of the terms whose coefficients run away
  record Separated(List<String> terms) implements Outcome {
    public Separated {
      terms = List.copyOf(terms);
    }

    @Override
    public String words() {
      return "separated by " + String.join(", ", terms);
    }
  }

  /// Some terms are linear combinations of others.
  ///
  /// @param terms the names of the terms that add nothing to those before them
  record Collinear(List<String> terms) implements Outcome {
    public Collinear {
      terms = List.copyOf(terms);
    }

    @Override
    public String words() {
      return "collinear: " + String.join(", ", terms);
    }
  }

  /// The iterations ended before the answer was reached.
  ///
  /// @param iterations steps taken
  /// @param gradient largest absolute gradient at the end
  record NotConverged(int iterations, double gradient) implements Outcome {
    @Override
    public String words() {
      return "not converged after " + iterations + " iterations";
    }
  }

  /// The data cannot answer the question at all: no events, one group, too few values.
  ///
  /// @param reason why, as a clause such as "there are no controls"
  record NotEstimable(String reason) implements Outcome {
    @Override
    public String words() {
      return reason;
    }
  }
}
