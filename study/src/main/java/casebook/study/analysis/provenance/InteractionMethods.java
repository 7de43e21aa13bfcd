// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.finding.Method;

/// The tests of interaction, in words a clinician understands.
public final class InteractionMethods {
  private InteractionMethods() {}

  private static final String DEFINITION =
      "Whether the odds ratio differs between the levels of the other variable more than chance"
          + " allows, on the multiplicative scale; a large P does not show that it is the same.";

  /// By maximum likelihood.
  public static final Method LIKELIHOOD =
      new Method(
          "likelihood-ratio test of interaction",
          "",
          DEFINITION + " Compares the models with and without the product terms.",
          "Hosmer DW, Lemeshow S, Sturdivant RX. Applied Logistic Regression, 3rd ed. Wiley 2013,"
              + " section 3.4",
          "");

  /// By Firth's penalised likelihood.
  public static final Method PENALISED =
      new Method(
          "penalised likelihood-ratio test of interaction",
          "",
          DEFINITION
              + " Compares Firth's penalised likelihood with the product terms free and held at 0.",
          "Heinze G, Schemper M. Stat Med 2002;21:2409-2419",
          "");

  /// By Wald's quadratic form.
  public static final Method WALD =
      new Method(
          "Wald test of interaction",
          "",
          DEFINITION + " Tests the product terms with their covariance.",
          "Wald A. Trans Am Math Soc 1943;54:426-482",
          "");
}
