// SPDX-License-Identifier: Apache-2.0
package casebook.study.amendment;

import java.util.List;
import java.util.Map;

/// The parts of a study, as an amendment is read: who, how, what counts, what is reported, then the
/// rest.
final class Parts {
  private static final String TREATMENT = "treatment";
  private static final String HEADING = "the study";

  private static final List<String> ORDER =
      List.of(
          "eligibility",
          "dose",
          "level",
          "baseline",
          "monitoring",
          "dose changes",
          "stop when",
          "co-medication",
          "forecast",
          "response",
          "cases",
          "controls",
          "matching",
          "reference limits",
          "assays",
          "analyses",
          "families",
          "statements",
          "variables",
          "events",
          "derived",
          "checks",
          HEADING);

  /// Keys of the treatment that are one thing to a reader.
  private static final Map<String, String> OF_TREATMENT =
      Map.of("drug", "dose", "given", "dose", "capsules", "dose");

  private Parts() {}

  /// The part to which a path belongs.
  static String of(List<String> path) {
    String section = path.getFirst();
    if (section.equals(TREATMENT) && path.size() > 1) {
      String key = path.get(1);
      return OF_TREATMENT.getOrDefault(key, ORDER.contains(key) ? key : TREATMENT);
    }
    return ORDER.contains(section) || section.equals(TREATMENT) ? section : HEADING;
  }

  /// The keys below the part; a key that repeats the one above it is said once.
  static List<String> below(List<String> path) {
    String part = of(path);
    int skip = path.getFirst().equals(TREATMENT) && path.size() > 1 ? 1 : 0;
    boolean named = path.get(skip).equals(part);
    return path.subList(named ? skip + 1 : skip, path.size());
  }

  /// Where a part stands among the others.
  static int place(String part) {
    int place = ORDER.indexOf(part);
    return place < 0 ? ORDER.size() : place;
  }
}
