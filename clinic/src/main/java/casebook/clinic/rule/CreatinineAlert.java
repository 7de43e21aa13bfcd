// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.rule.BeforeStart.Known;
import casebook.study.language.Expr.Relation;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// What labels and guidelines say to a rise of creatinine, beside the protocol and independent of
/// it. Each shows its source; none changes a dose.
public enum CreatinineAlert {
  LABEL(
      Relation.AT_LEAST,
      "125",
      "the label decreases the dose when creatinine is at least 25 % above the value before"
          + " treatment",
      "Gengraf label (FDA), special monitoring of psoriasis patients"),
  RHEUMATOLOGY_REDUCE(
      Relation.GREATER,
      "130",
      "the guidelines of rheumatology reduce the dose at a rise of more than 30 %",
      "van den Borne, Rheumatology 1999;38:254"),
  RHEUMATOLOGY_STOP(
      Relation.GREATER,
      "150",
      "the guidelines of rheumatology stop the drug at a rise of more than 50 %",
      "van den Borne, Rheumatology 1999;38:254"),
  KDIGO(
      Relation.AT_LEAST,
      "150",
      "1.5x baseline, timing unknown: acute kidney injury if the rise came within 7 days",
      "KDIGO, Kidney Int Suppl 2012;2:8"),
  CTCAE(
      Relation.GREATER,
      "150",
      "creatinine increased, grade 2 or more",
      "CTCAE 5.0, National Cancer Institute 2017");

  private static final List<CreatinineAlert> ALL = List.of(values());

  /// The one that comes first when creatinine rises.
  private static final CreatinineAlert LOWEST =
      Collections.min(ALL, Comparator.comparing(it -> it.percent));

  private final Relation relation;
  private final BigDecimal percent;
  private final String words;
  private final String source;

  CreatinineAlert(Relation relation, String percent, String words, String source) {
    this.relation = relation;
    this.percent = new BigDecimal(percent);
    this.words = words;
    this.source = source;
  }

  /// What the source says, as a clause.
  public String words() {
    return words;
  }

  /// Who says so.
  public String source() {
    return source;
  }

  /// The alerts for a value.
  public static List<CreatinineAlert> of(Known baseline, BigDecimal value) {
    if (!baseline.holds(value, LOWEST.relation, LOWEST.percent)) {
      return List.of();
    }
    return ALL.stream().filter(it -> baseline.holds(value, it.relation, it.percent)).toList();
  }
}
