// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Declared;
import casebook.study.finding.Declared.Place;
import casebook.study.finding.Finding;
import casebook.study.finding.Findings;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Footnote;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Inline;
import casebook.study.report.Document.Line;
import casebook.study.report.Document.TableCell;
import java.util.ArrayList;
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
  private final Places places;
  private final String design;
  private final List<Line> lines = new ArrayList<>();

  private Strobe(Findings findings, Places places) {
    this.findings = findings;
    this.declared = findings.study().declared();
    this.places = places;
    this.design = declared.words("design");
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
    List<Head> head =
        List.of(
            new Head("Item", List.of()),
            new Head("What is asked", List.of()),
            new Head("State", List.of()),
            new Head("Where, or what to say", List.of()));
    String note =
        "Items of the STROBE statement for a "
            + design
            + " study ("
            + STATEMENT
            + ", CC BY), in our own words. Met: it stands there, or was computed; whether it reads"
            + " well is for the authors. Lines are those of "
            + findings.study().file()
            + ".";
    return new Block.Table(
        "strobe",
        "STROBE list. Where each item is met",
        head,
        lines,
        List.of(new Footnote("", note)));
  }

  private void introduction() {
    section("Title, abstract, introduction");
    boolean named = findings.title().toLowerCase(Locale.ROOT).contains(design);
    if (named) {
      met("1a", "Design named in title or abstract", line("title"));
    } else {
      authors("1a", "Design named in title or abstract", "say " + design + " in one of them");
    }
    authors("1b", "Abstract: what was done and found", "");
    authors("2", "Background and reasons", "");
    said("3", "Objectives, hypotheses set beforehand", "primary", "primary: yes");
  }

  private void methods() {
    section("Methods");
    said("4", "Key elements of the design", "design", "design:");
    String dates = declared.place("setting").isEmpty() ? "setting:" : "period:";
    boolean both = declared.place("setting").isPresent() && declared.place("period").isPresent();
    if (both) {
      met("5", "Setting, places, dates", line("setting"), line("period"));
    } else {
      missing("5", "Setting, places, dates", dates);
    }
    boolean eligibility = declared.place("eligibility").isPresent();
    String asked =
        design.equals("case-control")
            ? "Eligibility; sources and choice of cases and controls"
            : "Eligibility; sources and choice of participants";
    if (eligibility) {
      met("6a", asked, line("eligibility"), line("cases"), shown(Finding.Flow.class));
    } else {
      missing("6a", asked, "eligibility:");
    }
    orNot("6b", "Matching: criteria and numbers", "matching", Finding.Matching.class);
    met("7", "Outcomes, exposures, confounders defined", line("variables"), line("derived"));
    said("8", "Sources of data and how they were measured", "assays", "assays:");
    authors("9", "Efforts against bias", "");
    said("10", "How the study size came about", "study size", "study size:");
    orNot(
        "11",
        "Quantities: how they were grouped, and why",
        "reference limits",
        Finding.Limits.class);
  }

  private void statistics() {
    met("12a", "All methods, and those against confounding", text(TEXT), line("adjusted for"));
    boolean groups =
        declared.place("restricted to").isPresent() || declared.place("stratified by").isPresent();
    if (groups) {
      met("12b", "Subgroups and interactions", line("restricted to"), line("stratified by"));
    } else {
      notAsked("12b", "Subgroups and interactions", "no subgroup was declared");
    }
    met("12c", "Missing values", text(TEXT));
    switch (design) {
      case "case-control" ->
          orNot("12d", "How matching was respected", "matching", Finding.Matching.class);
      case "cohort" -> authors("12d", "Loss to follow-up", "");
      default -> authors("12d", "Sampling strategy", "");
    }
    said("12e", "Sensitivity analyses", "restricted to", "restricted to:");
  }

  private void results() {
    section("Results");
    met("13a", "Numbers at each stage", shown(Finding.Flow.class));
    met("13b", "Reasons for leaving", shown(Finding.Flow.class));
    met("13c", "Flow diagram", shown(Finding.Flow.class));
    table(
        "14a",
        "Characteristics of participants",
        Finding.Characteristics.class,
        "characteristics:");
    table("14b", "Numbers with missing values", Finding.Characteristics.class, "characteristics:");
    if (design.equals("cohort")) {
      authors("14c", "Follow-up time", "");
    }
    String outcome =
        design.equals("case-control")
            ? "Numbers in each exposure category"
            : "Numbers of outcome events";
    table("15", outcome, Finding.Estimates.class, "association:");
    if (declared.place("adjusted for").isPresent()) {
      met("16a", "Unadjusted and adjusted, with intervals", shown(Finding.Estimates.class));
    } else {
      missing("16a", "Unadjusted and adjusted, with intervals", "adjusted for:");
    }
    orNot("16b", "Boundaries of categories", "reference limits", Finding.Limits.class);
    if (design.equals("case-control")) {
      notAsked("16c", "Absolute risks", "a case-control study gives none");
    } else {
      authors("16c", "Absolute risks", "");
    }
    table("17", "Other analyses", Finding.Estimates.class, "association:");
  }

  private void rest() {
    section("Discussion and other information");
    authors("18", "Key results", "");
    authors("19", "Limitations", "");
    authors("20", "Careful interpretation", "");
    authors("21", "Whom the results hold for", "");
    said("22", "Funding and the part of the funder", "funding", "funding:");
    said("–", "Ethics and consent (asked by journals)", "ethics", "ethics:");
  }

  private void section(String title) {
    TableCell empty = new TableCell(List.of(new Inline.Text("")), List.of());
    lines.add(new Line(title, "", 0, List.of(), List.of(empty, empty, empty)));
  }

  private void add(String item, String asked, String state, List<Inline> where) {
    List<TableCell> cells =
        List.of(
            new TableCell(List.of(new Inline.Text(asked)), List.of()),
            new TableCell(List.of(new Inline.Text(state)), List.of()),
            new TableCell(where, List.of()));
    lines.add(new Line(item, "", 1, List.of(), cells));
  }

  @SafeVarargs
  private void met(String item, String asked, List<Inline>... where) {
    List<Inline> all = new ArrayList<>();
    for (List<Inline> part : where) {
      if (!part.isEmpty() && !all.isEmpty()) {
        all.add(new Inline.Text("; "));
      }
      all.addAll(part);
    }
    add(item, asked, "met", all);
  }

  private void missing(String item, String asked, String say) {
    add(item, asked, "missing", text("say “" + say + "” in " + findings.study().file()));
  }

  private void authors(String item, String asked, String words) {
    add(item, asked, "for the authors", text(words));
  }

  private void notAsked(String item, String asked, String why) {
    add(item, asked, "not applicable", text(why));
  }

  /// Met where the study file says it.
  private void said(String item, String asked, String section, String say) {
    if (declared.place(section).isPresent()) {
      met(item, asked, line(section));
    } else {
      missing(item, asked, say);
    }
  }

  /// Met where the study file declares it and the paper shows it; else not applicable.
  private void orNot(String item, String asked, String section, Class<? extends Finding> shape) {
    if (declared.place(section).isPresent()) {
      met(item, asked, line(section), shown(shape));
    } else {
      notAsked(item, asked, "none declared");
    }
  }

  /// Met where the paper shows it.
  private void table(String item, String asked, Class<? extends Finding> shape, String say) {
    List<Inline> where = shown(shape);
    if (where.isEmpty()) {
      missing(item, asked, say);
    } else {
      met(item, asked, where);
    }
  }

  private static List<Inline> text(String words) {
    return List.of(new Inline.Text(words));
  }

  /// The line of the study file with what it says; nothing when it says nothing.
  private List<Inline> line(String section) {
    Optional<Place> place = declared.place(section).filter(it -> it.line() > 0);
    if (place.isEmpty()) {
      return List.of();
    }
    String words = place.get().words();
    String where = "line " + place.get().line();
    return text(words.isEmpty() ? section + ", " + where : words + " (" + where + ")");
  }

  private List<Inline> shown(Class<? extends Finding> shape) {
    List<Inline> all = new ArrayList<>();
    for (Inline.Link link : places.of(shape)) {
      if (!all.isEmpty()) {
        all.add(new Inline.Text(", "));
      }
      all.add(link);
    }
    return all;
  }
}
