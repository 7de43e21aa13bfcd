// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The formats a paper can have.
public final class Renderers {
  /// Those of every run, in the order in which their files are written.
  public static final List<Renderer> ALL =
      List.of(new HtmlRenderer(), new SvgRenderer(), new CsvRenderer(), new BibRenderer());

  /// The names of the formats that a run can ask for, beside `html`, which it always writes.
  public static final List<String> FURTHER = List.of("docx", "pdf", "xlsx");

  private Renderers() {}

  /// The formats of every run and those that are asked for, each once.
  ///
  /// @param formats their names; `html` may stand among them
  public static List<Renderer> with(Collection<String> formats) {
    List<Renderer> renderers = new ArrayList<>(ALL);
    FURTHER.stream().filter(formats::contains).map(Renderers::further).forEach(renderers::add);
    return renderers;
  }

  /// Made only when it is asked for: until then its libraries stay on disk.
  private static Renderer further(String name) {
    return switch (name) {
      case "docx" -> new DocxRenderer();
      case "pdf" -> new PdfRenderer();
      case "xlsx" -> new XlsxRenderer();
      default -> throw new IllegalArgumentException("there is no format " + name);
    };
  }
}
