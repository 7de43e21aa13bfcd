// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.DataFiles.Writing;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Reads a day from a cell of a column that was read as text.
public final class WrittenDate {
  private WrittenDate() {}

  /// Reads a whole day; a date without its day is an error here.
  ///
  /// @param text the cell, without spaces around it
  /// @param at its place
  public static Checked<LocalDate> read(String text, Writing writing, Span at) {
    Reading<WrittenDay> read = DateText.read(text, writing.dates());
    if (read instanceof Reading.Good<WrittenDay>(WrittenDay.Whole(LocalDate day))) {
      return Checked.of(day);
    }
    Optional<Flaw> flaw = read.problem();
    return Checked.none(
        List.of(
            Problem.error(
                flaw.map(Flaw::code).orElse("data/no-whole-day"),
                at,
                flaw.map(Flaw::message).orElse("A date without its day places no event."),
                flaw.map(Flaw::fix).orElse("Write the day, or strike the row."))));
  }
}
