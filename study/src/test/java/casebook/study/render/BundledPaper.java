// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.analysis.Analyses;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.render.Renderer.OutputFile;
import casebook.study.run.StudyRun;
import casebook.study.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The paper of a bundled study in every format, as a run writes it.
///
/// @param files by path
record BundledPaper(Map<String, byte[]> files) {
  private static final Map<String, BundledPaper> MADE = new ConcurrentHashMap<>();

  /// The paper of a study, made once.
  static BundledPaper of(String study) {
    return MADE.computeIfAbsent(study, name -> made(name, 1));
  }

  /// The paper of a study, made anew.
  static BundledPaper made(String study, int threads) {
    Path folder = Path.of("..", "studies", study);
    StudyRun run = new StudyRun(Analyses.ALL, Renderers.with(Renderers.FURTHER), "test");
    Profile profile = study.equals("anti-protein-s") ? Profile.SPSS14 : Profile.CASEBOOK;
    Settings settings = new Settings(profile, "plain", 0.95, 1, threads, Optional.empty());
    try {
      byte[] text = Files.readAllBytes(folder.resolve("study.yaml"));
      Study read = run.read("study.yaml", text).orThrow();
      Cohort cohort =
          run.cohort(read, Sources.read(folder, read.data(), read.dictionary()), settings)
              .orThrow();
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (OutputFile file : run.paper(cohort, List.of(), settings).files()) {
        files.put(file.path(), file.bytes());
      }
      return new BundledPaper(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of the paper.
  byte[] file(String path) {
    return Objects.requireNonNull(files.get(path), path);
  }

  /// A file of the paper as text.
  String text(String path) {
    return new String(file(path), StandardCharsets.UTF_8);
  }

  /// The tables of the page: for each, its rows, the head first, each place as printed with its
  /// marks.
  List<List<List<String>>> tables() {
    return HtmlTables.of(text("report.html"));
  }

  /// The rows of the tables whose numbers, with their marks, do not stand side by side in a text
  /// that was read back from pages. White space does not count: pages raise their marks.
  List<String> rowsNotIn(String text) {
    String squeezed = text.replaceAll("\\s", "");
    return tables().stream()
        .flatMap(table -> table.stream().skip(1))
        .map(row -> String.join("", row.subList(1, row.size())).replaceAll("\\s", ""))
        .filter(row -> !squeezed.contains(row))
        .toList();
  }
}
