// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A paper or book behind a method, as BibTeX knows it.
///
/// @param key its key in a bibliography, such as `firth1993`; the same in every run
/// @param kind the kind of entry, such as `article`
/// @param cited the short text by which a method names it: `Firth D. Biometrika 1993;80:27-38`
/// @param fields the other fields, in order; a field that is not known is not there
public record Reference(String key, String kind, String cited, Map<String, String> fields) {
  public Reference {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// As a list of references prints it: authors, title, place, DOI.
  public String printed() {
    String title = plain(fields.getOrDefault("title", ""));
    int authors = cited.indexOf(". ");
    boolean inside = kind.equals("article") || kind.equals("inproceedings");
    String text = cited.replaceAll(":(\\d+)-(\\d+)$", ":$1–$2");
    if (inside && !title.isEmpty() && authors > 0) {
      text = cited.substring(0, authors + 2) + title + text.substring(authors);
    } else if (kind.equals("manual")) {
      String place = fields.getOrDefault("address", "") + " " + fields.getOrDefault("year", "");
      text = fields.getOrDefault("organization", "") + ". " + title + ". " + place;
    }
    String doi = fields.getOrDefault("doi", "");
    return MethodNotes.stopped(text) + (doi.isEmpty() ? "" : " doi:" + doi);
  }

  /// As an entry of a BibTeX file.
  public String bibtex() {
    StringBuilder text = new StringBuilder();
    text.append('@').append(kind).append('{').append(key).append(",\n");
    fields.forEach((name, value) ->
        text.append("  ").append(name).append(" = {").append(value).append("},\n"));
    return text.append("}\n").toString();
  }

  /// Words without the marks of TeX.
  private static String plain(String tex) {
    StringBuilder text = new StringBuilder(tex.length());
    for (int i = 0; i < tex.length(); i++) {
      char c = tex.charAt(i);
      switch (c) {
        case '{', '}', '$' -> {}
        case '`' -> text.append('‘');
        case '\'' -> text.append('’');
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
