// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Findings;
import casebook.study.finding.ListedPatient;
import casebook.study.problem.Span;
import casebook.study.report.Explanation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what stands behind an address that is no number's.
///
/// @param study the study file, whose lines are quoted
public record PlaceExplanations(Findings.StudyFile study) {
  /// Says where a value of a single patient was read.
  ///
  /// @param at the line that asked for the listing
  public Explanation of(ListedPatient.Value value, Span at) {
    return explanation(
        value.address().path(), value.label(), value.text(), prose("Read in", value.sources()), at);
  }

  /// Says what a figure or a listing holds.
  ///
  /// @param address the common beginning of the addresses of what it holds
  /// @param title its caption
  /// @param where the place where its values stand
  /// @param holds the addresses of its numbers or values; there may be none
  /// @param at the line that asked for it
  public Explanation of(String address, String title, String where, List<String> holds, Span at) {
    return explanation(address, title, where, prose("Explained one by one", holds), at);
  }

  private Explanation explanation(
      String address, String title, String printed, Optional<Part> said, Span at) {
    List<Part> parts = new ArrayList<>();
    said.ifPresent(parts::add);
    quote(at).ifPresent(parts::add);
    return new Explanation(address, title, printed, parts);
  }

  private static Optional<Part> prose(String label, List<String> lines) {
    return lines.isEmpty() ? Optional.empty() : Optional.of(new Part.Prose(label, lines));
  }

  /// The line of the study file that asked for something; empty when none did.
  Optional<Part> quote(Span at) {
    if (at.line() < 1) {
      return Optional.empty();
    }
    String text = at.line() <= study.lines().size() ? study.lines().get(at.line() - 1) : "";
    return Optional.of(
        new Part.Quote("Asked for in", study.file() + ", line " + at.line(), text.strip()));
  }
}
