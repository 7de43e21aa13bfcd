// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.List;

/// Which rows a number rests on: how many, and how many were left out and why.
///
/// @param in rows used
/// @param out rows left out, by reason, such as `fviii is missing`
public record Rows(int in, List<Out> out) {
  public Rows {
    out = List.copyOf(out);
  }

  /// Rows left out for one reason.
  public record Out(String reason, int count) {}

  /// All of `in` rows were used.
  public static Rows all(int in) {
    return new Rows(in, List.of());
  }
}
