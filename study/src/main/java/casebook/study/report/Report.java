// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Finding;
import casebook.study.finding.Findings;
import casebook.study.problem.Problem;
import casebook.study.problem.Severity;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Imprint;
import casebook.study.report.Document.Inline;
import casebook.study.report.Document.Tone;
import casebook.study.report.style.Journal;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import casebook.study.work.Workers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Writes the paper of a run: notices, participants, Table 1, associations with their forest plots,
/// sensitivity, reference limits, matching, methods, remarks, imprint.
public final class Report {
  /// So many explanations are one piece of work for a thread.
  private static final int AT_ONCE = 32;

  private final Findings findings;
  private final Journal journal;
  private final Numbers numbers;
  private final Sections sections;
  private final Citations citations = new Citations();
  private final Places places = new Places();
  private final Numbering numbering = new Numbering();
  private final List<Written> written;
  private final List<Block> blocks = new ArrayList<>();

  private Report(Findings findings) {
    this.findings = findings;
    this.journal = Journals.named(findings.settings().journal());
    this.numbers = new Numbers(journal);
    this.sections = new Sections(journal, findings.settings().level(), findings.note());
    this.written =
        workers()
            .all(
                findings.findings().stream()
                    .<Supplier<Written>>map(it -> () -> write(it))
                    .toList());
  }

  /// What is written of a finding, whatever the others say.
  ///
  /// @param blocks its tables and figures, not yet numbered
  /// @param further the table of its further numbers, for the supplement
  /// @param shown its numbers with their texts
  private record Written(
      Finding finding, List<Block> blocks, List<Block> further, List<Shown> shown) {}

  private Written write(Finding finding) {
    return new Written(
        finding, sections.of(finding), sections.further(finding), Shown.of(finding, numbers));
  }

  /// Writes the paper.
  public static Document of(Findings findings) {
    return new Report(findings).document();
  }

  private Document document() {
    notices();
    blocks.addAll(sections.lead(findings.findings()));
    section("Participants", Finding.Flow.class);
    section("Characteristics", Finding.Characteristics.class);
    section("Patients", Finding.Listing.class);
    outcomes();
    section("Courses of the patients", Finding.Timelines.class);
    section("Genotypes", Places::ofGenotypes);
    section("Associations", Finding.Estimates.class);
    section("Sensitivity", Finding.Specifications.class);
    section("Comparisons", Finding.Comparison.class);
    section("Correlations", Finding.Correlation.class);
    section("Survival", Finding.Survival.class);
    section(
        "Reference limits",
        Set.of(Finding.Limits.class, Finding.Curve.class, Finding.Calibration.class));
    section("Matching", Finding.Matching.class);
    section("Statements", Finding.Statements.class);
    methods();
    remarks();
    supplement();
    Map<String, Shown> shown = shown();
    return new Document(
        findings.title(),
        byline(),
        blocks,
        explanations(shown),
        List.copyOf(shown.values()),
        citations.list(),
        imprint());
  }

  /// What became of the patients: a section for each that its findings name.
  private void outcomes() {
    List<String> titles =
        findings.findings().stream()
            .filter(Finding.Outcomes.class::isInstance)
            .map(it -> ((Finding.Outcomes) it).place().section())
            .distinct()
            .toList();
    for (String title : titles) {
      section(
          title,
          it -> it instanceof Finding.Outcomes table && table.place().section().equals(title));
    }
  }

  private void methods() {
    blocks.add(new Block.Heading(2, "Statistical methods"));
    blocks.addAll(new MethodsText(findings, journal, citations, places).paragraphs());
    List<Document.Entry> methods = MethodList.of(findings.findings());
    if (!methods.isEmpty()) {
      blocks.add(new Block.Glossary("Each method in words", methods));
    }
    if (strobe().isPresent()) {
      citations.numbers(Strobe.STATEMENT);
    }
    if (strega().isPresent()) {
      citations.numbers(Strega.STATEMENT);
    }
    if (!citations.list().isEmpty()) {
      blocks.add(new Block.Heading(2, "References"));
      List<String> printed = citations.list().stream().map(Reference::printed).toList();
      blocks.add(new Block.Numbered(Citations.LIST, printed));
    }
  }

  private void notices() {
    if (!findings.note().isBlank()) {
      blocks.add(notice(Tone.NOTE, findings.note()));
    }
    for (Problem remark : findings.remarks()) {
      if (remark.severity() != Severity.NOTE) {
        blocks.add(notice(Tone.WARNING, words(remark)));
      }
    }
  }

  private static Block.Notice notice(Tone tone, String text) {
    return new Block.Notice(tone, List.of(new Inline.Text(text)));
  }

