// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The rows of a Cox model in the order in which a sweep back through time meets them.
///
/// Stratum after stratum, blocks of rows with one time come latest first; within a block the events
/// come first. Before a block's risk set is complete, rows that enter at or after its time leave
/// again.
final class RiskSets {
  private final int[] order; // rows of the data by position
  private final int[] blockEnd; // position after the last of each block
  private final int[] events; // of each block
  private final boolean[] opens; // whether the block is the first of its stratum
  private final int[] stratum;
  private final double[] time;
  private final int[] leaving; // positions, in the order in which they leave
  private final int[] leavingEnd; // for each block the end of those that have left
  private int blocks;

  RiskSets(Times times, int[] strata, int strataCount) {
    int n = times.size();
    order = new int[n];
    blockEnd = new int[n];
    events = new int[n];
    opens = new boolean[n];
    stratum = new int[n];
    time = new double[n];
    leaving = new int[n];
    leavingEnd = new int[n];
    int[][] rows = rowsOf(strata, strataCount);
    int position = 0;
    int left = 0;
    for (int s = 0; s < strataCount; s++) {
      if (rows[s].length > 0) {
        int from = blocks;
        var timeline = new Timeline(strataCount == 1 ? times : times.select(rows[s]));
        place(times, rows[s], timeline, position, s);
        if (times.entersLate()) {
          left = leave(rows[s], timeline, position, left, from);
        }
        position += rows[s].length;
      }
    }
  }

  private static int[][] rowsOf(int[] strata, int count) {
    int[] sizes = new int[count];
    for (int s : strata) {
      sizes[s]++;
    }
    int[][] rows = new int[count][];
    for (int s = 0; s < count; s++) {
      rows[s] = new int[sizes[s]];
    }
    Arrays.fill(sizes, 0);
    for (int row = 0; row < strata.length; row++) {
      int s = strata[row];
      rows[s][sizes[s]++] = row;
    }
    return rows;
  }

  private void place(Times times, int[] rows, Timeline timeline, int from, int s) {
    int[] ascending = timeline.ascending();
    int position = from;
    int i = ascending.length - 1;
    boolean first = true;
    while (i >= 0) {
      int point = timeline.last(ascending[i]);
      int low = i;
      while (low >= 0 && timeline.last(ascending[low]) == point) {
        low--;
      }
      int begin = position;
      for (int k = low + 1; k <= i; k++) {
        if (times.event(rows[ascending[k]])) {
          order[position++] = rows[ascending[k]];
        }
      }
      events[blocks] = position - begin;
      for (int k = low + 1; k <= i; k++) {
        if (!times.event(rows[ascending[k]])) {
          order[position++] = rows[ascending[k]];
        }
      }
      blockEnd[blocks] = position;
      opens[blocks] = first;
      stratum[blocks] = s;
      time[blocks] = timeline.time(point);
      blocks++;
      first = false;
      i = low;
    }
  }

  /// Notes which positions leave before each block from `firstBlock` on.
  private int leave(int[] rows, Timeline timeline, int from, int left, int firstBlock) {
    int[] place = new int[rows.length]; // position of each row of the stratum
    int[] local = new int[rows.length];
    int highest = Arrays.stream(rows).max().orElse(0);
    int[] localOf = new int[highest + 1];
    for (int k = 0; k < rows.length; k++) {
      localOf[rows[k]] = k;
    }
    for (int k = 0; k < rows.length; k++) {
      local[k] = localOf[order[from + k]];
      place[local[k]] = from + k;
    }
    int[] byEntry = timeline.byEntry();
    int next = byEntry.length - 1;
    int position = from;
    int done = left;
    for (int b = firstBlock; b < blocks; b++) {
      int point = timeline.last(local[position - from]);
      while (next >= 0 && timeline.first(byEntry[next]) > point) {
        leaving[done++] = place[byEntry[next--]];
      }
      leavingEnd[b] = done;
      position = blockEnd[b];
    }
    return done;
  }

  int rows() {
    return order.length;
  }

  int blocks() {
    return blocks;
  }

  int row(int position) {
    return order[position];
  }

  int start(int block) {
    return block == 0 ? 0 : blockEnd[block - 1];
  }

  int end(int block) {
    return blockEnd[block];
  }

  int events(int block) {
    return events[block];
  }

  boolean opens(int block) {
    return opens[block];
  }

  int stratum(int block) {
    return stratum[block];
  }

  double time(int block) {
    return time[block];
  }

  int leavingStart(int block) {
    return block == 0 ? 0 : leavingEnd[block - 1];
  }

  int leavingEnd(int block) {
    return leavingEnd[block];
  }

  int leaving(int place) {
    return leaving[place];
  }

  /// Returns the block after the last one of a stratum that begins at some block.
  int stratumEnd(int block) {
    int end = block + 1;
    while (end < blocks && !opens[end]) {
      end++;
    }
    return end;
  }

  /// The positions at risk at a block, for work that is done rarely.
  int[] atRisk(int block) {
    int first = block;
    while (!opens[first]) {
      first--;
    }
    boolean[] gone = new boolean[end(block)];
    for (int k = leavingStart(first); k < leavingEnd(block); k++) {
      gone[leaving[k]] = true;
    }
    return IntStream.range(start(first), end(block)).filter(p -> !gone[p]).toArray();
  }
}
