// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.util.Arrays;

/// Numbers the long keys that it meets, from 0 in the order of their coming.
final class LongSlots {
  private long[] keys = new long[16];
  private int size;
  // table[h] is a slot plus one, 0 where nothing is
  private int[] table = new int[64];

  /// Returns the number of keys met.
  int size() {
    return size;
  }

  /// Returns the key of a slot.
  long key(int slot) {
    return keys[slot];
  }

  /// Returns the slot of a key, a new one when it is met for the first time.
  int slot(long key) {
    int mask = table.length - 1;
    int h = hash(key) & mask;
    while (table[h] != 0) {
      if (keys[table[h] - 1] == key) {
        return table[h] - 1;
      }
      h = (h + 1) & mask;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = key;
    table[h] = size;
    if (4 * size > table.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    int[] larger = new int[4 * table.length];
    int mask = larger.length - 1;
    for (int slot = 0; slot < size; slot++) {
      int h = hash(keys[slot]) & mask;
      while (larger[h] != 0) {
        h = (h + 1) & mask;
      }
      larger[h] = slot + 1;
    }
    table = larger;
  }

  private static int hash(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ (mixed >>> 32));
  }
}
