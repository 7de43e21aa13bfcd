// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import java.util.List;

/// The formats a paper can have.
public final class Renderers {
  /// All of them, in the order in which their files are written.
  public static final List<Renderer> ALL =
      List.of(new HtmlRenderer(), new SvgRenderer(), new CsvRenderer());

  private Renderers() {}
}
