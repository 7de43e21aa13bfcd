// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether the factors by which samples were diluted can be used.
///
/// @param file the name of the file of readings
/// @param wells all wells
record Dilutions(String file, List<Well> wells) {

  void judge(Problems problems) {
    List<Integer> impossible = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    Map<String, Double> first = new HashMap<>();
    for (Well well : wells) {
      boolean measured = well.kind() == Well.Kind.SAMPLE || well.kind() == Well.Kind.CONTROL;
      if (!(well.dilution() > 0)) {
        impossible.add(well.line());
      } else if (measured) {
        String whose = well.plate() + "\u0000" + well.kind() + "\u0000" + well.sample();
        Double before = first.putIfAbsent(whose, well.dilution());
        if (before != null && before != well.dilution()) {
          others.add(well.line());
        }
      }
    }
    tell(
        impossible,
        "data/dilution",
        "A dilution is not above 0",
        "Write the factor: 100 for 1:100, 1 for an undiluted sample.",
        problems);
    tell(
        others,
        "data/mixed-dilutions",
        "Wells of one sample on one plate are of different dilutions",
        "Keep the dilution that lies within the standards; which one counts is the laboratory's"
            + " choice.",
        problems);
  }

  private void tell(
      List<Integer> lines, String code, String message, String fix, Problems problems) {
    if (!lines.isEmpty()) {
      problems.error(
          code,
          Span.ofLine(file, lines.getFirst()),
          message + " (" + LineNumbers.words(lines, lines.size()) + ").",
          fix);
    }
  }
}
