// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Censoring;
import casebook.study.language.DataFiles.Writing;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A number from a cell that holds numbers of several kinds, each with its unit beside it.
///
/// @param value the number, digit by digit; of a detection limit the limit
/// @param censoring on which side of it the true value lies
public record WrittenNumber(BigDecimal value, Censoring censoring) {
  /// Reads a number or a detection limit such as `<10`.
  ///
  /// @param text the cell, without spaces around it
  /// @param at its place
  public static Checked<WrittenNumber> read(String text, Writing writing, Span at) {
    char decimal = writing.decimal();
    boolean limit = NumberText.isLimit(text, decimal);
    String number = limit ? text.substring(text.charAt(1) == '=' ? 2 : 1).strip() : text;
    Reading<BigDecimal> read = NumberText.read(number, decimal);
    if (read instanceof Reading.Good<BigDecimal>(BigDecimal value)) {
      boolean below = limit && (text.charAt(0) == '<' || text.charAt(0) == '≤');
      Censoring side = !limit ? Censoring.NONE : below ? Censoring.BELOW : Censoring.ABOVE;
      return Checked.of(new WrittenNumber(value, side));
    }
    Optional<Flaw> flaw = read.problem();
    return Checked.none(
        List.of(
            Problem.error(
                flaw.map(Flaw::code).orElse(""),
                at,
                flaw.map(Flaw::message).orElse(""),
                flaw.map(Flaw::fix).orElse(""))));
  }
}
