// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;

/// A Word file that is being written. It begins with the parts under `casebook/word`: styles,
/// settings, the page with its footer.
final class WordFile {
  private static final int TITLE_IN_FOOTER = 90;

  private final XWPFDocument document;
  private int bookmarks;

  private WordFile(XWPFDocument document) {
    this.document = document;
  }

  static WordFile begin(String title, String byline) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "content-types.xml");
    parts.put("_rels/.rels", "rels.xml");
    parts.put("docProps/core.xml", "core.xml");
    parts.put("docProps/app.xml", "app.xml");
    parts.put("word/document.xml", "document.xml");
    parts.put("word/_rels/document.xml.rels", "document-rels.xml");
    parts.put("word/styles.xml", "styles.xml");
    parts.put("word/settings.xml", "settings.xml");
    parts.put("word/footer1.xml", "footer.xml");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    parts.forEach((part, file) -> {
      String shown = file.equals("footer.xml") ? shortened(title) : title;
      String text =
          PageFile.read("word", file)
              .replace("{title}", Markup.escaped(shown))
              .replace("{byline}", Markup.escaped(byline));
      entries.put(part, text.getBytes(StandardCharsets.UTF_8));
    });
    try {
      return new WordFile(new XWPFDocument(new ByteArrayInputStream(FixedZip.pack(entries))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A title that fits the foot of a page.
  static String shortened(String title) {
    if (title.length() <= TITLE_IN_FOOTER) {
      return title;
    }
    int space = title.lastIndexOf(' ', TITLE_IN_FOOTER);
    return title.substring(0, space > 0 ? space : TITLE_IN_FOOTER) + " …";
  }

  /// The file with its pictures.
  XWPFDocument document() {
    return document;
  }

  /// A new paragraph in a style of the template.
  CTP paragraph(String style) {
    return styled(body().addNewP(), style);
  }

  /// A new paragraph with its text.
  void paragraph(String style, String text) {
    WordText.plain(paragraph(style), text);
  }

  /// A new caption with its bookmark.
  void caption(String style, String name, String caption) {
    bookmarks++;
    WordText.caption(paragraph(style), name, caption, bookmarks);
  }

  /// A new table.
  CTTbl table() {
    return body().addNewTbl();
  }

  /// Gives a paragraph a style of the template.
  static CTP styled(CTP paragraph, String style) {
    paragraph.addNewPPr().addNewPStyle().setVal(style);
    return paragraph;
  }

  private CTBody body() {
    return document.getDocument().getBody();
  }

  /// The whole file. Same paper, same bytes.
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (document) {
      document.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FixedZip.pack(FixedZip.unpack(bytes.toByteArray()));
  }
}
