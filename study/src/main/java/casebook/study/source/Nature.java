// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.util.Optional;

/// What a workbook says of a cell, beside its text.
enum Nature {
  /// A text, a number, yes or no; all that a separated text can hold.
  PLAIN,
  /// A day of the calendar.
  DAY,
  /// An error of the spreadsheet, such as `#N/A`.
  ERROR,
  /// A formula whose value was never stored.
  NOT_CALCULATED;

  /// Answers when such a cell cannot be read as a value of its column.
  ///
  /// @param text the cell
  /// @param words whether the column holds texts
  Optional<Flaw> flaw(String text, boolean words) {
    return switch (this) {
      case PLAIN -> Optional.empty();
      case DAY -> words ? Optional.of(dayAmongTexts(text)) : Optional.empty();
      case ERROR ->
          Optional.of(
              Flaw.error(
                  "data/cell-error",
                  Shown.text(text) + " is an error of the spreadsheet, not a value.",
                  "Mend the formula; if it means missing, write `missing: [\"" + text + "\"]`."));
      case NOT_CALCULATED ->
          Optional.of(
              Flaw.error(
                      "data/cell-not-calculated",
                      "The cell holds a formula, and the file does not hold its value.",
                      "Open the file in the spreadsheet program and save it again.")
                  .ofKind("formula"));
    };
  }

  private static Flaw dayAmongTexts(String text) {
    return Flaw.error(
            "data/day-among-texts",
            "The cell holds a date, "
                + Shown.text(text)
                + ", in a column of texts; spreadsheets turn names such as SEPT2 into dates.",
            "Format the column as text and enter the cell again; if it is a date, write `is: date`"
                + " at the variable.")
        .ofKind("day");
  }
}
