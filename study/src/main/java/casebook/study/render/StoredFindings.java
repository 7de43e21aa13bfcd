// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.study.finding.Address;
import casebook.study.finding.Findings.DataFile;
import casebook.study.finding.Findings.StudyFile;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Span;
import casebook.study.report.Explanation;
import casebook.study.report.Explanations;
import casebook.study.report.Shown;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The numbers of an earlier run, read back from its `findings.json`, so that each can be explained
/// as the report explained it.
///
/// @param title the paper's title
/// @param note a sentence that belongs wherever the data are shown; may be empty
/// @param circumstances what the run was done with
/// @param study the study file; of its lines, those that asked for numbers
/// @param data the data files
/// @param numbers by address, in the order of the paper
/// @param places what stands behind the values of single patients, the listings and the figures, by
///   address
public record StoredFindings(
    String title,
    String note,
    Circumstances circumstances,
    StudyFile study,
    List<DataFile> data,
    Map<String, Shown> numbers,
    Map<String, Explanation> places) {
  public StoredFindings {
    data = List.copyOf(data);
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  /// What a run was done with, in the words of its file, which may be of a later version.
  ///
  /// @param version the version of Casebook
  /// @param profile the set of default methods
  /// @param journal the style the numbers were printed in
  /// @param level the confidence level
  /// @param seed the seed of every random stream
  /// @param day the day of the run, where it was given
  public record Circumstances(
      String version,
      String profile,
      String journal,
      double level,
      long seed,
      Optional<String> day) {
    private static Circumstances of(JsonTree file) {
      return new Circumstances(
          file.text("version"),
          file.text("profile"),
          file.required("journal"),
          file.number("level").orElse(0.95),
          Math.round(file.number("seed").orElse(1.0)),
          Optional.of(file.text("day")).filter(day -> !day.isEmpty()));
    }
  }

  /// Reads a `findings.json`. Members that it does not know are passed over; a file of another
  /// format is an `IllegalArgumentException` that says what was found.
  public static StoredFindings read(byte[] bytes) {
    JsonTree file = JsonTree.read(bytes);
    if (!file.text("format").equals(FindingsJson.FORMAT)) {
      throw new IllegalArgumentException(
          "the format is '" + file.text("format") + "', not '" + FindingsJson.FORMAT + "'");
    }
    JsonTree study = file.object("study");
    List<DataFile> data =
        file.objects("data").stream()
            .map(f -> new DataFile(f.required("file"), f.required("sha256"), f.whole("rows")))
            .toList();
    String name = study.required("file");
    List<String> lines =
        lines(Stream.of("findings", "listings").flatMap(it -> file.objects(it).stream()).toList());
    StudyFile quoted = new StudyFile(name, study.required("sha256"), lines);
    Map<String, Shown> numbers = new Rebuilt(name, file.objects("findings")).numbers();
    return new StoredFindings(
        file.required("title"),
        file.text("note"),
        Circumstances.of(file),
        quoted,
        data,
        numbers,
        new StoredPlaces(file, quoted).explanations(numbers.keySet()));
  }

  /// Explains what stands at an address; empty when there is nothing.
  public Optional<Explanation> explain(String address) {
    return Optional.ofNullable(numbers.get(address))
        .map(
            new Explanations(
                    new Numbers(Journals.named(circumstances.journal())), study, data, note)
                ::of)
        .or(() -> Optional.ofNullable(places.get(address)));
  }

  /// All that can be explained: the numbers in the order of the paper, then the places.
  public Set<String> addresses() {
    Set<String> all = new LinkedHashSet<>(numbers.keySet());
    all.addAll(places.keySet());
    return all;
  }

  /// The address that was probably meant: the nearest word, else the first one that begins so.
  public Optional<String> nearest(String address) {
    return NearestWord.to(address, addresses())
        .or(() -> addresses().stream().filter(known -> known.startsWith(address)).findFirst())
        .or(() -> addresses().stream().filter(known -> known.contains(address)).findFirst());
  }

  /// The quoted lines of the study file, each at its place; the others are empty.
  private static List<String> lines(List<JsonTree> findings) {
    Map<Integer, String> known = new LinkedHashMap<>();
    for (JsonTree finding : findings) {
      JsonTree at = finding.object("at");
      known.putIfAbsent(at.whole("line"), at.text("text"));
    }
    int last = known.keySet().stream().mapToInt(line -> line).max().orElse(0);
    if (last > 1_000_000) {
      throw new IllegalArgumentException("line " + last + " is beyond the end of a study file");
    }
    return IntStream.rangeClosed(1, last).mapToObj(line -> known.getOrDefault(line, "")).toList();
  }

  /// The statistics as they were before they were written.
  private record Rebuilt(String file, List<JsonTree> findings) {
    Map<String, Shown> numbers() {
      Map<String, Statistic> plain = new LinkedHashMap<>();
      for (JsonTree finding : findings) {
        plain.put(finding.required("address"), statistic(finding, List.of()));
      }
      Map<String, Shown> numbers = new LinkedHashMap<>();
      for (JsonTree finding : findings) {
        List<Basis.Other> others = new ArrayList<>();
        for (JsonTree other : finding.objects("others")) {
          Optional.ofNullable(plain.get(other.text("address")))
              .ifPresent(number -> others.add(new Basis.Other(other.text("label"), number)));
        }
        List<Statistic> beside =
            finding.texts("beside").stream()
                .flatMap(address -> Optional.ofNullable(plain.get(address)).stream())
                .toList();
        numbers.put(
            finding.required("address"),
            new Shown(
                statistic(finding, others),
                finding.text("printed"),
                beside,
                finding.texts("notes")));
      }
      return numbers;
    }

    private Statistic statistic(JsonTree finding, List<Basis.Other> others) {
      Method method =
          new Method(
              finding.text("method"),
              finding.text("interval_method"),
              finding.text("definition"),
              finding.text("reference"),
              finding.text("settings"));
      return new Statistic(
          new Address(finding.required("address")),
          finding.required("label"),
          estimate(finding),
          finding.number("ln_p").map(PValue::new),
          finding.text("unit"),
          method,
          basis(finding, others),
          finding.text("why_not"));
    }

    private static Optional<Estimate> estimate(JsonTree finding) {
      Optional<Interval> interval =
          finding
              .number("low")
              .map(low ->
                  new Interval(
                      low,
                      finding.number("high").orElse(Double.POSITIVE_INFINITY),
                      finding.number("level").orElse(0.95)));
      return finding.number("value").map(value -> new Estimate(value, interval));
    }

    private Basis basis(JsonTree finding, List<Basis.Other> others) {
      Map<String, Long> counts = new LinkedHashMap<>();
      JsonTree stored = finding.object("counts");
      for (String name : stored.members().keySet()) {
        counts.put(name, Math.round(stored.number(name).orElse(0.0)));
      }
      JsonTree rows = finding.object("rows");
      List<Rows.Out> out =
          rows.objects("out").stream()
              .map(o -> new Rows.Out(o.text("reason"), o.whole("count")))
              .toList();
      JsonTree at = finding.object("at");
      Span span = new Span(file, at.whole("line"), at.whole("column"), 0);
      return new Basis(
          counts, new Rows(rows.whole("in"), out), span, finding.texts("files"), others);
    }
  }
}
