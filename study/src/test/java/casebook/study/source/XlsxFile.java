// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook written by hand, part by part, so that a test can hold what no program would write.
final class XlsxFile {
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String DOCUMENT =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder links = new StringBuilder();
  private String properties = "";
  private int count;

  /// Cell style 1 is a date, style 2 a time of day.
  XlsxFile() {
    part(
        "xl/styles.xml",
        "<styleSheet "
            + MAIN
            + "><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"[$-409]d\\-mmm\\-yyyy\"/></numFmts>"
            + "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
  }

  XlsxFile part(String name, String text) {
    parts.put(name, text);
    return this;
  }

  /// Adds a sheet.
  ///
  /// @param state empty, or an attribute such as `state="hidden"`
  /// @param before what stands before the rows, such as hidden columns
  /// @param rows the `row` elements
  /// @param behind what stands behind them, such as merged cells
  XlsxFile sheet(String name, String state, String before, String rows, String behind) {
    count++;
    sheets.append(
        "<sheet name=\""
            + name
            + "\" sheetId=\""
            + count
            + "\" "
            + state
            + " r:id=\"rId"
            + count
            + "\"/>");
    links.append(
        "<Relationship Id=\"rId"
            + count
            + "\" Type=\""
            + DOCUMENT
            + "worksheet\" Target=\"worksheets/sheet"
            + count
            + ".xml\"/>");
    return part(
        "xl/worksheets/sheet" + count + ".xml",
        "<worksheet "
            + MAIN
            + ">"
            + before
            + "<sheetData>"
            + rows
            + "</sheetData>"
            + behind
            + "</worksheet>");
  }

  XlsxFile sheet(String rows) {
    return sheet("people", "", "", rows, "");
  }

  XlsxFile from1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /// Writes the workbook.
  Path write(Path file) throws IOException {
    String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
    all.put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
            + DOCUMENT
            + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    all.put(
        "xl/workbook.xml",
        "<workbook " + MAIN + ">" + properties + "<sheets>" + sheets + "</sheets></workbook>");
    all.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + links
            + "<Relationship Id=\"rId99\" Type=\""
            + DOCUMENT
            + "styles\" Target=\"styles.xml\"/></Relationships>");
    all.putAll(parts);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        String text =
            part.getValue().startsWith("<?xml") ? part.getValue() : head + part.getValue();
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
