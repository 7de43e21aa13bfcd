// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Declared;
import casebook.study.finding.Finding;
import casebook.study.finding.Findings;
import casebook.study.report.Document.Block;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The list of the STROBE statement, filled with where the paper or the study file meets each item,
/// what the study file could say and does not, and what only the authors can write.
///
/// Source: von Elm E, Altman DG, Egger M, et al. PLoS Med 2007;4:e296; the items are theirs, the
/// wording is our own.
final class Strobe {
  /// The statement, as the references name it.
  static final String STATEMENT = "von Elm E, Altman DG, Egger M, et al. PLoS Med 2007;4:e296";

  private static final List<String> DESIGNS = List.of("case-control", "cohort", "cross-sectional");
  private static final String TEXT = "Statistical methods";

  private final Findings findings;
  private final Declared declared;
  private final String design;
  private final Checklist list;

  private Strobe(Findings findings, Places places) {
    this.findings = findings;
    this.declared = findings.study().declared();
    this.design = declared.words("design");
    this.list = new Checklist(findings, places);
  }

  /// The list; empty for a design that the statement is not made for, or when the study file says
  /// none.
  static Optional<Block> of(Findings findings, Places places) {
    Strobe list = new Strobe(findings, places);
    return DESIGNS.contains(list.design) ? Optional.of(list.table()) : Optional.empty();
  }

  private Block table() {
    introduction();
    methods();
    statistics();
    results();
    rest();
    String note =
        "Items of the STROBE statement for a "
            + design
            + " study ("
            + STATEMENT
            + ", CC BY), in our own words. Met: it stands there, or was computed; whether it reads"
            + " well is for the authors. Lines are those of "
            + findings.study().file()
            + ".";
    return list.table("strobe", "STROBE list. Where each item is met", note);
  }

  private void introduction() {
    list.section("Title, abstract, introduction");
    boolean named = findings.title().toLowerCase(Locale.ROOT).contains(design);
    if (named) {
      list.met("1a", "Design named in title or abstract", list.line("title"));
    } else {
      list.authors("1a", "Design named in title or abstract", "say " + design + " in one of them");
    }
    list.authors("1b", "Abstract: what was done and found", "");
    list.authors("2", "Background and reasons", "");
    list.said("3", "Objectives, hypotheses set beforehand", "primary", "primary: yes");
  }

  private void methods() {
    list.section("Methods");
    list.said("4", "Key elements of the design", "design", "design:");
    String dates = declared.place("setting").isEmpty() ? "setting:" : "period:";
    boolean both = declared.place("setting").isPresent() && declared.place("period").isPresent();
    if (both) {
      list.met("5", "Setting, places, dates", list.line("setting"), list.line("period"));
    } else {
      list.missing("5", "Setting, places, dates", dates);
    }
    boolean eligibility = declared.place("eligibility").isPresent();
    String asked =
        design.equals("case-control")
            ? "Eligibility; sources and choice of cases and controls"
            : "Eligibility; sources and choice of participants";
    if (eligibility) {
      list.met(
          "6a",
          asked,
          list.line("eligibility"),
          list.line("cases"),
          list.shown(Finding.Flow.class));
    } else {
      list.missing("6a", asked, "eligibility:");
    }
    list.orNot("6b", "Matching: criteria and numbers", "matching", Finding.Matching.class);
    list.met(
        "7",
        "Outcomes, exposures, confounders defined",
        list.line("variables"),
        list.line("derived"));
    list.said("8", "Sources of data and how they were measured", "assays", "assays:");
    list.authors("9", "Efforts against bias", "");
    list.said("10", "How the study size came about", "study size", "study size:");
    list.orNot(
        "11",
        "Quantities: how they were grouped, and why",
        "reference limits",
        Finding.Limits.class);
  }

  private void statistics() {
    list.met(
        "12a",
        "All methods, and those against confounding",
        Checklist.text(TEXT),
        list.line("adjusted for"));
    boolean groups =
        declared.place("restricted to").isPresent() || declared.place("stratified by").isPresent();
    if (groups) {
      list.met(
          "12b",
          "Subgroups and interactions",
          list.line("restricted to"),
          list.line("stratified by"));
    } else {
      list.notAsked("12b", "Subgroups and interactions", "no subgroup was declared");
    }
    list.met("12c", "Missing values", Checklist.text(TEXT), list.line("imputations"));
    switch (design) {
      case "case-control" ->
          list.orNot("12d", "How matching was respected", "matching", Finding.Matching.class);
      case "cohort" -> list.authors("12d", "Loss to follow-up", "");
      default -> list.authors("12d", "Sampling strategy", "");
    }
    if (list.shown(Finding.Specifications.class).isEmpty()) {
      list.said("12e", "Sensitivity analyses", "restricted to", "restricted to: or sensitivity:");
    } else {
      list.met("12e", "Sensitivity analyses", list.shown(Finding.Specifications.class));
    }
  }

  private void results() {
    list.section("Results");
    list.met("13a", "Numbers at each stage", list.shown(Finding.Flow.class));
    list.met("13b", "Reasons for leaving", list.shown(Finding.Flow.class));
    list.met("13c", "Flow diagram", list.shown(Finding.Flow.class));
    list.table(
        "14a",
        "Characteristics of participants",
        Finding.Characteristics.class,
        "characteristics:");
    list.table(
        "14b", "Numbers with missing values", Finding.Characteristics.class, "characteristics:");
    if (design.equals("cohort")) {
      list.authors("14c", "Follow-up time", "");
    }
    String outcome =
        design.equals("case-control")
            ? "Numbers in each exposure category"
            : "Numbers of outcome events";
    boolean followed = !list.shown(Finding.Outcomes.class).isEmpty();
    list.table(
        "15", outcome, followed ? Finding.Outcomes.class : Finding.Estimates.class, "association:");
    if (declared.place("adjusted for").isPresent()) {
      list.met(
          "16a", "Unadjusted and adjusted, with intervals", list.shown(Finding.Estimates.class));
    } else {
      list.missing("16a", "Unadjusted and adjusted, with intervals", "adjusted for:");
    }
    list.orNot("16b", "Boundaries of categories", "reference limits", Finding.Limits.class);
    if (design.equals("case-control")) {
      list.notAsked("16c", "Absolute risks", "a case-control study gives none");
    } else if (followed) {
      list.met("16c", "Absolute risks", list.shown(Finding.Outcomes.class));
    } else {
      list.authors("16c", "Absolute risks", "");
    }
    list.table("17", "Other analyses", Finding.Estimates.class, "association:");
  }

  private void rest() {
    list.section("Discussion and other information");
    list.authors("18", "Key results", "");
    list.authors("19", "Limitations", "");
    list.authors("20", "Careful interpretation", "");
    list.authors("21", "Whom the results hold for", "");
    list.said("22", "Funding and the part of the funder", "funding", "funding:");
    list.said("–", "Ethics and consent (asked by journals)", "ethics", "ethics:");
  }
}
