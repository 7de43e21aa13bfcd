// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Who was matched with whom.
public final class MatchedSets {
  private final int[][] controlsOf;
  private final int controls;

  MatchedSets(int[][] controlsOf, int controls) {
    this.controlsOf = controlsOf;
    this.controls = controls;
  }

  /// Returns the number of cases, matched or not.
  public int cases() {
    return controlsOf.length;
  }

  /// Returns the rows of a case's controls, the first chosen first; none when it is unmatched.
  public int[] controlsOf(int caseIndex) {
    return controlsOf[caseIndex].clone();
  }

  /// Returns the number of cases with at least one control.
  public int matchedCases() {
    return (int) Arrays.stream(controlsOf).filter(chosen -> chosen.length > 0).count();
  }

  /// Returns the number of case-control pairs.
  public int pairs() {
    return Arrays.stream(controlsOf).mapToInt(chosen -> chosen.length).sum();
  }

  /// Returns how often each control is used.
  public int[] uses() {
    int[] uses = new int[controls];
    for (int[] chosen : controlsOf) {
      for (int control : chosen) {
        uses[control]++;
      }
    }
    return uses;
  }

  /// Returns the sum of the distances of all pairs.
  public double totalDistance(MatchDistance distance) {
    double sum = 0;
    for (int i = 0; i < controlsOf.length; i++) {
      for (int control : controlsOf[i]) {
        sum += distance.between(i, control);
      }
    }
    return sum;
  }

  /// Returns the weights of the cases: 1 when matched, else 0.
  public double[] caseWeights() {
    return Arrays.stream(controlsOf).mapToDouble(chosen -> chosen.length > 0 ? 1 : 0).toArray();
  }

  /// Returns the weights of the controls: the controls of a case share its weight, and the sum is
  /// the number of controls used.
  public double[] controlWeights() {
    double[] weights = new double[controls];
    for (int[] chosen : controlsOf) {
      for (int control : chosen) {
        weights[control] += 1.0 / chosen.length;
      }
    }
    return scaled(weights);
  }

  /// Scales weights so that they sum to the number of weights above 0.
  static double[] scaled(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    long used = Arrays.stream(weights).filter(w -> w > 0).count();
    return IntStream.range(0, weights.length)
        .mapToDouble(j -> sum == 0 ? 0 : weights[j] * used / sum)
        .toArray();
  }
}
