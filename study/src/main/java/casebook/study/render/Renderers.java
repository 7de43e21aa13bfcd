// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The formats a paper can have.
public final class Renderers {
  /// Those of every run, in the order in which their files are written.
  public static final List<Renderer> ALL =
      List.of(new HtmlRenderer(), new SvgRenderer(), new CsvRenderer());

  /// Those of a run that asks for them; their libraries stay on disk until then.
  private static final Map<String, Supplier<Renderer>> ASKED = new LinkedHashMap<>();

  static {
    ASKED.put("docx", DocxRenderer::new);
    ASKED.put("pdf", PdfRenderer::new);
    ASKED.put("xlsx", XlsxRenderer::new);
  }

  private Renderers() {}

  /// The names of the formats that a run can ask for, beside `html`, which it always writes.
  public static List<String> further() {
    return List.copyOf(ASKED.keySet());
  }

  /// The formats of every run and those that are asked for, each once.
  ///
  /// @param formats their names; `html` may stand among them
  public static List<Renderer> with(Collection<String> formats) {
    List<Renderer> renderers = new ArrayList<>(ALL);
    ASKED.forEach((name, renderer) -> {
      if (formats.contains(name)) {
        renderers.add(renderer.get());
      }
    });
    return renderers;
  }
}
