// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.Locale;

/// A set of default methods: our own, or those of a program whose numbers are to be reproduced.
public enum Profile {
  /// Our defaults.
  CASEBOOK,
  /// SPSS 14: Pearson chi-square, Wald intervals and p-values, percentile type 6.
  SPSS14;

  /// The word on the command line and in the study file.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