  private static String words(Problem remark) {
    String place = remark.at().file();
    if (remark.at().line() > 0) {
      place += ", line " + remark.at().line();
    }
    String fix = remark.fix().isEmpty() ? "" : " " + remark.fix();
    return remark.message() + fix + (place.isEmpty() ? "" : " (" + place + ")");
  }

  private void section(String title, Class<? extends Finding> shape) {
    section(title, Set.of(shape));
  }

  private void section(String title, Set<Class<? extends Finding>> shapes) {
    section(title, it -> shapes.contains(it.getClass()) && !Places.ofGenotypes(it));
  }

  private void section(String title, Predicate<Finding> wanted) {
    List<Written> found = written.stream().filter(it -> wanted.test(it.finding())).toList();
    if (found.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, title));
    for (Written it : found) {
      List<Block> made = numbering.of(it.blocks());
      places.add(it.finding(), made);
      blocks.addAll(made);
      for (String warning : it.finding().heading().warnings()) {
        blocks.add(notice(Tone.WARNING, warning));
      }
    }
  }

  private Optional<Block> strega() {
    return Strega.of(findings, places);
  }

  private Optional<Block> strobe() {
    return Strobe.of(findings, places);
  }

  /// What a journal prints apart from the paper.
  private void supplement() {
    List<Block> tables = new ArrayList<>();
    written.forEach(it -> tables.addAll(numbering.of(it.further())));
    strobe().ifPresent(tables::add);
    strega().ifPresent(tables::add);
    if (!tables.isEmpty()) {
      blocks.add(new Block.Heading(1, "Supplement"));
      blocks.addAll(tables);
    }
  }

  private void remarks() {
    List<Document.Entry> notes =
        findings.remarks().stream()
            .filter(r -> r.severity() == Severity.NOTE)
            .map(r -> new Document.Entry(place(r), List.of(r.message())))
            .toList();
    if (!notes.isEmpty()) {
      blocks.add(new Block.Heading(2, "Remarks on study and data"));
      blocks.add(new Block.Entries(notes));
    }
  }

  private static String place(Problem remark) {
    return remark.at().line() > 0
        ? remark.at().file() + ", line " + remark.at().line()
        : remark.at().file();
  }

  /// Every number by its address, in the order of the findings.
  private Map<String, Shown> shown() {
    Map<String, Shown> all = new LinkedHashMap<>();
    for (Written it : written) {
      it.shown().forEach(shown -> all.putIfAbsent(shown.statistic().address().path(), shown));
    }
    return all;
  }

  private Map<String, Explanation> explanations(Map<String, Shown> shown) {
    Explanations explain =
        new Explanations(numbers, findings.study(), findings.data(), findings.note());
    List<Shown> numbered = List.copyOf(shown.values());
    List<Supplier<List<Explanation>>> pieces = new ArrayList<>();
    for (int from = 0; from < numbered.size(); from += AT_ONCE) {
      List<Shown> piece = numbered.subList(from, Math.min(from + AT_ONCE, numbered.size()));
      pieces.add(() -> piece.stream().map(explain::of).toList());
    }
    Iterator<String> addresses = shown.keySet().iterator();
    Map<String, Explanation> explanations = new LinkedHashMap<>();
    for (List<Explanation> piece : workers().all(pieces)) {
      piece.forEach(explanation -> explanations.put(addresses.next(), explanation));
    }
    explanations.putAll(ListingText.explanations(findings));
    return explanations;
  }

  private Workers workers() {
    return new Workers(findings.settings().threads());
  }

  private String byline() {
    return "Casebook "
        + findings.version()
        + " · methods "
        + findings.settings().profile().word()
        + " · style "
        + journal.name()
        + " · "
        + Numbers.level(findings.settings().level())
        + "% confidence intervals";
  }

  private List<Imprint> imprint() {
    List<Imprint> imprint = new ArrayList<>();
    imprint.add(new Imprint("Made by", "Casebook " + findings.version()));
    imprint.add(new Imprint("Methods", "profile " + findings.settings().profile().word()));
    imprint.add(new Imprint("Style", journal.name()));
    imprint.add(new Imprint("Confidence level", Numbers.level(findings.settings().level()) + "%"));
    imprint.add(new Imprint("Seed", Long.toString(findings.settings().seed())));
    findings
        .settings()
        .day()
        .ifPresent(day -> imprint.add(new Imprint("Day of the run", day.toString())));
    imprint.add(
        new Imprint("Study", findings.study().file() + ", SHA-256 " + findings.study().sha256()));
    for (Findings.DataFile file : findings.data()) {
      String rows = numbers.count(file.rows()) + " rows, ";
      imprint.add(new Imprint("Data", file.file() + ", " + rows + "SHA-256 " + file.sha256()));
    }
    return imprint;
  }
}
