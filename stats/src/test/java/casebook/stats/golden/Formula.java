// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A model formula in R notation: `low ~ lwt * smoke + factor(race) + strata(set)`.
///
/// @param response the left side as written
/// @param terms each term as the variables it multiplies, main effects before interactions
/// @param strata what stands in `strata(...)`
public record Formula(String response, List<List<String>> terms, List<String> strata) {
  /// Reads a formula; `*` stands for both effects and their interaction.
  public static Formula parse(String text) {
    String[] sides = text.split("~", 2);
    Set<List<String>> terms = new LinkedHashSet<>();
    List<String> strata = new ArrayList<>();
    for (String part : split(sides[1], '+')) {
      if (part.startsWith("strata(")) {
        strata.addAll(split(part.substring(7, part.length() - 1), ','));
      } else if (!part.equals("1")) {
        terms.addAll(crossed(part));
      }
    }
    List<List<String>> ordered = new ArrayList<>(terms);
    ordered.sort((a, b) -> Integer.compare(a.size(), b.size()));
    return new Formula(sides[0].strip(), List.copyOf(ordered), List.copyOf(strata));
  }

  private static List<List<String>> crossed(String part) {
    List<List<String>> all = new ArrayList<>();
    for (String factor : split(part, '*')) {
      List<String> variables = split(factor, ':');
      List<List<String>> products = new ArrayList<>();
      for (List<String> before : all) {
        List<String> product = new ArrayList<>(before);
        product.addAll(variables);
        products.add(List.copyOf(product));
      }
      all.add(variables);
      all.addAll(products);
    }
    return all;
  }

  /// Splits at a sign that stands outside brackets.
  private static List<String> split(String text, char sign) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == sign && depth == 0) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    return List.copyOf(parts);
  }

  /// Returns the variables of the right side, without repetition and without strata.
  public List<String> variables() {
    return terms.stream().flatMap(List::stream).distinct().toList();
  }

  /// Returns the column that an expression such as `factor(race)` or `I(age^2)` reads.
  public static String column(String variable) {
    return variable.replaceAll("^(factor|I)\\(|\\^2\\)$|\\)$", "");
  }
}
