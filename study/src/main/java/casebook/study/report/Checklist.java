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
import java.util.Optional;

/// The list of a reporting guideline while it is filled: where the paper or the study file meets
/// each item, what the study file could say and does not, and what only the authors can write.
final class Checklist {
  private final Findings findings;
  private final Declared declared;
  private final Places places;
  private final List<Line> lines = new ArrayList<>();

  Checklist(Findings findings, Places places) {
    this.findings = findings;
    this.declared = findings.study().declared();
    this.places = places;
  }

  /// The list as a table.
  ///
  /// @param name slug, the name of its CSV file
  Block table(String name, String caption, String note) {
    List<Head> head =
        List.of(
            new Head("Item", List.of()),
            new Head("What is asked", List.of()),
            new Head("State", List.of()),
            new Head("Where, or what to say", List.of()));
    return new Block.Table(name, caption, head, lines, List.of(new Footnote("", note)));
  }

  void section(String title) {
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
  final void met(String item, String asked, List<Inline>... where) {
    List<Inline> all = new ArrayList<>();
    for (List<Inline> part : where) {
      if (!part.isEmpty() && !all.isEmpty()) {
        all.add(new Inline.Text("; "));
      }
      all.addAll(part);
    }
    add(item, asked, "met", all);
  }

  void missing(String item, String asked, String say) {
    add(item, asked, "missing", text("say “" + say + "” in " + findings.study().file()));
  }

  void authors(String item, String asked, String words) {
    add(item, asked, "for the authors", text(words));
  }

  void notAsked(String item, String asked, String why) {
    add(item, asked, "not applicable", text(why));
  }

  /// Met where the study file says it.
  void said(String item, String asked, String section, String say) {
    if (declared.place(section).isPresent()) {
      met(item, asked, line(section));
    } else {
      missing(item, asked, say);
    }
  }

  /// Met where the study file declares it and the paper shows it; else not applicable.
  void orNot(String item, String asked, String section, Class<? extends Finding> shape) {
    if (declared.place(section).isPresent()) {
      met(item, asked, line(section), shown(shape));
    } else {
      notAsked(item, asked, "none declared");
    }
  }

  /// Met where the paper shows it.
  void table(String item, String asked, Class<? extends Finding> shape, String say) {
    List<Inline> where = shown(shape);
    if (where.isEmpty()) {
      missing(item, asked, say);
    } else {
      met(item, asked, where);
    }
  }

  static List<Inline> text(String words) {
    return List.of(new Inline.Text(words));
  }

  /// The line of the study file with what it says; nothing when it says nothing.
  List<Inline> line(String section) {
    Optional<Place> place = declared.place(section).filter(it -> it.line() > 0);
    if (place.isEmpty()) {
      return List.of();
    }
    String words = place.get().words();
    String where = "line " + place.get().line();
    return text(words.isEmpty() ? section + ", " + where : words + " (" + where + ")");
  }

  List<Inline> shown(Class<? extends Finding> shape) {
    return links(places.of(shape));
  }

  /// The tables of an analysis that has a guideline of its own.
  List<Inline> shown(String keyword) {
    return links(places.of(keyword));
  }

  private static List<Inline> links(List<Inline.Link> links) {
    List<Inline> all = new ArrayList<>();
    for (Inline.Link link : links) {
      if (!all.isEmpty()) {
        all.add(new Inline.Text(", "));
      }
      all.add(link);
    }
    return all;
  }
}
