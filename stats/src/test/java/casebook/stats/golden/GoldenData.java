// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// A data set with named columns; an empty text is missing.
public final class GoldenData {
  private static final JsonNode DICTIONARY = Resources.json("golden/data/datasets.json");
  private static final Map<String, GoldenData> READ = new ConcurrentHashMap<>();

  private final Map<String, List<String>> columns;
  private final Map<String, List<String>> levels;
  private final int rows;

  private GoldenData(
      Map<String, List<String>> columns, Map<String, List<String>> levels, int rows) {
    this.columns = columns;
    this.levels = levels;
    this.rows = rows;
  }

  /// Reads a data set by its name in the dictionary, such as "lung".
  public static GoldenData read(String name) {
    return READ.computeIfAbsent(name, GoldenData::readFile);
  }

  private static GoldenData readFile(String name) {
    JsonNode entry = DICTIONARY.path(name);
    if (entry.isMissingNode()) {
      throw new IllegalArgumentException("the dictionary has no data set " + name);
    }
    List<List<String>> lines = Csv.parse(Resources.text(entry.get("file").asText()));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Map<String, List<String>> levels = new TreeMap<>();
    List<String> names = lines.getFirst();
    for (int j = 0; j < names.size(); j++) {
      int column = j;
      columns.put(names.get(j), lines.stream().skip(1).map(line -> line.get(column)).toList());
    }
    for (JsonNode column : entry.get("columns")) {
      if (column.has("levels")) {
        levels.put(column.get("name").asText(), Json.texts(column.get("levels")));
      }
    }
    return new GoldenData(columns, levels, lines.size() - 1);
  }

  /// Returns the number of rows.
  public int rows() {
    return rows;
  }

  /// Returns the columns' names, in the order of the file.
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /// Reads a column as numbers; missing is NaN, true 1, false 0.
  public double[] numeric(String name) {
    return text(name).stream().mapToDouble(GoldenData::parse).toArray();
  }

  private static double parse(String cell) {
    return switch (cell) {
      case "" -> Double.NaN;
      case "true" -> 1;
      case "false" -> 0;
      default -> Double.parseDouble(cell);
    };
  }

  /// Reads a column as texts; missing is the empty text.
  public List<String> text(String name) {
    List<String> column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("there is no column " + name + " among " + names());
    }
    return column;
  }

  /// Reads a column as numbers of levels, counted from 0; missing is -1.
  public int[] factor(String name) {
    List<String> order = levels(name);
    return text(name).stream().mapToInt(order::indexOf).toArray();
  }

  /// Returns a column's levels, the reference first: those of the dictionary, else (as R's
  /// `factor`) the values present, ascending by number or by alphabet.
  public List<String> levels(String name) {
    List<String> known = levels.get(name);
    if (known != null) {
      return known;
    }
    List<String> present = text(name).stream().filter(cell -> !cell.isEmpty()).distinct().toList();
    if (present.stream().allMatch(cell -> cell.matches("-?[0-9.]+(e-?[0-9]+)?"))) {
      return present.stream()
          .sorted((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)))
          .toList();
    }
    return List.copyOf(new TreeSet<>(present));
  }

  /// Says whether a cell is missing.
  public boolean missing(String name, int row) {
    return text(name).get(row).isEmpty();
  }

  /// Keeps the rows that a condition on the row's number (from 0) picks.
  public GoldenData where(IntPredicate keep) {
    return picked(IntStream.range(0, rows).filter(keep).toArray());
  }

  /// Puts the rows in ascending order of a numeric column; equal ones keep their order.
  public GoldenData sortedBy(String name) {
    double[] keys = numeric(name);
    return picked(
        IntStream.range(0, rows)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> keys[row]))
            .mapToInt(Integer::intValue)
            .toArray());
  }

  private GoldenData picked(int[] kept) {
    Map<String, List<String>> picked = new LinkedHashMap<>();
    columns.forEach((name, cells) -> {
      List<String> column = new ArrayList<>();
      for (int row : kept) {
        column.add(cells.get(row));
      }
      picked.put(name, List.copyOf(column));
    });
    return new GoldenData(picked, levels, kept.length);
  }

  /// Keeps the rows where none of the named columns is missing.
  public GoldenData complete(String... names) {
    return where(row -> IntStream.range(0, names.length).noneMatch(j -> missing(names[j], row)));
  }
}
