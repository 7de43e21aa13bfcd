// SPDX-License-Identifier: Apache-2.0
package casebook.bench.coverage;

/// What an interval is about.
enum Measure {
  ODDS_RATIO("odds ratio") {
    @Override
    double truth(double p1, double p2) {
      return p1 * (1 - p2) / (p2 * (1 - p1));
    }
  },
  RISK_RATIO("risk ratio") {
    @Override
    double truth(double p1, double p2) {
      return p1 / p2;
    }
  },
  RISK_DIFFERENCE("risk difference") {
    @Override
    double truth(double p1, double p2) {
      return p1 - p2;
    }
  };

  private final String words;

  Measure(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  abstract double truth(double p1, double p2);
}
