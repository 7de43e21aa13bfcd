// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which controls may be given to each case: the edges of the graph that a matching chooses from.
///
/// Cases and controls are rows counted from 0. Each case's controls are kept in ascending order.
public final class Eligibility {
  private final int controls;
  private final int[] start; // case i owns edges start[i] .. start[i + 1] - 1
  private final int[] edge;

  private Eligibility(int controls, int[] start, int[] edge) {
    this.controls = controls;
    this.start = start;
    this.edge = edge;
  }

  /// Makes the eligible pairs from rules; a pair is eligible when every rule allows it.
  ///
  /// Controls are first sorted into groups by the [MatchRule.Same] rules, so that only controls
  /// with the case's codes are looked at.
  ///
  /// @param cases number of cases
  /// @param controls number of controls
  /// @param rules the rules, each about as many cases and controls; without a rule every pair is
  ///   eligible
  public static Eligibility of(int cases, int controls, List<? extends MatchRule> rules) {
    for (MatchRule rule : rules) {
      if (rule.cases() != cases || rule.controls() != controls) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a rule has %d cases and %d controls; expected %d and %d",
                rule.cases(),
                rule.controls(),
                cases,
                controls));
      }
    }
    List<MatchRule.Same> keys = rules.stream().flatMap(Eligibility::same).toList();
    List<? extends MatchRule> others =
        rules.stream().filter(rule -> !(rule instanceof MatchRule.Same)).toList();
    Map<List<Integer>, int[]> groups = groups(controls, keys);
    int[][] lists = new int[cases][];
    for (int i = 0; i < cases; i++) {
      int[] group = groups.get(codesOfCase(keys, i));
      lists[i] = group == null ? new int[0] : allowed(i, group, others);
    }
    return joined(lists, controls);
  }

  /// Makes the eligible pairs from lists.
  ///
  /// @param lists for each case the rows of its eligible controls, each at most once
  /// @param controls number of controls
  public static Eligibility ofLists(int[][] lists, int controls) {
    int[][] sorted = new int[lists.length][];
    for (int i = 0; i < lists.length; i++) {
      sorted[i] = lists[i].clone();
      Arrays.sort(sorted[i]);
      for (int k = 0; k < sorted[i].length; k++) {
        int control = sorted[i][k];
        if (control < 0 || control >= controls || (k > 0 && control == sorted[i][k - 1])) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "case %d lists control %d twice, or there are only %d controls",
                  i,
                  control,
                  controls));
        }
      }
    }
    return joined(sorted, controls);
  }

  private static Stream<MatchRule.Same> same(MatchRule rule) {
    return rule instanceof MatchRule.Same key ? Stream.of(key) : Stream.empty();
  }

  private static Map<List<Integer>, int[]> groups(int controls, List<MatchRule.Same> keys) {
    Map<List<Integer>, IntStream.Builder> gathered = new HashMap<>();
    for (int j = 0; j < controls; j++) {
      List<Integer> codes = codesOfControl(keys, j);
      if (codes.isEmpty() || Collections.min(codes) >= 0) {
        gathered.computeIfAbsent(codes, any -> IntStream.builder()).add(j);
      }
    }
    Map<List<Integer>, int[]> groups = new HashMap<>();
    gathered.forEach((codes, rows) -> groups.put(codes, rows.build().toArray()));
    return groups;
  }

  private static List<Integer> codesOfCase(List<MatchRule.Same> keys, int row) {
    List<Integer> codes = new ArrayList<>(keys.size());
    for (MatchRule.Same key : keys) {
      codes.add(key.codeOfCase(row));
    }
    return codes;
  }

  private static List<Integer> codesOfControl(List<MatchRule.Same> keys, int row) {
    List<Integer> codes = new ArrayList<>(keys.size());
    for (MatchRule.Same key : keys) {
      codes.add(key.codeOfControl(row));
    }
    return codes;
  }

  private static int[] allowed(int caseIndex, int[] group, List<? extends MatchRule> rules) {
    int[] allowed = new int[group.length];
    int count = 0;
    for (int control : group) {
      allowed[count] = control;
      count += allAllow(rules, caseIndex, control) ? 1 : 0;
    }
    return Arrays.copyOf(allowed, count);
  }

  private static boolean allAllow(List<? extends MatchRule> rules, int caseIndex, int control) {
    for (int k = 0; k < rules.size(); k++) {
      if (!rules.get(k).allows(caseIndex, control)) {
        return false;
      }
    }
    return true;
  }

  private static Eligibility joined(int[][] lists, int controls) {
    int[] start = new int[lists.length + 1];
    for (int i = 0; i < lists.length; i++) {
      start[i + 1] = Math.addExact(start[i], lists[i].length);
    }
    int[] edge = new int[start[lists.length]];
    for (int i = 0; i < lists.length; i++) {
      System.arraycopy(lists[i], 0, edge, start[i], lists[i].length);
    }
    return new Eligibility(controls, start, edge);
  }

  /// Returns the number of cases.
  public int cases() {
    return start.length - 1;
  }

  /// Returns the number of controls.
  public int controls() {
    return controls;
  }

  /// Returns the number of eligible pairs.
  public int pairs() {
    return edge.length;
  }

  /// Returns how many controls are eligible for a case.
  public int count(int caseIndex) {
    return start[caseIndex + 1] - start[caseIndex];
  }

  /// Returns one of the case's controls.
  ///
  /// @param caseIndex row of the case
  /// @param k which of its controls in ascending order, from 0 to `count(caseIndex) - 1`
  public int control(int caseIndex, int k) {
    if (k < 0 || k >= count(caseIndex)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "case %d has %d eligible controls; asked for number %d",
              caseIndex,
              count(caseIndex),
              k));
    }
    return edge[start[caseIndex] + k];
  }

  /// Returns the rows of the cases that have no eligible control.
  public int[] casesWithout() {
    return IntStream.range(0, cases()).filter(i -> count(i) == 0).toArray();
  }
}
