// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document;
import casebook.study.report.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// The references of the methods as `references.bib`, in the order in which the paper numbers them.
final class BibRenderer implements Renderer {
  @Override
  public String format() {
    return "bib";
  }

  @Override
  public List<OutputFile> render(Document document) {
    if (document.references().isEmpty()) {
      return List.of();
    }
    String text =
        document.references().stream().map(Reference::bibtex).collect(Collectors.joining("\n"));
    return List.of(new OutputFile("references.bib", text.getBytes(StandardCharsets.UTF_8)));
  }
}
