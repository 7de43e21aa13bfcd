// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Column;
import casebook.study.language.DataFiles.Writing;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.source.TextRow.Cell;
import java.util.Optional;

/// One column while it is read: drops or refuses spaces, knows what means missing, passes the rest
/// to the cells of its kind.
final class TextColumn {
  private final Variable variable;
  private final int field;
  private final boolean subject;
  private final boolean daysAreTexts;
  private final Cells cells;
  private final Writing writing;
  private final CellProblems found;
  private Optional<String> spaced = Optional.empty();
  private long trimmed;

  TextColumn(
      Variable variable,
      int field,
      boolean subject,
      boolean daysAreTexts,
      Cells cells,
      Writing writing,
      CellProblems found) {
    this.variable = variable;
    this.field = field;
    this.subject = subject;
    this.daysAreTexts = daysAreTexts;
    this.cells = cells;
    this.writing = writing;
    this.found = found;
  }

  boolean isSubject() {
    return subject;
  }

  int field() {
    return field;
  }

  String header() {
    return variable.column();
  }

  boolean isMissing(String text) {
    String bare = writing.trimSpaces() ? stripped(text) : text;
    return bare.isEmpty() || writing.missing().contains(bare) || variable.missing().contains(bare);
  }

  void take(TextRow row) {
    Cell cell = row.cells().get(field);
    String text = cell.text();
    String bare = stripped(text);
    boolean freeText = !subject && variable.type() instanceof Dictionary.Type.Text;
    if (!bare.equals(text) && writing.trimSpaces()) {
      trimmed++;
      text = bare;
    } else if (!bare.equals(text) && !freeText) {
      found.cell(cell, header(), spaces(text));
      cells.addMissing();
      return;
    }
    if (!isMissing(text)) {
      take(cell, text);
      return;
    }
    cells.addMissing();
    if (subject) {
      found.cell(
          cell,
          header(),
          Flaw.error(
              "data/no-id",
              "The row does not say whose it is.",
              "Write the id, or delete the row."));
    }
  }

  private void take(Cell cell, String text) {
    boolean words = !daysAreTexts && (subject || variable.type() instanceof Dictionary.Type.Text);
    Optional<Flaw> flaw = cell.nature().flaw(text, words);
    if (flaw.isPresent()) {
      cells.addMissing();
    } else {
      flaw = cells.add(text);
    }
    if (flaw.isPresent()) {
      found.cell(cell, header(), flaw.get());
    }
  }

  private Flaw spaces(String text) {
    String example = spaced.orElse(Shown.text(text));
    spaced = Optional.of(example);
    return Flaw.error(
        "data/spaces",
        "There are spaces before or behind a value, such as " + example + ".",
        "Remove them, or write `spaces: trim` under `data:`.");
  }

  /// What to say about spaces that were dropped; empty when there were none.
  Optional<String> trimmedNote() {
    return trimmed == 0
        ? Optional.empty()
        : Optional.of(
            "Spaces were dropped from "
                + (trimmed == 1 ? "1 value" : trimmed + " values")
                + " of column "
                + Shown.text(header())
                + ".");
  }

  Column column() {
    return cells.column();
  }

  /// The text without white space of any kind around it.
  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
