// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.report.figure.Drawing;
import java.util.List;

/// What stands behind one number, in the order in which a reader asks.
///
/// @param address where the number stands
/// @param title what it is: `IgM anti-PS: crude odds ratio`
/// @param printed the number as printed in the paper
/// @param parts the answers: definition, full precision, method, counts, other methods, rows in and
///   out, data digest, line of the study file
public record Explanation(String address, String title, String printed, List<Part> parts) {
  public Explanation {
    parts = List.copyOf(parts);
  }

  /// One answer.
  public sealed interface Part {
    /// What is answered, such as `Method`.
    String label();

    /// Sentences, one a line.
    record Prose(String label, List<String> lines) implements Part {
      public Prose {
        lines = List.copyOf(lines);
      }
    }

    /// Named values, one a line.
    record Values(String label, List<Value> values) implements Part {
      public Values {
        values = List.copyOf(values);
      }
    }

    /// A small table.
    ///
    /// @param head the column heads; the first may be empty
    /// @param rows the rows, each as long as the head; the first place is the row's head
    record Grid(String label, List<String> head, List<List<String>> rows) implements Part {
      public Grid {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
      }
    }

    /// A small figure.
    ///
    /// @param words what it shows, for those who cannot see it
    /// @param drawing the drawing
    record Figure(String label, String words, Drawing drawing) implements Part {}

    /// A line of a file as it stands there.
    ///
    /// @param place file and line
    /// @param text the line
    record Quote(String label, String place, String text) implements Part {}
  }

  /// A named value.
  ///
  /// @param address where it is explained itself; empty when it is not
  public record Value(String name, String text, String address) {
    /// A value without an explanation of its own.
    public static Value of(String name, String text) {
      return new Value(name, text, "");
    }
  }
}
