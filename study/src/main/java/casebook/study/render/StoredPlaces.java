// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.finding.Address;
import casebook.study.finding.Findings;
import casebook.study.finding.ListedPatient;
import casebook.study.problem.Span;
import casebook.study.report.Explanation;
import casebook.study.report.PlaceExplanations;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands in a `findings.json` beside its numbers: the values of single patients, and the
/// figures and listings themselves.
///
/// @param file the whole file
/// @param study the study file, whose lines are quoted
record StoredPlaces(JsonTree file, Findings.StudyFile study) {
  private static final String LISTINGS = "listings";
  private static final List<String> FIGURES =
      List.of("curves", "calibrations", "survival", "timelines");

  /// Explains them, by address: each listing after its values, then the figures.
  ///
  /// @param numbers the addresses of the numbers
  Map<String, Explanation> explanations(Collection<String> numbers) {
    Map<String, Explanation> all = new LinkedHashMap<>();
    for (JsonTree listing : file.objects(LISTINGS)) {
      Map<String, Explanation> values = values(listing);
      all.putAll(values);
      add(place(listing, listing.text("title"), LISTINGS, values.keySet()), all);
    }
    for (String figures : FIGURES) {
      for (JsonTree figure : file.objects(figures)) {
        add(place(figure, figure.text("label"), figures, numbers), all);
      }
    }
    return all;
  }

  private static void add(Explanation explanation, Map<String, Explanation> all) {
    all.put(explanation.address(), explanation);
  }

  private Map<String, Explanation> values(JsonTree listing) {
    Map<String, Explanation> values = new LinkedHashMap<>();
    for (JsonTree patient : listing.objects("patients")) {
      for (JsonTree value : patient.objects("values")) {
        ListedPatient.Value listed =
            new ListedPatient.Value(
                new Address(value.required("address")),
                value.text("label"),
                value.text("printed"),
                value.texts("read_in"));
        add(new PlaceExplanations(study).of(listed, at(listing)), values);
      }
    }
    return values;
  }

  private Explanation place(
      JsonTree place, String title, String member, Collection<String> addresses) {
    String address = place.required("address");
    List<String> holds = addresses.stream().filter(it -> it.startsWith(address + ".")).toList();
    String where = "It stands under `" + member + "` in " + FindingsJson.FILE + ".";
    return new PlaceExplanations(study).of(address, title, where, holds, at(place));
  }

  private Span at(JsonTree place) {
    return Span.ofLine(study.file(), place.object("at").whole("line"));
  }
}
