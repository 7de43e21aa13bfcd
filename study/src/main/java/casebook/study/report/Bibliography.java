// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The references that the program carries, in a BibTeX file with one field a line.
final class Bibliography {
  private static final String FILE = "/casebook/references/references.bib";

  private static final Bibliography CARRIED = read();

  private final List<Reference> known;

  private Bibliography(List<Reference> known) {
    this.known = known;
  }

  /// The references that the program carries.
  static Bibliography carried() {
    return CARRIED;
  }

  private static Bibliography read() {
    try (InputStream in = Bibliography.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FILE);
      }
      return new Bibliography(entries(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All of them.
  List<Reference> all() {
    return List.copyOf(known);
  }

  /// The references that a method names, in the order in which it names them. Words that none of
  /// them covers become a reference of their own.
  List<Reference> named(String words) {
    Map<Integer, Reference> found = new TreeMap<>();
    String rest = words;
    for (Reference reference : known) {
      int at = words.indexOf(reference.cited());
      if (at >= 0) {
        found.put(at, reference);
        rest = rest.replace(reference.cited(), "");
      }
    }
    List<Reference> named = new ArrayList<>(found.values());
    if (named.isEmpty() && !rest.isBlank()) {
      named.add(foreign(rest));
    }
    return named;
  }

  /// A reference of which only the words are known.
  private static Reference foreign(String words) {
    String name = words.split("[ ,.]", 2)[0].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String year = words.replaceAll("^.*?\\b((?:18|19|20)\\d\\d)\\b.*$", "$1");
    String key = name + (year.equals(words) ? "" : year);
    return new Reference(key, "misc", words, Map.of("note", words));
  }

  private static List<Reference> entries(String text) {
    List<Reference> entries = new ArrayList<>();
    String kind = "";
    String key = "";
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf(" = {");
      if (line.startsWith("@")) {
        kind = line.substring(1, line.indexOf('{'));
        key = line.substring(line.indexOf('{') + 1, line.length() - 1);
        fields.clear();
      } else if (equals > 0) {
        fields.put(line.substring(2, equals), line.substring(equals + 4, line.length() - 2));
      } else if (line.equals("}")) {
        String cited = fields.remove("cited");
        entries.add(new Reference(key, kind, cited == null ? "" : cited, fields));
      }
    }
    return entries;
  }
}
