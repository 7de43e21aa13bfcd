// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PDF files that depend on the paper alone. The writer puts the clock and the zone of the machine
/// into a file of version 1.4; here its dates become one fixed day and its identifier a digest of
/// its content, and the table of its objects is set right.
final class FixedPdf {
  private static final Pattern DATE = Pattern.compile("/CreationDate \\(D:[^)]*\\)");
  private static final Pattern PACKET =
      Pattern.compile(
          "/Length (\\d+) 0 R\\s*>>\\s*stream\\s(<\\?xpacket begin.*?<\\?xpacket end=\"r\"\\?>)",
          Pattern.DOTALL);
  private static final Pattern PACKET_DATE = Pattern.compile("<(xmp:\\w+Date|dc:date)>[^<]*</");
  private static final Pattern OBJECT = Pattern.compile("(?m)^(\\d{10}) (\\d{5} n)");
  private static final Pattern ID = Pattern.compile("/ID \\[<[0-9A-F]{32}> <[0-9A-F]{32}>]");

  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  private FixedPdf(String text) {
    this.text = text;
  }

  /// A place where another text stands from now on.
  private record Edit(int start, int end, String now) {
    int growth() {
      return now.length() - (end - start);
    }
  }

  static byte[] of(byte[] bytes) {
    String fixed = new FixedPdf(new String(bytes, StandardCharsets.ISO_8859_1)).fixed();
    return identified(fixed).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String fixed() {
    int table = text.lastIndexOf("\nxref\n") + 1;
    MatchResult date = found(DATE, text);
    edits.add(new Edit(date.start(), date.end(), "/CreationDate (D:20260101000000Z)"));
    packet();
    edits.sort(Comparator.comparingInt(Edit::start));
    String objects =
        OBJECT
            .matcher(text.substring(table))
            .replaceAll(place -> moved(Integer.parseInt(place.group(1)), 10) + " " + place.group(2))
            .replaceFirst("startxref\n\\d+", "startxref\n" + moved(table, 1));
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (Edit edit : edits) {
      out.append(text, from, edit.start()).append(edit.now());
      from = edit.end();
    }
    return out.append(text, from, table).append(objects).toString();
  }

  /// The description of the file, and the object that tells its length.
  private void packet() {
    MatchResult packet = found(PACKET, text);
    String now = PACKET_DATE.matcher(packet.group(2)).replaceAll("<$1>2026-01-01T00:00:00Z</");
    Edit edit = new Edit(packet.start(2), packet.end(2), now);
    edits.add(edit);
    Pattern holder = Pattern.compile("\n" + packet.group(1) + " 0 obj\\s+(\\d+)\\s");
    MatchResult length = found(holder, text);
    int grown = Integer.parseInt(length.group(1)) + edit.growth();
    edits.add(new Edit(length.start(1), length.end(1), Integer.toString(grown)));
  }

  /// Where something stands after the edits before it, in at least so many digits.
  private String moved(int place, int digits) {
    int now = place;
    for (Edit edit : edits) {
      now += edit.start() < place ? edit.growth() : 0;
    }
    String number = Integer.toString(now);
    return "0".repeat(Math.max(0, digits - number.length())) + number;
  }

  private static String identified(String text) {
    MatchResult place = found(ID, text);
    String rest = text.substring(0, place.start()) + text.substring(place.end());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(rest.getBytes(StandardCharsets.ISO_8859_1));
      String id = HexFormat.of().withUpperCase().formatHex(digest, 0, 16);
      return text.substring(0, place.start())
          + "/ID [<"
          + id
          + "> <"
          + id
          + ">]"
          + text.substring(place.end());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MatchResult found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("a PDF without " + pattern);
    }
    return matcher.toMatchResult();
  }
}
