// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import java.util.ArrayList;
import java.util.List;

/// How wide a text is in Helvetica or a font with its widths (Arial, Liberation Sans), so that
/// figures can be laid out without a screen.
public final class TextWidth {
  /// Advance widths of the characters from space to tilde in 1/1000 of the size.
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final int OTHER = 584;
  private static final int WIDE = 1000;

  private TextWidth() {}

  /// The width in points of a text of a size in points.
  public static double of(String text, double size) {
    return text.codePoints().map(TextWidth::width).sum() * size / 1000;
  }

  private static int width(int character) {
    if (character >= ' ' && character <= '~') {
      return WIDTHS[character - ' '];
    }
    return character >= 0x1100 ? wide(character) : OTHER;
  }

  private static int wide(int character) {
    return character >= 0x2000 && character < 0x2E80 ? OTHER : WIDE;
  }

  /// Breaks a text into lines that are not wider than `width`, at spaces where there are any.
  public static List<String> wrap(String text, double size, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String rest = word;
      String longer = line.isEmpty() ? rest : line + " " + rest;
      if (of(longer, size) > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        longer = rest;
      }
      while (of(longer, size) > width && longer.length() > 1) {
        int end = fitting(longer, size, width);
        lines.add(longer.substring(0, end));
        longer = longer.substring(end);
      }
      line.setLength(0);
      line.append(longer);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int fitting(String text, double size, double width) {
    int end = text.length();
    while (end > 1 && of(text.substring(0, end), size) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return Math.max(1, end);
  }
}
