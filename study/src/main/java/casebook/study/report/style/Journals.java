// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import java.util.List;

/// The journal styles there are; each is a data file.
public final class Journals {
  /// Their names, the default first.
  public static final List<String> NAMES =
      List.of("plain", "nejm", "jama", "lancet", "annals", "haematologica");

  private Journals() {}

  /// Reads one of the styles of `NAMES`.
  public static Journal named(String slug) {
    if (!NAMES.contains(slug)) {
      throw new IllegalArgumentException(
          "there is no journal style '" + slug + "'; there are " + String.join(", ", NAMES));
    }
    return JournalText.ofResource(slug);
  }
}
