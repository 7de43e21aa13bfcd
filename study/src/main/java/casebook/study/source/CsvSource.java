// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import de.siegmar.fastcsv.reader.CloseableIterator;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/// A text file with one row a person and separated fields.
///
/// The file is read once, as a stream: the digest is of the very bytes that were read. Limits:
/// 16,384 columns, a million characters a field, 16 million a row.
public record CsvSource() implements Source {
  static final int MOST_COLUMNS = 16_384;
  static final int LONGEST_FIELD = 1_000_000;
  static final int LONGEST_ROW = 16_000_000;
  private static final int HEAD = 8;

  @Override
  public boolean reads(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt");
  }

  @Override
  public Checked<Table> read(Path file, DataFiles files, Columns columns) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(bytes, files, columns);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + files.file(), e);
    }
  }

  /// Reads a table from a stream, which need not be a file.
  public static Checked<Table> read(InputStream bytes, DataFiles files, Columns columns) {
    MessageDigest digest = Digest.sha256();
    try (InputStream in = new BufferedInputStream(new DigestInputStream(bytes, digest))) {
      in.mark(HEAD);
      List<Problem> notText = FileKind.refusal(in.readNBytes(HEAD), files.file());
      if (!notText.isEmpty()) {
        return Checked.none(notText);
      }
      in.reset();
      return read(in, digest, files, columns);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + files.file(), e);
    }
  }

  private static Checked<Table> read(
      InputStream in, MessageDigest digest, DataFiles files, Columns columns) throws IOException {
    char separator = files.writing().separator();
    StrictText text = new StrictText(in, files.file(), separator);
    TableReading reading = new TableReading(files, columns);
    try (CloseableIterator<TextRow> rows = CsvRows.of(text, separator)) {
      while (rows.hasNext()) {
        TextRow row = rows.next();
        boolean cutOff = !rows.hasNext() && text.refusal().isPresent();
        if (!cutOff) {
          reading.take(row);
        }
      }
    }
    return reading.table(text.refusal(), text.byteOrderMark(), () -> Digest.text(digest.digest()));
  }
}
