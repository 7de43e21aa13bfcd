// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

/// What a population model knows of a patient beside the levels.
///
/// @param weight body weight in kg, above 0
/// @param prednisolone daily dose of prednisolone in mg, 0 for none
public record Covariates(double weight, double prednisolone) {
  public Covariates {
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the weight is " + weight + " kg; it is above 0");
    }
    if (!(prednisolone >= 0 && prednisolone < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "prednisolone is " + prednisolone + " mg; it is at least 0");
    }
  }

  /// Describes a patient without prednisolone.
  public static Covariates ofWeight(double weight) {
    return new Covariates(weight, 0);
  }

  /// Changes the daily dose of prednisolone, in mg.
  public Covariates withPrednisolone(double milligrams) {
    return new Covariates(weight, milligrams);
  }
}
