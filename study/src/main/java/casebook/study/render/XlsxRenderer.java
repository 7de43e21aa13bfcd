// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Imprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The tables as a workbook, `report.xlsx`: a sheet with what is in it, a sheet for each table as
/// printed, and a sheet with every number at full precision. Nothing in it is a formula.
final class XlsxRenderer implements Renderer {
  private static final String CONTENTS = "Contents";
  private static final int LONGEST_NAME = 31;
  private static final int WORDS = 90;

  @Override
  public String format() {
    return "xlsx";
  }

  @Override
  public List<OutputFile> render(Document document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Casebook", "1.0")) {
      book.setGlobalDefaultFont("Arial", 10);
      List<Block.Table> tables = tables(document);
      contents(book.newWorksheet(CONTENTS), document, tables);
      for (Block.Table table : tables) {
        SheetTable.write(book.newWorksheet(name(table)), table);
      }
      SheetNumbers.write(book.newWorksheet(SheetNumbers.NAME), document.numbers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(new OutputFile("report.xlsx", fixed(bytes.toByteArray(), document)));
  }

  /// The workbook without the clock of the machine.
  private static byte[] fixed(byte[] bytes, Document document) {
    Map<String, byte[]> parts = FixedZip.unpack(bytes);
    String properties =
        PageFile.read("word", "core.xml")
            .replace("{title}", Markup.escaped(document.title()))
            .replace("{byline}", Markup.escaped(document.byline()));
    parts.put("docProps/core.xml", properties.getBytes(StandardCharsets.UTF_8));
    return FixedZip.pack(parts);
  }

  private static List<Block.Table> tables(Document document) {
    List<Block.Table> tables = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block instanceof Block.Table table) {
        tables.add(table);
      }
    }
    return tables;
  }

  /// The name of a table's sheet: `Table 1`.
  static String name(Block.Table table) {
    int end = table.caption().indexOf(". ");
    String name = end > 0 ? table.caption().substring(0, end) : table.name();
    boolean plain = name.length() <= LONGEST_NAME && name.matches("[\\p{L}\\p{Nd} _-]+");
    return plain ? name : table.name();
  }

  private static void contents(Worksheet sheet, Document document, List<Block.Table> tables) {
    sheet.hideGridLines();
    sheet.width(0, 18);
    sheet.width(1, WORDS);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.value(0, 0, document.title());
    sheet.style(0, 0).bold().fontSize(14).set();
    sheet.value(1, 0, document.byline());
    sheet.style(1, 0).fontColor(SheetTable.QUIET).set();
    int row = 3;
    for (Block block : document.blocks()) {
      if (block instanceof Block.Notice notice) {
        sheet.value(row, 0, notice.tone() == Document.Tone.WARNING ? "Warning" : "Note");
        sheet.style(row, 0).bold().verticalAlignment("top").set();
        String words = CsvRenderer.plain(notice.content());
        sheet.value(row, 1, SheetTable.text(words));
        sheet.rowHeight(row, SheetTable.height(SheetTable.lines(words.length(), WORDS)));
        sheet.style(row, 1).wrapText(true).set();
        row++;
      }
    }
    row++;
    for (Block.Table table : tables) {
      link(sheet, row, name(table), table.caption().replaceFirst("^[^.]*\\. ", ""));
      row++;
    }
    link(sheet, row, SheetNumbers.NAME, "Every number at full precision, by its address");
    row += 2;
    for (Imprint line : document.imprint()) {
      sheet.value(row, 0, line.label());
      sheet.style(row, 0).fontColor(SheetTable.QUIET).set();
      sheet.value(row, 1, line.text());
      row++;
    }
  }

  private static void link(Worksheet sheet, int row, String name, String what) {
    sheet.hyperlink(row, 0, HyperLink.internal("'" + name + "'!A1", name));
    sheet.style(row, 0).fontColor("1F4E79").underlined().set();
    sheet.value(row, 1, what);
  }
}
