// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

/// How much each event time counts in a log-rank test.
public sealed interface RiskWeights {
  /// Returns the weight of an event time.
  ///
  /// @param survival survival of all groups together just before the time (Kaplan-Meier)
  /// @param atRisk people at risk at the time
  double weight(double survival, int atRisk);

  /// Weights S^rho (1 - S)^gamma: 0, 0 is the log-rank test, 1, 0 Peto and Peto's modification of
  /// the Wilcoxon test, which looks at early differences; gamma above 0 looks at late ones.
  ///
  /// Source: Harrington and Fleming, 1982, Biometrika 69:553-566.
  ///
  /// @param rho power of survival, at least 0
  /// @param gamma power of its complement, at least 0
  record FlemingHarrington(double rho, double gamma) implements RiskWeights {
    public FlemingHarrington {
      if (!(rho >= 0 && gamma >= 0)) {
        throw new IllegalArgumentException("rho " + rho + ", gamma " + gamma + ": at least 0");
      }
    }

    @Override
    public double weight(double survival, int atRisk) {
      return Math.pow(survival, rho) * Math.pow(1 - survival, gamma);
    }
  }

  /// Weights n^power of the number at risk: 1 is the generalised Wilcoxon test of Gehan and
  /// Breslow, 0.5 the test of Tarone and Ware.
  ///
  /// Source: Gehan, 1965, Biometrika 52:203-223; Tarone and Ware, 1977, Biometrika 64:156-160.
  ///
  /// @param power at least 0
  record AtRisk(double power) implements RiskWeights {
    public AtRisk {
      if (!(power >= 0)) {
        throw new IllegalArgumentException("power " + power + " is not at least 0");
      }
    }

    @Override
    public double weight(double survival, int atRisk) {
      return Math.pow(atRisk, power);
    }
  }
}
