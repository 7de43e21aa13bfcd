// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.source.TextRow.Cell;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;

/// Splits a separated text into rows whose fields know their places.
final class CsvRows extends AbstractBaseCsvCallbackHandler<TextRow> {
  private static final int BUFFER = 4 * CsvSource.LONGEST_FIELD;

  private List<Cell> cells = new ArrayList<>();
  private int firstLine;
  private int line;
  private int column;

  private CsvRows() {}

  /// The rows of `text`, read as they are asked for.
  static CloseableIterator<TextRow> of(StrictText text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(BUFFER)
        .build(new CsvRows(), text)
        .iterator();
  }

  @Override
  protected void handleBegin(long startingLine) {
    cells = new ArrayList<>(cells.size());
    firstLine = Math.toIntExact(startingLine);
    line = firstLine;
    column = 1;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    String text = new String(buffer, offset, length);
    int written = length + (quoted ? 2 + (int) text.chars().filter(c -> c == '"').count() : 0);
    cells.add(new Cell(text, line, column, Math.max(1, written)));
    int lastEnd = quoted ? Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) : -1;
    if (lastEnd < 0) {
      column += written + 1;
    } else {
      line += (int) text.lines().count() - (lastEnd == length - 1 ? 0 : 1);
      String rest = text.substring(lastEnd + 1);
      column = rest.length() + (int) rest.chars().filter(c -> c == '"').count() + 3;
    }
  }

  @Override
  protected TextRow buildRecord() {
    return new TextRow(firstLine, cells);
  }
}
