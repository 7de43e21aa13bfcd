// SPDX-License-Identifier: Apache-2.0
package casebook.study.unit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Molar masses of analytes, computed from their formulas; for mg/dL to µmol/L and back.
///
/// Source: abridged standard atomic weights, Prohaska et al., Pure Appl Chem 2022;94:573, table 2.
/// Formulas: PubChem compound records (creatinine 588, glucose 5793, urea 1176, uric acid 1175,
/// cholesterol 5997, bilirubin 5280352, cortisol 5754, ciclosporin 5284373, thyroxine 5819). Where
/// a laboratory counts something else than the whole molecule (urea nitrogen, triglycerides), there
/// is no entry, and the conversion is refused.
public final class MolarMass {
  private static final Pattern ELEMENT = Pattern.compile("([A-Z][a-z]?)(\\d*)");

  private static final Map<String, Double> WEIGHTS =
      Map.of(
          "H", 1.008, "C", 12.011, "N", 14.007, "O", 15.999, "Na", 22.990, "Mg", 24.305, "P",
          30.974, "Ca", 40.078, "Fe", 55.845, "I", 126.90);

  private static final Map<String, String> FORMULAS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("bilirubin", "C33H36N4O6"),
              Map.entry("calcium", "Ca"),
              Map.entry("cholesterol", "C27H46O"),
              Map.entry("cortisol", "C21H30O5"),
              Map.entry("creatinine", "C4H7N3O"),
              Map.entry("cyclosporine", "C62H111N11O12"),
              Map.entry("glucose", "C6H12O6"),
              Map.entry("iron", "Fe"),
              Map.entry("magnesium", "Mg"),
              Map.entry("phosphorus", "P"),
              Map.entry("sodium", "Na"),
              Map.entry("thyroxine", "C15H11I4NO4"),
              Map.entry("urea", "CH4N2O"),
              Map.entry("uric acid", "C5H4N4O3")));

  private MolarMass() {}

  /// The molar mass of an analyte, g/mol; empty when it is not in the list.
  ///
  /// @param analyte such as `creatinine`; letters of either case, `_` for a space
  public static OptionalDouble of(String analyte) {
    String formula = FORMULAS.get(analyte.toLowerCase(Locale.ROOT).replace('_', ' '));
    return formula == null ? OptionalDouble.empty() : OptionalDouble.of(sum(formula));
  }

  /// The analytes with a known molar mass, in alphabetical order.
  public static Collection<String> analytes() {
    return List.copyOf(FORMULAS.keySet());
  }

  private static double sum(String formula) {
    double sum = 0;
    Matcher element = ELEMENT.matcher(formula);
    while (element.find()) {
      int count = element.group(2).isEmpty() ? 1 : Integer.parseInt(element.group(2));
      sum += WEIGHTS.getOrDefault(element.group(1), Double.NaN) * count;
    }
    return sum;
  }
}
