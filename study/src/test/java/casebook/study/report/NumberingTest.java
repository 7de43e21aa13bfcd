// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.report.Document.Block;
import casebook.study.report.figure.Drawing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberingTest {
  @Test
  void tablesFiguresAndSupplementAreCountedApartAndOnward() {
    Numbering numbering = new Numbering();
    List<Block> all = new ArrayList<>();
    all.addAll(numbering.of(List.of(table(Numbering.TABLE), figure("forest"))));
    all.addAll(numbering.of(List.of(new Block.Heading(2, "Genotypes"), figure("flow"))));
    all.addAll(numbering.of(List.of(table(Numbering.SUPPLEMENT), table(Numbering.TABLE))));
    all.addAll(numbering.of(List.of(table("strobe"))));
    assertThat(all)
        .extracting(NumberingTest::shown)
        .containsExactly(
            "table-1: Table 1. Caption",
            "figure-1-forest: Figure 1. Caption",
            "Genotypes",
            "figure-2-flow: Figure 2. Caption",
            "table-s1: Table S1. Caption",
            "table-2: Table 2. Caption",
            "strobe: Caption");
  }

  private static Block table(String name) {
    return new Block.Table(name, "Caption", List.of(), List.of(), List.of());
  }

  private static Block figure(String name) {
    return new Block.Figure(name, "Caption", "", "", new Drawing(1, 1, List.of()));
  }

  private static String shown(Block block) {
    if (block instanceof Block.Table table) {
      return table.name() + ": " + table.caption();
    }
    return block instanceof Block.Figure figure
        ? figure.name() + ": " + figure.caption()
        : ((Block.Heading) block).text();
  }
}
