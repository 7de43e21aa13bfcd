// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import java.util.Arrays;

/// What comparisons of several groups share.
final class Groups {
  private Groups() {}

  static boolean anyShorter(int least, double[]... groups) {
    return Arrays.stream(groups).anyMatch(group -> group.length < least);
  }

  static double[] joined(double[]... groups) {
    return Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray();
  }
}
