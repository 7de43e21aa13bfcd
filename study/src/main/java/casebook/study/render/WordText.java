// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document.Inline;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STVerticalAlignRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/// Writes the runs of a Word paragraph.
final class WordText {
  private static final Pattern NUMBERED = Pattern.compile("(\\p{L}+) (\\p{L}*)(\\d+)(\\. .*)");

  private WordText() {}

  /// A run of text.
  static CTR plain(CTP paragraph, String text) {
    CTR run = paragraph.addNewR();
    if (!text.isEmpty()) {
      set(run.addNewT(), text);
    }
    return run;
  }

  /// A bold run.
  static void bold(CTP paragraph, String text) {
    CTR run = paragraph.addNewR();
    run.addNewRPr().addNewB();
    set(run.addNewT(), text);
  }

  /// A run in a character style of the template.
  static void styled(CTP paragraph, String text, String style) {
    CTR run = paragraph.addNewR();
    run.addNewRPr().addNewRStyle().setVal(style);
    set(run.addNewT(), text);
  }

  /// A step to the next tab stop.
  static void tab(CTP paragraph) {
    paragraph.addNewR().addNewTab();
  }

  /// Footnote marks, raised.
  static void marks(CTP paragraph, List<String> marks) {
    if (!marks.isEmpty()) {
      CTR run = paragraph.addNewR();
      run.addNewRPr().addNewVertAlign().setVal(STVerticalAlignRun.SUPERSCRIPT);
      set(run.addNewT(), String.join(",", marks));
    }
  }

  /// Text and numbers; each number is one run.
  static void inlines(CTP paragraph, List<Inline> content) {
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Text text -> plain(paragraph, text.text());
        case Inline.Printed number -> plain(paragraph, number.text());
        case Inline.Link link -> plain(paragraph, link.text());
      }
    }
  }

  /// A caption whose number counts itself and can be referred to by its bookmark, `table_1`.
  ///
  /// @param number of the bookmark, distinct in the file
  static void caption(CTP paragraph, String name, String caption, int number) {
    Matcher parts = NUMBERED.matcher(caption);
    if (!parts.matches()) {
      plain(paragraph, caption);
      return;
    }
    CTBookmark start = paragraph.addNewBookmarkStart();
    start.setId(BigInteger.valueOf(number));
    start.setName(name.replaceAll("[^\\p{L}\\p{Nd}_]", "_"));
    String kind = parts.group(1);
    bold(paragraph, kind + " " + parts.group(2));
    field(paragraph, parts.group(2).isEmpty() ? kind : kind + "_" + parts.group(2), parts.group(3));
    paragraph.addNewBookmarkEnd().setId(BigInteger.valueOf(number));
    bold(paragraph, ".");
    plain(paragraph, parts.group(4).substring(1));
  }

  /// A field that counts the captions of a kind; `shown` stands there until Word counts anew.
  private static void field(CTP paragraph, String kind, String shown) {
    sign(paragraph, STFldCharType.BEGIN);
    CTR code = paragraph.addNewR();
    code.addNewRPr().addNewB();
    set(code.addNewInstrText(), " SEQ " + kind + " \\* ARABIC ");
    sign(paragraph, STFldCharType.SEPARATE);
    bold(paragraph, shown);
    sign(paragraph, STFldCharType.END);
  }

  private static void sign(CTP paragraph, STFldCharType.Enum kind) {
    CTR run = paragraph.addNewR();
    run.addNewRPr().addNewB();
    run.addNewFldChar().setFldCharType(kind);
  }

  /// A text whose words in brackets at its end stay on one line.
  static String together(String text) {
    int bracket = text.endsWith(")") ? text.lastIndexOf('(') : -1;
    return bracket < 0
        ? text
        : text.substring(0, bracket) + text.substring(bracket).replace(' ', '\u00A0');
  }

  private static void set(CTText place, String text) {
    place.setStringValue(Markup.allowed(text));
    if (!text.equals(text.strip())) {
      place.setSpace(Space.PRESERVE);
    }
  }
}
