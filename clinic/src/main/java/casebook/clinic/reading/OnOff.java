// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Drugs other than that of the treatment, as a table of visits writes them: yes or no at each
/// visit. Yes after yes is one span; it ends on the day before the visit that says no.
final class OnOff {
  private OnOff() {}

  /// The rows of a patient with spans instead of yes and no.
  ///
  /// @param drug the drug of the treatment, whose dose stands in its column
  static List<EventRow> spans(List<EventRow> rows, String drug) {
    List<EventRow> all = new ArrayList<>();
    Map<String, List<EventRow>> byDrug = new LinkedHashMap<>();
    for (EventRow row : rows) {
      boolean visit = row.cell("kind").equals("drug") && !row.cell("name").equals(drug);
      if (visit && row.cell("struck").isEmpty()) {
        byDrug.computeIfAbsent(row.cell("name"), any -> new ArrayList<>()).add(row);
      } else {
        all.add(row);
      }
    }
    byDrug.values().forEach(own -> all.addAll(spans(own)));
    return all;
  }

  private static List<EventRow> spans(List<EventRow> rows) {
    List<EventRow> sorted =
        rows.stream()
            .sorted(Comparator.comparing(EventRow::day).thenComparingInt(EventRow::line))
            .toList();
    List<EventRow> spans = new ArrayList<>();
    boolean on = false;
    for (EventRow row : sorted) {
      boolean yes = yes(row.cell("value"));
      if (yes && !on) {
        spans.add(row.with(Map.of("kind", "comedication")));
      } else if (!yes && on) {
        EventRow open = spans.removeLast();
        spans.add(open.with(Map.of("until", row.day().minusDays(1).toString())));
      }
      on = yes;
    }
    return spans;
  }

  private static boolean yes(String text) {
    return !List.of("no", "0", "-", "none", "stopped").contains(text.toLowerCase(Locale.ROOT));
  }
}
