// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import java.util.Arrays;

/// Weights by a whole-number key, added up where keys meet. Keys are at least 0.
final class StateTable {
  private long[] keys;
  private double[] weights;
  private int count;

  StateTable() {
    keys = new long[64];
    weights = new double[64];
    Arrays.fill(keys, -1);
  }

  int count() {
    return count;
  }

  /// Adds a weight to a key.
  void add(long key, double weight) {
    if (2 * (count + 1) > keys.length) {
      grow();
    }
    int place = place(keys, key);
    if (keys[place] < 0) {
      keys[place] = key;
      count++;
    }
    weights[place] += weight;
  }

  private static int place(long[] keys, long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed >>> 32) & mask;
    while (keys[place] >= 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] wider = new long[2 * keys.length];
    double[] moved = new double[wider.length];
    Arrays.fill(wider, -1);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] >= 0) {
        int place = place(wider, keys[i]);
        wider[place] = keys[i];
        moved[place] = weights[i];
      }
    }
    keys = wider;
    weights = moved;
  }

  /// What is done with each key and its weight.
  interface Visitor {
    void visit(long key, double weight);
  }

  /// Visits all keys, in an order that depends on the keys alone.
  void forEach(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] >= 0) {
        visitor.visit(keys[i], weights[i]);
      }
    }
  }

  /// Divides all weights by the largest.
  void rescale() {
    double largest = 0;
    for (int i = 0; i < keys.length; i++) {
      largest = keys[i] >= 0 ? Math.max(largest, weights[i]) : largest;
    }
    for (int i = 0; i < keys.length; i++) {
      weights[i] /= largest;
    }
  }
}
