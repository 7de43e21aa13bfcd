// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document;
import casebook.study.work.Workers;
import java.util.List;

/// Turns a paper into files of one format.
public interface Renderer {
  /// The format's name, such as `html`.
  String format();

  /// The files, each with its path inside the result folder. Same document, same bytes.
  List<OutputFile> render(Document document);

  /// The same files, for which several threads may work; most formats are one stream and need none.
  default List<OutputFile> render(Document document, Workers workers) {
    return render(document);
  }

  /// A file to be written: a relative path with `/`, such as `tables/table-1.csv`, and its content.
  final class OutputFile {
    private final String path;
    private final byte[] bytes;

    /// Makes a file; the bytes are copied.
    public OutputFile(String path, byte[] bytes) {
      this.path = path;
      this.bytes = bytes.clone();
    }

    /// The relative path.
    public String path() {
      return path;
    }

    /// The content.
    public byte[] bytes() {
      return bytes.clone();
    }
  }
}
