// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.PValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// P-values adjusted for the size of their family of n tests.
///
/// p(1) <= .. <= p(n) are the ordered p-values; every adjusted value is at most 1. The work is done
/// in logarithms, so that p-values below the smallest double are adjusted too. Equals: `p.adjust`
/// (R 4.2) for all but the Sidak forms.
public enum Adjustment {
  /// n p: no false positive in the family, whatever the dependence.
  BONFERRONI,
  /// max over j <= i of (n - j + 1) p(j): as Bonferroni, never larger. Source: Holm, S. (1979).
  /// Scandinavian Journal of Statistics 6, 65-70.
  HOLM,
  /// min over j >= i of (n - j + 1) p(j): for independent tests. Source: Hochberg, Y. (1988).
  /// Biometrika 75, 800-802.
  HOCHBERG,
  /// Simes' test of every intersection: for independent tests. Source: Hommel, G. (1988).
  /// Biometrika 75, 383-386.
  HOMMEL,
  /// min over j >= i of n p(j) / j: the false discovery rate of independent tests. Source:
  /// Benjamini, Y. and Hochberg, Y. (1995). Journal of the Royal Statistical Society B 57, 289-300.
  BENJAMINI_HOCHBERG,
  /// As Benjamini and Hochberg times 1 + 1/2 + .. + 1/n: the false discovery rate whatever the
  /// dependence. Source: Benjamini, Y. and Yekutieli, D. (2001). Annals of Statistics 29,
  /// 1165-1188.
  BENJAMINI_YEKUTIELI,
  /// 1 - (1 - p)^n: for independent tests. Source: Sidak, Z. (1967). Journal of the American
  /// Statistical Association 62, 626-633.
  SIDAK,
  /// max over j <= i of 1 - (1 - p(j))^(n - j + 1): for independent tests.
  HOLM_SIDAK;

  /// Adjusts a family.
  ///
  /// @param family the p-values in any order
  /// @return the adjusted p-values in the same order
  public List<PValue> of(List<PValue> family) {
    double[] ln = family.stream().mapToDouble(PValue::ln).toArray();
    Integer[] order = IntStream.range(0, ln.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> ln[i]));
    double[] sorted = Arrays.stream(order).mapToDouble(i -> ln[i]).toArray();
    double[] adjusted = adjust(sorted);
    PValue[] result = new PValue[ln.length];
    for (int i = 0; i < ln.length; i++) {
      result[order[i]] = new PValue(Math.min(0, adjusted[i]));
    }
    return List.of(result);
  }

  private double[] adjust(double[] ln) {
    int n = ln.length;
    double[] adjusted = new double[n];
    for (int i = 0; i < n; i++) {
      adjusted[i] =
          switch (this) {
            case BONFERRONI -> ln[i] + Math.log(n);
            case HOLM, HOCHBERG -> ln[i] + Math.log(n - i);
            case HOMMEL -> ln[i];
            case BENJAMINI_HOCHBERG -> ln[i] + Math.log(n / (i + 1.0));
            case BENJAMINI_YEKUTIELI -> ln[i] + Math.log(n * harmonic(n) / (i + 1.0));
            case SIDAK -> sidak(ln[i], n);
            case HOLM_SIDAK -> sidak(ln[i], n - i);
          };
    }
    switch (this) {
      case HOLM, HOLM_SIDAK -> rise(adjusted);
      case HOCHBERG, BENJAMINI_HOCHBERG, BENJAMINI_YEKUTIELI -> fall(adjusted);
      case HOMMEL -> hommel(adjusted);
      case BONFERRONI, SIDAK -> {
        // each p-value stands for itself
      }
    }
    return adjusted;
  }

  private static double harmonic(int n) {
    double sum = 0;
    for (int i = n; i >= 1; i--) {
      sum += 1.0 / i;
    }
    return sum;
  }

  // ln(1 - (1 - p)^n)
  private static double sidak(double ln, int n) {
    if (ln < -700) {
      return ln + Math.log(n);
    }
    return ln == 0 ? 0 : Math.log(-Math.expm1(n * Math.log1p(-Math.exp(ln))));
  }

  // each value at least as large as those before
  private static void rise(double[] values) {
    for (int i = 1; i < values.length; i++) {
      values[i] = Math.max(values[i], values[i - 1]);
    }
  }

  // each value at most as large as those after
  private static void fall(double[] values) {
    for (int i = values.length - 2; i >= 0; i--) {
      values[i] = Math.min(values[i], values[i + 1]);
    }
  }

  // Wright, S. P. (1992). Biometrics 48, 1005-1013, appendix: m runs over the sizes of
  // intersections
  private static void hommel(double[] ln) {
    int n = ln.length;
    double[] p = ln.clone();
    double[] largest = new double[n];
    double simes = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      simes = Math.min(simes, p[i] + Math.log(n / (i + 1.0)));
    }
    Arrays.fill(largest, simes);
    for (int m = n - 1; m >= 2; m--) {
      double least = Double.POSITIVE_INFINITY;
      for (int j = 2; j <= m; j++) {
        least = Math.min(least, Math.log(m) + p[n - m + j - 1] - Math.log(j));
      }
      for (int i = 0; i < n; i++) {
        double own = Math.log(m) + p[Math.min(i, n - m)];
        largest[i] = Math.max(largest[i], Math.min(least, own));
      }
    }
    for (int i = 0; i < n; i++) {
      ln[i] = Math.max(largest[i], p[i]);
    }
  }
}
