// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Reads numbers and arrays from JSON, where `"Inf"`, `"-Inf"` and `"NaN"` stand for what JSON
/// lacks, `null` for a missing number, and a decimal string for a number.
public final class Json {
  private Json() {}

  /// Reads one number; `null` becomes NaN.
  public static double number(JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isNull()) {
      return Double.NaN;
    }
    if (node.isBoolean()) {
      return node.booleanValue() ? 1 : 0;
    }
    return switch (node.asText()) {
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default -> Double.parseDouble(node.asText());
    };
  }

  /// Reads an array of numbers; a single number is an array of one.
  public static double[] numbers(JsonNode node) {
    if (!node.isArray()) {
      return new double[] {number(node)};
    }
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(node.get(i));
    }
    return values;
  }

  /// Reads an array of whole numbers.
  public static int[] integers(JsonNode node) {
    double[] values = numbers(node);
    int[] whole = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      whole[i] = Math.toIntExact(Math.round(values[i]));
      if (whole[i] != values[i]) {
        throw new IllegalArgumentException(values[i] + " is not whole");
      }
    }
    return whole;
  }

  /// Reads an array of rows.
  public static double[][] matrix(JsonNode node) {
    double[][] rows = new double[node.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = numbers(node.get(i));
    }
    return rows;
  }

  /// Reads an array of texts; a single text is a list of one.
  public static List<String> texts(JsonNode node) {
    if (!node.isArray()) {
      return List.of(node.asText());
    }
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
