// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Recognises, by its first bytes, a file that is not separated text.
final class FileKind {
  private static final String AS_TEXT = "Save the sheet as \"CSV UTF-8\" and name that file.";
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "1f8b", List.of("packed with gzip", "Unpack it first (gunzip)."),
          "504b0304",
              List.of(
                  "a zip file or a workbook (.xlsx)",
                  "Unpack it; the name of a workbook ends in .xlsx."),
          "d0cf11e0", List.of("an old spreadsheet (.xls)", AS_TEXT),
          "fffe", List.of("text in UTF-16", "Save the file as UTF-8."),
          "feff", List.of("text in UTF-16", "Save the file as UTF-8."),
          "25504446", List.of("a PDF", "Name the CSV file instead."));

  private FileKind() {}

  /// The problem with a file that begins with these bytes; empty when it may be text.
  static List<Problem> refusal(byte[] head, String file) {
    String hex = HexFormat.of().formatHex(head).toLowerCase(Locale.ROOT);
    return KINDS.entrySet().stream()
        .filter(kind -> hex.startsWith(kind.getKey()))
        .map(kind -> kind.getValue())
        .map(words ->
            Problem.error(
                "data/not-csv",
                Span.ofFile(file),
                "The file is " + words.getFirst() + ", not separated text in UTF-8.",
                words.getLast()))
        .toList();
  }
}
