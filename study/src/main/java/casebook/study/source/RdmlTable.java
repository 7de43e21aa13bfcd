// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.source.RdmlReader.Reaction;
import casebook.study.source.RdmlReader.Sample;
import casebook.study.source.TextRow.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The samples of an RDML file as rows of text: what a table of the same values would hold.
///
/// @param rows the headers, and then one row a sample
record RdmlTable(List<TextRow> rows) {
  /// Samples that were measured for their own sake.
  private static final Set<String> UNKNOWN = Set.of("unkn", "");

  RdmlTable {
    rows = List.copyOf(rows);
  }

  static RdmlTable of(RdmlReader read, String subject) {
    Map<String, Map<String, List<String>>> cycles = new LinkedHashMap<>();
    Map<String, Integer> replicates = new LinkedHashMap<>();
    for (Reaction reaction : read.reactions()) {
      Sample sample = read.samples().get(reaction.sample());
      if (sample == null || isUnknown(sample)) {
        List<String> own =
            cycles
                .computeIfAbsent(reaction.sample(), id -> new LinkedHashMap<>())
                .computeIfAbsent(reaction.target(), id -> new ArrayList<>());
        own.add(available(reaction.cycle()));
        replicates.merge(reaction.target(), own.size(), Math::max);
      }
    }
    Set<String> notes = new LinkedHashSet<>();
    cycles.keySet().forEach(id -> notes.addAll(notes(read, id).keySet()));
    List<TextRow> rows = new ArrayList<>();
    rows.add(row(1, head(subject, replicates, notes)));
    cycles.forEach((id, own) -> {
      List<String> fields = new ArrayList<>(List.of(id));
      replicates.forEach((target, count) -> {
        List<String> values = own.getOrDefault(target, List.of());
        for (int i = 0; i < count; i++) {
          fields.add(i < values.size() ? values.get(i) : "");
        }
      });
      notes.forEach(note -> fields.add(notes(read, id).getOrDefault(note, "")));
      rows.add(row(rows.size() + 1, fields));
    });
    return new RdmlTable(rows);
  }

  private static boolean isUnknown(Sample sample) {
    return sample.types().isEmpty() || sample.types().stream().anyMatch(UNKNOWN::contains);
  }

  private static Map<String, String> notes(RdmlReader read, String id) {
    Sample sample = read.samples().get(id);
    return sample == null ? Map.of() : sample.notes();
  }

  /// A negative cycle or one that is no number says that there is none.
  private static String available(String cycle) {
    return cycle.startsWith("-") || cycle.equalsIgnoreCase("nan") ? "" : cycle;
  }

  private static List<String> head(
      String subject, Map<String, Integer> replicates, Set<String> notes) {
    List<String> head = new ArrayList<>(List.of(subject));
    replicates.forEach((target, count) -> {
      for (int i = 1; i <= count; i++) {
        head.add(count == 1 ? target : target + "_" + i);
      }
    });
    head.addAll(notes);
    return head;
  }

  private static TextRow row(int line, List<String> fields) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      cells.add(new Cell(fields.get(i), line, i + 1, Math.max(1, fields.get(i).length())));
    }
    return new TextRow(line, cells);
  }

  /// The header of a column, from 1.
  String column(int place) {
    return rows.getFirst().cells().get(place - 1).text();
  }
}
