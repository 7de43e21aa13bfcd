// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.study.finding.Method;

/// How the numbers of what became of patients were made, in words a clinician understands.
final class OutcomeMethods {
  private static final String EXACT = "exact (Clopper–Pearson)";
  private static final String REFERENCE = "Clopper CJ, Pearson ES. Biometrika 1934;26:404-413";

  /// The time on a drug of all patients together.
  static final Method EXPOSURE =
      new Method(
          "time on the drug",
          "",
          "The days from the first dose to the last contact of each patient on which the drug was"
              + " taken, summed; a year has 365.25 days.",
          "",
          "");

  /// A rate of events with its exact interval.
  static final Method RATE =
      new Method(
          "events over time on the drug",
          "exact Poisson (Garwood)",
          "The number of events divided by the time on the drug. The interval holds where events"
              + " happen independently of each other, at a rate that does not change.",
          "Garwood F. Biometrika 1936;28:437-442",
          "");

  private OutcomeMethods() {}

  /// A share of patients with its exact interval.
  ///
  /// @param of of whom, such as `the treated patients`
  static Method share(String of) {
    return new Method(
        "percentage of " + of,
        EXACT,
        "How many of "
            + of
            + ", times 100. The interval is exact: too wide rather than too narrow, also where few"
            + " patients were treated.",
        REFERENCE,
        "");
  }

  /// The time until something happened to those to whom it happened.
  ///
  /// @param which `median`, `smallest value` or `largest value`
  static Method time(String which) {
    return new Method(
        which + " of the times to response",
        "",
        "From the first dose to the first count in response, of responders only. Patients without a"
            + " response have no time; this is not a Kaplan–Meier estimate.",
        "",
        "");
  }
}
