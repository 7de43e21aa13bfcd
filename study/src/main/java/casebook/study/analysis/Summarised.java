// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.finding.Cell.Form;
import java.util.Locale;
import java.util.Optional;

/// How the values of a number are put together in a table of characteristics.
enum Summarised {
  MEAN_SD("mean (SD)", Form.MEAN_SD),
  MEAN_SE("mean ± SE", Form.MEAN_SE),
  MEDIAN_QUARTILES("median (Q1–Q3)", Form.MEDIAN_QUARTILES),
  MEDIAN_RANGE("median (range)", Form.MEDIAN_RANGE);

  private final String printed;
  private final Form form;

  Summarised(String printed, Form form) {
    this.printed = printed;
    this.form = form;
  }

  /// The words beside the variable's label.
  String printed() {
    return printed;
  }

  /// How the numbers stand together.
  Form form() {
    return form;
  }

  /// Whether the groups are compared by their means rather than by ranks.
  boolean byMean() {
    return this == MEAN_SD || this == MEAN_SE;
  }

  /// Reads what a study file says: `mean SD`, `mean (SE)`, `median quartiles`, `median (Q1-Q3)`,
  /// `median IQR`, `median (range)`; letter case, brackets, signs and commas do not matter.
  static Optional<Summarised> read(String words) {
    String plain =
        words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip().replace(" to ", " ");
    return switch (plain) {
      case "mean", "mean sd" -> Optional.of(MEAN_SD);
      case "mean se" -> Optional.of(MEAN_SE);
      case "median", "median quartiles", "median q1 q3", "median iqr" ->
          Optional.of(MEDIAN_QUARTILES);
      case "median range" -> Optional.of(MEDIAN_RANGE);
      default -> Optional.empty();
    };
  }
}
