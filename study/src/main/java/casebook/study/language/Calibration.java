// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Span;
import java.util.Optional;

/// How the readings of plates become values: by the curve of the standards on each plate.
///
/// @param plates the file of the readings, one row a well; its path is relative to the study file's
///   folder
/// @param curve the shape of the curve
/// @param response the column of the readings
/// @param weights how much a standard counts
/// @param units the column that says the unit of each concentration; empty: that of the variable
/// @param dilution the column with the factor by which a sample was diluted; empty: none was
/// @param day the column with the day on which a plate was measured; empty: not said
/// @param at the place of the clause
public record Calibration(
    String plates,
    Curve curve,
    String response,
    Weights weights,
    Optional<String> units,
    Optional<String> dilution,
    Optional<String> day,
    Span at) {
  /// The column that names the plate.
  public static final String PLATE = "plate";

  /// The column that names the well.
  public static final String WELL = "well";

  /// The column that says what is in the well.
  public static final String KIND = "kind";

  /// The column that names the person, or the control sample.
  public static final String SAMPLE = "sample";

  /// The column of the standards' concentrations.
  public static final String CONCENTRATION = "concentration";

  /// The shape of a calibration curve.
  public enum Curve {
    /// A logistic curve of the logarithm of the concentration.
    FOUR_PARAMETERS("4PL"),
    /// A logistic curve that need not be symmetric about its midpoint.
    FIVE_PARAMETERS("5PL");

    private final String word;

    Curve(String word) {
      this.word = word;
    }

    /// The word in the study file.
    public String word() {
      return word;
    }
  }

  /// How much a standard counts.
  public enum Weights {
    /// Each reading counts the same.
    EQUAL,
    /// A reading counts by one over its square: the relative error is the same everywhere.
    RELATIVE
  }
}
