// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

/// A curve: the response that some parameters predict for some values.
///
/// ```java
/// CurveFormula decay = (x, b) -> b[0].times(b[1].times(-x[0]).exp());
/// ```
@FunctionalInterface
public interface CurveFormula {
  /// Returns the predicted response with its derivatives.
  ///
  /// @param x the explaining values of one row; not changed
  /// @param b the parameters; not changed
  Dual at(double[] x, Dual[] b);
}
