// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Finding;
import casebook.study.finding.Findings;
import casebook.study.finding.ListedPatient;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Footnote;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Inline;
import casebook.study.report.Document.Line;
import casebook.study.report.Document.TableCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lays out a listing of single patients, and says where each of its values was read.
final class ListingText {
  private ListingText() {}

  /// The table.
  ///
  /// @param name slug, the name of its CSV file
  /// @param general notes on the whole table
  static Block.Table table(Finding.Listing listing, String name, List<String> general) {
    List<Head> head = new ArrayList<>();
    head.add(new Head("Patient no.", List.of()));
    listing.columns().forEach(it -> head.add(new Head(it.label(), List.of())));
    List<Line> lines = listing.patients().stream().map(ListingText::line).toList();
    List<Footnote> notes = general.stream().map(text -> new Footnote("", text)).toList();
    return new Block.Table(name, listing.heading().title(), head, lines, notes);
  }

  private static Line line(ListedPatient patient) {
    List<TableCell> cells =
        patient.values().stream()
            .map(it ->
                new TableCell(
                    List.of(new Inline.Printed(it.text(), it.address().path())), List.of()))
            .toList();
    return new Line(patient.id(), "", 0, List.of(), cells);
  }

  /// What stands behind each value of the listings among some findings, by address.
  static Map<String, Explanation> explanations(Findings findings) {
    PlaceExplanations explain = new PlaceExplanations(findings.study());
    Map<String, Explanation> all = new LinkedHashMap<>();
    for (Finding finding : findings.findings()) {
      if (finding instanceof Finding.Listing listing) {
        for (ListedPatient patient : listing.patients()) {
          for (ListedPatient.Value value : patient.values()) {
            all.put(value.address().path(), explain.of(value, listing.heading().at()));
          }
        }
      }
    }
    return all;
  }
}
