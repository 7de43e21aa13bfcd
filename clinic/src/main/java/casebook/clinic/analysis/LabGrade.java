// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.protocol.Measures.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The grade of a laboratory value by CTCAE 5.0: multiples of the upper limit of the normal range,
/// or of the value before treatment.
///
/// Source: Common Terminology Criteria for Adverse Events 5.0, National Cancer Institute 2017. ALT,
/// AST and bilirubin were compared with the table in World J Hepatol 2026;18:113465; the grades of
/// creatinine with CTCAE 3.0 (Trials 2006;7:14, table 3) for its arm of the upper limit, and its
/// arm of the baseline is as recalled.
///
/// @param measure its name among the events
/// @param above of an abnormal baseline: grade 1 begins above so many times the baseline
/// @param byBaseline whether an abnormal baseline takes the place of the upper limit; else both
///   count, and the higher grade holds
/// @param multiples where grades 1 to 4 begin
record LabGrade(String measure, BigDecimal above, boolean byBaseline, List<BigDecimal> multiples) {
  static final LabGrade ALT = made("alt", "1.5", true, "1", "3", "5", "20");
  static final LabGrade AST = made("ast", "1.5", true, "1", "3", "5", "20");
  static final LabGrade BILIRUBIN = made("bilirubin", "1", true, "1", "1.5", "3", "10");
  static final LabGrade CREATININE = made("creatinine", "1.5", false, "1", "1.5", "3", "6");

  LabGrade {
    multiples = List.copyOf(multiples);
  }

  private static LabGrade made(
      String measure, String above, boolean byBaseline, String... multiples) {
    List<BigDecimal> steps = Stream.of(multiples).map(BigDecimal::new).toList();
    return new LabGrade(measure, new BigDecimal(above), byBaseline, steps);
  }

  /// The grades of a measurement; empty when none are defined here.
  static Optional<LabGrade> of(String measure) {
    String name = measure.toLowerCase(Locale.ROOT);
    return Stream.of(ALT, AST, BILIRUBIN, CREATININE)
        .filter(it -> it.measure().equals(name))
        .findFirst();
  }

  /// Says whether a value before treatment lies above the normal range.
  static boolean abnormal(BigDecimal baseline, Range normal) {
    return baseline.compareTo(normal.high()) > 0;
  }

  /// The grade of a value, 0 to 4.
  ///
  /// @param value in the unit of the normal range
  /// @param baseline the value before treatment; empty: not known, and the upper limit decides
  int grade(BigDecimal value, Optional<BigDecimal> baseline, Range normal) {
    int byLimit = steps(value, normal.high(), multiples);
    if (byBaseline) {
      return baseline
          .filter(it -> abnormal(it, normal))
          .map(it -> abnormalGrade(value, it))
          .orElse(byLimit);
    }
    // creatinine: grades 2 and 3 also by multiples of the value before treatment
    int rise =
        baseline
            .filter(it -> it.signum() > 0)
            .map(it -> steps(value, it, multiples.subList(1, 3)))
            .orElse(0);
    return Math.max(byLimit, rise == 0 ? 0 : rise + 1);
  }

  private int abnormalGrade(BigDecimal value, BigDecimal baseline) {
    int higher = steps(value, baseline, multiples.subList(1, 4));
    boolean first = value.compareTo(baseline.multiply(above)) > 0;
    return higher > 0 ? higher + 1 : first ? 1 : 0;
  }

  /// How many of some rising multiples of a value are exceeded.
  private static int steps(BigDecimal value, BigDecimal of, List<BigDecimal> multiples) {
    return (int) multiples.stream().filter(it -> value.compareTo(of.multiply(it)) > 0).count();
  }
}
