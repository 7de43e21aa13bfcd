// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import java.util.List;

/// What stands behind one number, in the order in which a reader asks.
///
/// @param address where the number stands
/// @param title what it is: `IgM anti-PS: crude odds ratio`
/// @param printed the number as printed in the paper
/// @param parts label and text, in order: definition, full precision, method, reference, counts,
///   rows in and out, data digest, line of the study file
public record Explanation(String address, String title, String printed, List<Part> parts) {
  public Explanation {
    parts = List.copyOf(parts);
  }

  /// One answer.
  ///
  /// @param label such as `Method`
  /// @param lines its text, one or more lines
  public record Part(String label, List<String> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }
}
