// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

/// Convolution of weights whose range exceeds that of a double.
///
/// A weight is `mantissa * 2^(512 block)`, with the mantissa between 2^-256 and 2^256.
final class WeightSums {
  private static final int BLOCK = 512;
  private static final double LARGE = 0x1p256;
  private static final double SMALL = 0x1p-256;

  private final double[] mantissas;
  private final int[] blocks;

  private WeightSums(double[] ratios) {
    mantissas = new double[ratios.length + 1];
    blocks = new int[ratios.length + 1];
    double weight = 1;
    int block = 0;
    mantissas[0] = weight;
    for (int i = 0; i < ratios.length; i++) {
      weight *= ratios[i];
      if (weight > LARGE) {
        weight = Math.scalb(weight, -BLOCK);
        block++;
      } else if (weight < SMALL) {
        weight = Math.scalb(weight, BLOCK);
        block--;
      }
      mantissas[i + 1] = weight;
      blocks[i + 1] = block;
    }
  }

  /// Returns the neighbour ratios of the weights of a sum from those of its two parts.
  static double[] ratios(double[] one, double[] other) {
    WeightSums a = new WeightSums(one);
    WeightSums b = new WeightSums(other);
    double[] result = new double[one.length + other.length];
    int block = a.blocks[0] + b.blocks[0];
    double sum = a.mantissas[0] * b.mantissas[0];
    for (int k = 1; k <= result.length; k++) {
      int next = largestBlock(a, b, k);
      double nextSum = sum(a, b, k, next);
      int exponent = Math.getExponent(nextSum) - Math.getExponent(sum);
      double fraction =
          Math.scalb(nextSum, -Math.getExponent(nextSum)) / Math.scalb(sum, -Math.getExponent(sum));
      result[k - 1] = Math.scalb(fraction, exponent + BLOCK * (next - block));
      sum = nextSum;
      block = next;
    }
    return result;
  }

  private static int largestBlock(WeightSums a, WeightSums b, int k) {
    int largest = Integer.MIN_VALUE;
    for (int i = first(b, k); i <= last(a, k); i++) {
      largest = Math.max(largest, a.blocks[i] + b.blocks[k - i]);
    }
    return largest;
  }

  // products two blocks below the largest can still count; three blocks below they are nothing
  private static double sum(WeightSums a, WeightSums b, int k, int largest) {
    double same = 0;
    double below = 0;
    double farBelow = 0;
    for (int i = first(b, k); i <= last(a, k); i++) {
      double product = a.mantissas[i] * b.mantissas[k - i];
      int distance = largest - a.blocks[i] - b.blocks[k - i];
      if (distance == 0) {
        same += product;
      } else if (distance == 1) {
        below += product;
      } else if (distance == 2) {
        farBelow += product;
      }
    }
    return same + Math.scalb(below + Math.scalb(farBelow, -BLOCK), -BLOCK);
  }

  private static int first(WeightSums b, int k) {
    return Math.max(0, k - b.mantissas.length + 1);
  }

  private static int last(WeightSums a, int k) {
    return Math.min(k, a.mantissas.length - 1);
  }
}
