// SPDX-License-Identifier: Apache-2.0
package casebook.bench.coverage;

import casebook.stats.contingency.TwoByTwo;
import casebook.stats.dist.Binomial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Two independent binomial groups.
///
/// @param n1 people of the first group
/// @param n2 people of the second group
/// @param p1 chance of the event in the first group
/// @param p2 chance of the event in the second group
record TwoGroups(int n1, int n2, double p1, double p2) {
  /// Groups of at most this size are enumerated.
  static final int ENUMERATED = 60;

  /// Tables drawn of larger ones.
  static final int DRAWS = 10_000;

  private static final long SEED = 20_261;

  /// Groups of 10 to 60 without and with an effect; then larger ones, among them those of the
  /// bundled study (244 and 246 people, 12 and 2 exposed).
  static final List<TwoGroups> ALL =
      List.of(
          new TwoGroups(10, 10, 0.1, 0.1),
          new TwoGroups(10, 10, 0.3, 0.1),
          new TwoGroups(10, 10, 0.5, 0.2),
          new TwoGroups(10, 10, 0.9, 0.5),
          new TwoGroups(20, 20, 0.1, 0.1),
          new TwoGroups(20, 20, 0.3, 0.1),
          new TwoGroups(20, 20, 0.5, 0.2),
          new TwoGroups(20, 20, 0.9, 0.5),
          new TwoGroups(30, 60, 0.1, 0.1),
          new TwoGroups(30, 60, 0.3, 0.1),
          new TwoGroups(30, 60, 0.5, 0.2),
          new TwoGroups(30, 60, 0.9, 0.5),
          new TwoGroups(60, 60, 0.1, 0.1),
          new TwoGroups(60, 60, 0.3, 0.1),
          new TwoGroups(60, 60, 0.5, 0.2),
          new TwoGroups(60, 60, 0.9, 0.5),
          new TwoGroups(244, 246, 12 / 244.0, 2 / 246.0),
          new TwoGroups(244, 246, 2 / 246.0, 2 / 246.0),
          new TwoGroups(100, 100, 0.05, 0.05),
          new TwoGroups(100, 100, 0.3, 0.15),
          new TwoGroups(100, 400, 0.1, 0.02),
          new TwoGroups(100, 400, 0.5, 0.5),
          new TwoGroups(500, 500, 0.02, 0.01),
          new TwoGroups(500, 500, 0.3, 0.2));

  boolean enumerated() {
    return Math.max(n1, n2) <= ENUMERATED;
  }

  /// The tables that can happen, or that were drawn, with their shares.
  Map<TwoByTwo, Double> tables() {
    return enumerated() ? all() : drawn();
  }

  private Map<TwoByTwo, Double> all() {
    Binomial first = new Binomial(n1, p1);
    Binomial second = new Binomial(n2, p2);
    Map<TwoByTwo, Double> tables = new LinkedHashMap<>();
    for (int a = 0; a <= n1; a++) {
      for (int c = 0; c <= n2; c++) {
        tables.put(table(a, c), Math.exp(first.lnPoint(a) + second.lnPoint(c)));
      }
    }
    return tables;
  }

  private Map<TwoByTwo, Double> drawn() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    Map<TwoByTwo, Double> tables = new LinkedHashMap<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      tables.merge(table(events(random, n1, p1), events(random, n2, p2)), 1.0 / DRAWS, Double::sum);
    }
    return tables;
  }

  private static int events(RandomGenerator random, int n, double p) {
    int events = 0;
    for (int i = 0; i < n; i++) {
      events += random.nextDouble() < p ? 1 : 0;
    }
    return events;
  }

  private TwoByTwo table(int a, int c) {
    return new TwoByTwo(a, n1 - a, c, n2 - c);
  }
}
