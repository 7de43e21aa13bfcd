// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A largest set of case-control pairs in which nobody is used twice: how many cases could be
/// matched at all.
///
/// Hopcroft and Karp's algorithm: shortest augmenting paths are found for all free cases at once,
/// and a set of disjoint ones is applied, until there is none. At most about sqrt(n) such rounds
/// are needed. Cases and controls are tried in ascending order, so the same pairs come out every
/// time; the size is unique, the pairs need not be.
///
/// Source: Hopcroft and Karp, 1973, SIAM Journal on Computing 2:225-231.
///
/// Equals: size of igraph `max_bipartite_match`, scipy `maximum_bipartite_matching`.
public final class MaximumMatching {
  private static final int NONE = -1;

  private final int[] controlOf; // row of the control of each case, or NONE
  private final int size;

  private MaximumMatching(int[] controlOf) {
    this.controlOf = controlOf;
    this.size = (int) Arrays.stream(controlOf).filter(control -> control != NONE).count();
  }

  /// Finds a maximum matching with one control for each case.
  public static MaximumMatching of(Eligibility eligibility) {
    return new MaximumMatching(new Search(eligibility).run());
  }

  /// Returns the number of pairs.
  public int size() {
    return size;
  }

  /// Returns the row of the control that a case has in this matching, empty when it has none.
  public OptionalInt controlOf(int caseIndex) {
    return controlOf[caseIndex] == NONE
        ? OptionalInt.empty()
        : OptionalInt.of(controlOf[caseIndex]);
  }

  /// Returns the rows of the cases that stay without a control in this matching.
  public int[] unmatched() {
    return IntStream.range(0, controlOf.length).filter(i -> controlOf[i] == NONE).toArray();
  }

  private static final class Search {
    private final Eligibility eligibility;
    private final int[] controlOf;
    private final int[] caseOf;
    private final int[] layer;
    private final int[] queue;
    private final int[] next; // the control each case tries next
    private final int[] path;
    private int last; // the layer whose cases reach a free control first

    Search(Eligibility eligibility) {
      this.eligibility = eligibility;
      int cases = eligibility.cases();
      controlOf = filled(cases);
      caseOf = filled(eligibility.controls());
      layer = new int[cases];
      queue = new int[cases];
      next = new int[cases];
      path = new int[cases + 1];
    }

    private static int[] filled(int length) {
      int[] array = new int[length];
      Arrays.fill(array, NONE);
      return array;
    }

    int[] run() {
      while (layers()) {
        Arrays.fill(next, 0);
        for (int i = 0; i < controlOf.length; i++) {
          if (controlOf[i] == NONE) {
            augment(i);
          }
        }
      }
      return controlOf;
    }

    /// Numbers the cases by their distance from the free cases, as far as the layer that reaches a
    /// free control; says whether there is one.
    private boolean layers() {
      int filled = 0;
      Arrays.fill(layer, NONE);
      for (int i = 0; i < layer.length; i++) {
        if (controlOf[i] == NONE) {
          layer[i] = 0;
          queue[filled++] = i;
        }
      }
      last = NONE;
      for (int head = 0; head < filled; head++) {
        int from = queue[head];
        if (last != NONE && layer[from] > last) {
          break;
        }
        for (int k = 0; k < eligibility.count(from); k++) {
          int owner = caseOf[eligibility.control(from, k)];
          if (owner == NONE) {
            last = layer[from];
          } else if (layer[owner] == NONE) {
            layer[owner] = layer[from] + 1;
            queue[filled++] = owner;
          }
        }
      }
      return last != NONE;
    }

    /// Walks down the layers from a free case without recursion, as chains may be long.
    private void augment(int root) {
      int depth = 0;
      path[0] = root;
      while (depth >= 0) {
        int at = path[depth];
        if (next[at] == eligibility.count(at)) {
          layer[at] = NONE;
          depth--;
          continue;
        }
        int owner = caseOf[eligibility.control(at, next[at]++)];
        if (owner == NONE && layer[at] == last) {
          apply(depth);
          return;
        }
        if (owner != NONE && layer[owner] == layer[at] + 1) {
          path[++depth] = owner;
        }
      }
    }

    private void apply(int depth) {
      for (int d = depth; d >= 0; d--) {
        int at = path[d];
        int control = eligibility.control(at, next[at] - 1);
        controlOf[at] = control;
        caseOf[control] = at;
      }
    }
  }
}
