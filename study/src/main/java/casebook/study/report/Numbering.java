// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.report.Document.Block;
import java.util.ArrayList;
import java.util.List;

/// Numbers the tables and figures of a paper in the order in which they come.
final class Numbering {
  /// The name of a table that is to be numbered.
  static final String TABLE = "table";

  /// The name of a table of the supplement that is to be numbered.
  static final String SUPPLEMENT = "table-s";

  private int tables;
  private int figures;
  private int supplements;

  /// The same blocks with numbers: a table `table` becomes `table-1`, a figure `forest` becomes
  /// `figure-1-forest`, and their captions begin with `Table 1.` and `Figure 1.`. Further pages of
  /// a figure keep its number. A table of another name has none.
  List<Block> of(List<Block> blocks) {
    List<Block> numbered = new ArrayList<>();
    for (Block block : blocks) {
      numbered.add(
          switch (block) {
            case Block.Table table -> table(table);
            case Block.Figure figure -> figure(figure);
            case Block.Heading heading -> heading;
            case Block.Lead lead -> lead;
            case Block.Notice notice -> notice;
            case Block.Paragraph paragraph -> paragraph;
            case Block.Numbered list -> list;
            case Block.Entries entries -> entries;
            case Block.Glossary glossary -> glossary;
          });
    }
    return numbered;
  }

  private Block.Table table(Block.Table table) {
    return switch (table.name()) {
      case TABLE -> {
        tables++;
        yield numbered(table, "table-" + tables, "Table " + tables);
      }
      case SUPPLEMENT -> {
        supplements++;
        yield numbered(table, "table-s" + supplements, "Table S" + supplements);
      }
      default -> table;
    };
  }

  private static Block.Table numbered(Block.Table table, String name, String number) {
    return new Block.Table(
        name, number + ". " + table.caption(), table.head(), table.rows(), table.footnotes());
  }

  private Block.Figure figure(Block.Figure figure) {
    boolean continued = figure.page() > 1;
    figures += continued ? 0 : 1;
    return new Block.Figure(
        "figure-" + figures + "-" + figure.name() + (continued ? "-" + figure.page() : ""),
        "Figure " + figures + (continued ? " (continued). " : ". ") + figure.caption(),
        figure.legend(),
        figure.alternative(),
        figure.drawing(),
        figure.data(),
        figure.page());
  }
}
