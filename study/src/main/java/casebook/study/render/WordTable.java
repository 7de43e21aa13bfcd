// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document.Block;
import casebook.study.report.Document.Footnote;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Line;
import casebook.study.report.Document.TableCell;
import java.math.BigInteger;
import java.util.List;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/// Writes a table that Word can edit: three rules, a head that comes again on each page, rows that
/// do not break, its caption above and its footnotes below.
final class WordTable {
  /// Width of the text in points: A4 with margins of 20 mm.
  static final double WIDTH = 481.9;

  /// Tables of at most so many rows stay on one page.
  private static final int WHOLE = 30;

  private static final int THICK = 8;
  private static final int THIN = 4;
  private static final double STANDARD = 8.5;

  private final Block.Table table;
  private final TableFit fit;
  private final boolean whole;

  private WordTable(Block.Table table) {
    this.table = table;
    this.fit = TableFit.of(table, WIDTH);
    this.whole = table.rows().size() <= WHOLE;
  }

  static void write(WordFile file, Block.Table table) {
    file.caption("Caption", table.name(), table.caption());
    WordTable paper = new WordTable(table);
    paper.rows(file.table());
    paper.notes(file);
  }

  private void rows(CTTbl rows) {
    properties(rows.addNewTblPr());
    rows.addNewTblGrid();
    for (double width : fit.widths()) {
      rows.getTblGrid().addNewGridCol().setW(twentieths(width));
    }
    CTRow head = rows.addNewTr();
    CTTrPr headProperties = head.addNewTrPr();
    headProperties.addNewCantSplit();
    headProperties.addNewTblHeader();
    for (int i = 0; i < table.head().size(); i++) {
      head(cell(head, i), table.head().get(i));
    }
    for (Line line : table.rows()) {
      line(rows.addNewTr(), line);
    }
  }

  private void properties(CTTblPr properties) {
    properties.addNewTblStyle().setVal("ThreeRules");
    CTTblWidth width = properties.addNewTblW();
    width.setType(STTblWidth.DXA);
    width.setW(twentieths(fit.widths().stream().mapToDouble(w -> w).sum()));
    CTTblBorders borders = properties.addNewTblBorders();
    rule(borders.addNewTop(), THICK);
    rule(borders.addNewBottom(), THICK);
    CTTblLayoutType layout = properties.addNewTblLayout();
    layout.setType(STTblLayoutType.FIXED);
    CTTblCellMar margins = properties.addNewTblCellMar();
    margin(margins.addNewTop(), 0);
    margin(margins.addNewLeft(), 0);
    margin(margins.addNewBottom(), 0);
    margin(margins.addNewRight(), TableFit.GAP);
    properties.addNewTblCaption().setVal(Markup.allowed(table.caption()));
  }

  private static void margin(CTTblWidth margin, double points) {
    margin.setType(STTblWidth.DXA);
    margin.setW(twentieths(points));
  }

  private static void rule(CTBorder border, int eighths) {
    border.setVal(STBorder.SINGLE);
    border.setSz(BigInteger.valueOf(eighths));
    border.setSpace(BigInteger.ZERO);
    border.setColor("1B1B1B");
  }

  private CTTc cell(CTRow row, int column) {
    CTTc cell = row.addNewTc();
    CTTblWidth width = cell.addNewTcPr().addNewTcW();
    width.setType(STTblWidth.DXA);
    width.setW(twentieths(fit.widths().get(column)));
    return cell;
  }

  private void head(CTTc cell, Head head) {
    CTTcPr properties = cell.getTcPr();
    rule(properties.addNewTcBorders().addNewBottom(), THIN);
    properties.addNewVAlign().setVal(STVerticalJc.BOTTOM);
    CTP paragraph = paragraph(cell, "TableHead");
    WordText.plain(paragraph, WordText.together(head.text()));
    WordText.marks(paragraph, head.marks());
    sized(paragraph);
  }

  private void line(CTRow row, Line line) {
    row.addNewTrPr().addNewCantSplit();
    String style =
        line.indent() == 0 ? "TableText" : line.indent() == 1 ? "TableLevel" : "TableDeepLevel";
    CTP label = paragraph(cell(row, 0), style);
    WordText.plain(label, line.label());
    if (!line.unit().isEmpty()) {
      WordText.styled(label, ", " + WordText.together(line.unit()), "Quiet");
    }
    WordText.marks(label, line.marks());
    sized(label);
    for (int i = 0; i < line.cells().size(); i++) {
      TableCell place = line.cells().get(i);
      CTP paragraph = paragraph(cell(row, i + 1), "TableText");
      WordText.inlines(paragraph, place.content());
      WordText.marks(paragraph, place.marks());
      sized(paragraph);
    }
  }

  private CTP paragraph(CTTc cell, String style) {
    CTP paragraph = WordFile.styled(cell.addNewP(), style);
    kept(paragraph, true);
    return paragraph;
  }

  /// Tables that need a smaller type than the style's.
  private void sized(CTP paragraph) {
    if (fit.size() < STANDARD) {
      BigInteger halves = BigInteger.valueOf(Math.round(fit.size() * 2));
      for (int i = 0; i < paragraph.sizeOfRArray(); i++) {
        var run = paragraph.getRArray(i);
        var properties = run.isSetRPr() ? run.getRPr() : run.addNewRPr();
        properties.addNewSz().setVal(halves);
        properties.addNewSzCs().setVal(halves);
      }
    }
  }

  private void notes(WordFile file) {
    List<String> general =
        table.footnotes().stream().filter(f -> f.mark().isEmpty()).map(Footnote::text).toList();
    List<Footnote> marked = table.footnotes().stream().filter(f -> !f.mark().isEmpty()).toList();
    if (!general.isEmpty()) {
      CTP note = file.paragraph("TableNote");
      WordText.plain(note, String.join(" ", general));
      kept(note, !marked.isEmpty());
    }
    if (!marked.isEmpty()) {
      CTP note = file.paragraph("TableNote");
      for (int i = 0; i < marked.size(); i++) {
        if (i > 0) {
          WordText.plain(note, " \u2002");
        }
        WordText.marks(note, List.of(marked.get(i).mark()));
        WordText.plain(note, "\u00A0" + marked.get(i).text());
      }
    }
    file.paragraph("TableEnd");
  }

  private void kept(CTP paragraph, boolean more) {
    if (whole && more) {
      paragraph.getPPr().addNewKeepNext();
    }
  }

  private static BigInteger twentieths(double points) {
    return BigInteger.valueOf(Math.round(points * 20));
  }
}
