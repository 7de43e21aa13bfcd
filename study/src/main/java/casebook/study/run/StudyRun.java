// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import casebook.study.analysis.Analyses;
import casebook.study.analysis.Analysis;
import casebook.study.analysis.Asked;
import casebook.study.analysis.CohortFindings;
import casebook.study.analysis.family.Families;
import casebook.study.check.Checks;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.data.Table;
import casebook.study.finding.Finding;
import casebook.study.finding.Findings;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.language.Section;
import casebook.study.language.Study;
import casebook.study.language.Vocabulary;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.render.FindingsJson;
import casebook.study.render.Renderer;
import casebook.study.render.Renderer.OutputFile;
import casebook.study.report.Document;
import casebook.study.report.Report;
import casebook.study.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The natural way: study file, study, table, cohort, findings, paper. Each stage is called here,
/// in order, and none of its logic is here.
///
/// @param analyses what a study can ask for
/// @param renderers the formats of the paper
/// @param version the version of Casebook, as printed
/// @param sections what a study file may hold beside the sections of the language
public record StudyRun(
    List<Analysis<?>> analyses, List<Renderer> renderers, String version, List<Section> sections) {
  /// Without sections of others.
  public StudyRun(List<Analysis<?>> analyses, List<Renderer> renderers, String version) {
    this(analyses, renderers, version, List.of());
  }

  public StudyRun {
    sections = List.copyOf(sections);
    analyses = List.copyOf(analyses);
    renderers = List.copyOf(renderers);
  }

  /// The same run with other formats of the paper.
  public StudyRun withRenderers(List<Renderer> formats) {
    return new StudyRun(analyses, formats, version, sections);
  }

  /// The same run with other analyses, such as those that know what happened to each person.
  public StudyRun withAnalyses(List<Analysis<?>> others) {
    return new StudyRun(others, renderers, version, sections);
  }

  /// Reads and checks a study file, without data.
  ///
  /// @param name the file's name, as problems and results show it
  /// @param bytes its content
  public Checked<Study> read(String name, byte[] bytes) {
    Problems problems = new Problems();
    Optional<Study> study =
        problems.take(
            StudyReader.read(name, bytes, new Vocabulary(sections, Analyses.forms(analyses))));
    if (study.isEmpty()) {
      return Checked.none(problems.list());
    }
    Checks.ALL.forEach(check -> check.check(study.get()).forEach(problems::add));
    Analyses.check(study.get(), analyses).forEach(problems::add);
    sections.forEach(section -> section.check(study.get()).forEach(problems::add));
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(study.get());
  }

  /// Says who belongs.
  ///
  /// @param table the data as they were read
  public Checked<Cohort> cohort(Study study, Checked<Table> table, Settings settings) {
    Problems problems = new Problems();
    Optional<Table> read = problems.take(table);
    if (read.isEmpty() || problems.hasErrors()) {
      return Checked.none(problems.list());
    }
    CohortBuilder standard = percentiles(settings.profile());
    CohortBuilder builder = settings.day().map(standard::withDay).orElse(standard);
    Optional<Cohort> cohort = problems.take(builder.build(study, read.get()));
    return new Checked<>(cohort, problems.list());
  }

  /// Computes what the study asks for and writes the paper.
  ///
  /// @param cohort who belongs
  /// @param remarks warnings and notes on study and data so far, for the report
  public StudyResult paper(Cohort cohort, List<Problem> remarks, Settings settings) {
    Workers workers = new Workers(settings.threads());
    Supplier<List<OutputFile>> people =
        workers.begin(() -> CohortFiles.of(cohort, settings.level()));
    List<Finding> findings = findings(cohort, settings);
    if (otherLimits(cohort, settings)) {
      Cohort own = percentiles(Profile.CASEBOOK).again(cohort);
      List<Finding> casebook = findings(own, settings.withProfile(Profile.CASEBOOK));
      findings = findings.stream().map(InProfileCasebook.of(casebook)::beside).toList();
    }
    Findings all = Gathered.of(version, cohort, settings, findings, remarks);
    Supplier<OutputFile> json = workers.begin(() -> FindingsJson.write(all));
    Document paper = Report.of(all);
    List<Supplier<List<OutputFile>>> files = new ArrayList<>();
    renderers.forEach(renderer -> files.add(() -> renderer.render(paper, workers)));
    List<OutputFile> written = new ArrayList<>(flat(workers.all(files)));
    written.add(json.get());
    written.addAll(people.get());
    return new StudyResult(all, written);
  }

  private static <T> List<T> flat(List<List<T>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }

  private static CohortBuilder percentiles(Profile profile) {
    return CohortBuilder.standard().withQuantileType(profile.percentileType());
  }

  /// Whether profile `casebook` would put other limits to these persons.
  private static boolean otherLimits(Cohort cohort, Settings settings) {
    return settings.profile().percentileType() != Profile.CASEBOOK.percentileType()
        && cohort.limits().stream().anyMatch(limit -> limit.rule().percentile().isPresent());
  }

  private List<Finding> findings(Cohort cohort, Settings settings) {
    Workers workers = new Workers(settings.threads());
    Supplier<List<Finding>> people =
        workers.begin(() -> CohortFindings.of(cohort, settings.level()));
    List<Supplier<List<Finding>>> questions = new ArrayList<>();
    List<Asked<?>> all = Analyses.asked(cohort.study(), analyses);
    for (Asked<?> asked : all) {
      questions.add(() -> asked.run(cohort, settings));
    }
    List<List<Finding>> answers = new ArrayList<>(workers.all(questions));
    answers.addFirst(people.get());
    List<Finding> findings = flat(answers);
    return Families.beside(cohort.study(), all.stream().map(Asked::address).toList(), findings);
  }
}
