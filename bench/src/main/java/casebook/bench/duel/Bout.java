// SPDX-License-Identifier: Apache-2.0
package casebook.bench.duel;

import java.util.function.Supplier;

/// One method on both sides of the duel of functions.
///
/// @param name as the peer's script knows it
/// @param what as printed: the method and its data
/// @param peer the function of the peer
/// @param ours computes the numbers that are compared, from plain arrays, through the public API
/// @param tolerance largest relative difference that is allowed
/// @param reason why not less
record Bout(
    String name,
    String what,
    String peer,
    Supplier<double[]> ours,
    double tolerance,
    String reason) {

  /// Throws where the two sides differ; returns the largest relative difference.
  double agree(double[] theirs) {
    double[] our = ours.get();
    if (our.length != theirs.length) {
      throw new IllegalStateException(
          name + ": " + our.length + " numbers against " + theirs.length);
    }
    double largest = 0;
    for (int i = 0; i < our.length; i++) {
      double difference =
          our[i] == theirs[i] ? 0 : Math.abs(our[i] - theirs[i]) / Math.abs(theirs[i]);
      if (!(difference <= tolerance)) {
        throw new IllegalStateException(name + ", " + i + ": " + our[i] + " against " + theirs[i]);
      }
      largest = Math.max(largest, difference);
    }
    return largest;
  }
}
