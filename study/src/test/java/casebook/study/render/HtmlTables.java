// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the tables back from a page, so that other formats can be compared with it.
final class HtmlTables {
  private static final Pattern TABLE =
      Pattern.compile("<table role=\"table\".*?</table>", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("<tr .*?</tr>", Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile("<(th|td)[ >].*?</\\1>", Pattern.DOTALL);

  private HtmlTables() {}

  /// For each table its rows, for each row its places.
  static List<List<List<String>>> of(String page) {
    List<List<List<String>>> tables = new ArrayList<>();
    Matcher table = TABLE.matcher(page);
    while (table.find()) {
      List<List<String>> rows = new ArrayList<>();
      Matcher row = ROW.matcher(table.group());
      while (row.find()) {
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(row.group());
        while (place.find()) {
          places.add(words(place.group()));
        }
        rows.add(places);
      }
      tables.add(rows);
    }
    return tables;
  }

  /// The text of a piece of a page.
  static String words(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .strip();
  }
}
