// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.family;

import casebook.stats.compare.Adjustment;
import casebook.study.finding.Method;
import casebook.study.language.Study.Family;
import java.util.List;

/// How the P values of a family are adjusted.
final class FamilyMethods {
  private FamilyMethods() {}

  /// The raw P value that belongs to a ratio or a difference.
  static final Method RAW =
      new Method("test of the number beside it", "", "Before any adjustment.", "", "");

  static Adjustment adjustment(Family family) {
    return switch (family.method()) {
      case "Hochberg" -> Adjustment.HOCHBERG;
      case "Benjamini-Hochberg" -> Adjustment.BENJAMINI_HOCHBERG;
      default -> Adjustment.HOLM;
    };
  }

  /// The method over a family.
  ///
  /// @param members the addresses of its P values
  static Method of(Family family, List<String> members) {
    String over =
        " method over the "
            + members.size()
            + (members.size() == 1 ? " P value" : " P values")
            + " of the family “"
            + family.name()
            + "”";
    String settings = adjustment(family) + " over " + String.join(", ", members);
    return switch (adjustment(family)) {
      case HOCHBERG ->
          new Method(
              "Hochberg's" + over,
              "",
              "The smallest level at which Hochberg's step-up procedure would reject: for"
                  + " independent tests no more than that share of families has a false positive.",
              "Hochberg Y. Biometrika 1988;75:800-802",
              settings);
      case BENJAMINI_HOCHBERG ->
          new Method(
              "Benjamini and Hochberg's" + over,
              "",
              "The smallest false discovery rate at which it would count as a discovery: among"
                  + " those so called, that share is expected to be false.",
              "Benjamini Y, Hochberg Y. J R Stat Soc B 1995;57:289-300",
              settings);
      default ->
          new Method(
              "Holm's" + over,
              "",
              "The smallest level at which Holm's step-down procedure would reject: whatever the"
                  + " dependence, no more than that share of families has a false positive.",
              "Holm S. Scand J Stat 1979;6:65-70",
              settings);
    };
  }
}
