// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Finding;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Inline.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a paper shows the findings of each shape: its tables and figures. Those of an analysis
/// that a reporting guideline of its own asks for stand under its keyword instead.
final class Places {
  /// The analysis of genotypes.
  static final String GENOTYPES = "genotypes";

  private final Map<Object, List<Link>> links = new LinkedHashMap<>();

  /// Notes the tables and figures that show a finding.
  void add(Finding finding, List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Table table) {
        add(finding, table.caption(), table.name());
      } else if (block instanceof Block.Figure figure) {
        add(finding, figure.caption(), figure.name());
      }
    }
  }

  private void add(Finding finding, String caption, String name) {
    links
        .computeIfAbsent(kind(finding), kind -> new ArrayList<>())
        .add(new Link(caption.split("\\. ", 2)[0], name));
  }

  private static Object kind(Finding finding) {
    return ofGenotypes(finding) ? GENOTYPES : finding.getClass();
  }

  /// Says whether a finding is of the analysis of genotypes.
  static boolean ofGenotypes(Finding finding) {
    return finding.heading().address().path().startsWith(GENOTYPES + ".");
  }

  /// The tables and figures of an analysis that has a guideline of its own, in order.
  List<Link> of(String keyword) {
    return List.copyOf(links.getOrDefault(keyword, List.of()));
  }

  /// The tables and figures of a shape, in order.
  List<Link> of(Class<? extends Finding> shape) {
    return List.copyOf(links.getOrDefault(shape, List.of()));
  }
}
