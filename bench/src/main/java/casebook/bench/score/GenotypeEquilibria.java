// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.genetic.GenotypeCounts;
import casebook.stats.genetic.HardyWeinberg;
import java.util.Optional;

/// Hardy-Weinberg tests.
final class GenotypeEquilibria implements Subject {
  @Override
  public String suite() {
    return "hardy_weinberg";
  }

  @Override
  public Answers answers(Json input) {
    HardyWeinberg test =
        HardyWeinberg.of(
            new GenotypeCounts(count(input, "aa"), count(input, "ab"), count(input, "bb")));
    return statistic ->
        switch (statistic) {
          case "p_exact" -> Printed.p(test.exact());
          case "log10_p_exact" -> Printed.log10(test.exact());
          case "p_midp" -> Printed.p(test.midP());
          case "chi2" -> Printed.statistic(test.chiSquare());
          case "chi2_p" -> Printed.p(test.chiSquare());
          case "inbreeding_f" -> Printed.part(test.inbreeding(), Double::doubleValue);
          case "allele_freq_a" -> Printed.number(test.alleleFrequencyA());
          default -> Optional.empty();
        };
  }

  private static int count(Json input, String name) {
    return Math.toIntExact(input.at(name).count());
  }
}
