// SPDX-License-Identifier: Apache-2.0
package casebook.study.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that somebody probably meant.
///
/// Source: optimal string alignment distance (Damerau 1964, Commun ACM 7:171), letters without
/// case.
public final class NearestWord {
  /// Nothing longer is a misspelt word.
  private static final int LONGEST = 60;

  private NearestWord() {}

  /// Finds the nearest of the allowed words, if one is near: at most a third of the letters differ.
  /// Of equally near words the first in alphabetical order is taken.
  public static Optional<String> to(String written, Collection<String> allowed) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    int limit = Math.max(1, written.length() / 3);
    return allowed.stream()
        .filter(word -> Math.abs(word.length() - written.length()) <= limit)
        .filter(word -> distance(written, word) <= limit)
        .min(
            Comparator.comparingInt((String word) -> distance(written, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// The words `Did you mean ...?` for a message, empty when nothing is near.
  public static String question(String written, Collection<String> allowed) {
    return to(written, allowed).map(word -> "Did you mean `" + word + "`?").orElse("");
  }

  /// The number of letters inserted, dropped, changed or swapped with a neighbour.
  static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, d);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] d) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
