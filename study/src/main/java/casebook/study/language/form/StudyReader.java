// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.DataFiles;
import casebook.study.language.Dictionary;
import casebook.study.language.Entries;
import casebook.study.language.Expr;
import casebook.study.language.Form;
import casebook.study.language.Names;
import casebook.study.language.Selection;
import casebook.study.language.Study;
import casebook.study.language.Vocabulary;
import casebook.study.language.expression.ExprText;
import casebook.study.language.text.StudyText;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a study file: from bytes to a study, with all problems at once.
public final class StudyReader {
  private final StudyText.Text text;
  private final Vocabulary vocabulary;
  private final Problems problems = new Problems();
  private final Entries top;

  private StudyReader(StudyText.Text text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.top = Entries.of(text.root(), StudyForms.sections(vocabulary.sections()), problems);
  }

  /// Reads a study file.
  ///
  /// @param file the file; its name as given stands in problems
  /// @param analyses the forms of the analyses that a study may ask for
  public static Checked<Study> read(Path file, List<Form<?>> analyses) {
    Checked<byte[]> bytes = StudyText.bytes(file);
    return bytes.value().isEmpty()
        ? Checked.none(bytes.problems())
        : read(file.toString(), bytes.value().get(), Vocabulary.of(analyses));
  }

  /// Reads the bytes of a study file. Analysis clauses stay clauses; their own forms have read them
  /// once, so that their problems are among those returned. There is no study when anything is an
  /// error.
  ///
  /// @param name the name of the file, as problems show it
  /// @param bytes its content
  /// @param analyses the forms of the analyses that a study may ask for
  public static Checked<Study> read(String name, byte[] bytes, List<Form<?>> analyses) {
    return read(name, bytes, Vocabulary.of(analyses));
  }

  /// The same, with sections that others read. These too stay clauses that their forms have read
  /// once.
  ///
  /// @param vocabulary what the file may hold beside the sections of the language
  public static Checked<Study> read(String name, byte[] bytes, Vocabulary vocabulary) {
    Problems all = new Problems();
    Optional<StudyText.Text> text = all.take(StudyText.read(name, bytes));
    if (text.isEmpty()) {
      return Checked.none(all.list());
    }
    StudyReader reader = new StudyReader(text.get(), vocabulary);
    Study study = reader.study();
    for (Problem problem : reader.problems.list()) {
      if (!text.get().mended().contains(problem.at().line())) {
        all.add(problem);
      }
    }
    return all.hasErrors() ? Checked.none(all.list()) : all.with(study);
  }

  private Study study() {
    top.word("casebook");
    List<Dictionary.Variable> variables = section("variables", VariableForm.VARIABLES, List.of());
    List<Dictionary.Assay> assays = section("assays", AssayForm.ASSAYS, List.of());
    variables = CycleVariables.added(variables, assays);
    OtherSections others = OtherSections.read(vocabulary.sections(), top, problems);
    List<Dictionary.Variable> brought = others.brought(variables);
    Names declared = Names.of(new Dictionary(variables, List.of(), assays, List.of(), brought));
    Names measured = declared.with(CycleVariables.genes(variables));
    top.clause("assays").ifPresent(it -> AssayForm.known(it, measured, problems));
    List<Study.LimitRule> limits =
        top.clause("reference limits")
            .map(it -> LimitForm.read(it, declared, problems))
            .orElse(List.of());
    Names limited =
        declared.withLimits(
            limits.stream().map(Study.LimitRule::variable).collect(Collectors.toSet()));
    DerivedForm.Result derived =
        top.clause("derived")
            .map(it -> DerivedForm.read(it, limited, problems))
            .orElse(new DerivedForm.Result(List.of(), limited));
    List<Dictionary.CrossCheck> checks =
        top.clause("checks")
            .map(it -> ChecksForm.read(it, derived.names(), problems))
            .orElse(List.of());
    Moments moments = new Moments(others.measures(), derived.names());
    Selection selection = selection(moments);
    List<Clause> analyses =
        new AnalysisClauses(vocabulary.analyses(), problems).read(top.clause("analyses"));
    List<Dictionary.Variable> known = Stream.concat(variables.stream(), brought.stream()).toList();
    List<Study.Derived> all =
        Stream.concat(
                derived.derived().stream(),
                Phrases.read(analyses, known, moments, problems).stream())
            .toList();
    return new Study(
        text.source(),
        heading(),
        data(),
        new Dictionary(variables, checks, assays, moments.used(), brought),
        selection,
        limits,
        all,
        new Study.Clauses(
            others.clauses(),
            analyses,
            top.clause(FamiliesForm.KEYWORD)
                .map(it -> FamiliesForm.read(it, problems))
                .orElse(List.of())));
  }

  private <T> T section(String keyword, Form<T> form, T otherwise) {
    return top.clause(keyword)
        .flatMap(it -> problems.take(form.reader().apply(it)))
        .orElse(otherwise);
  }

  private Study.Heading heading() {
    Study.ReportWishes none =
        new Study.ReportWishes(Optional.empty(), Optional.empty(), Optional.empty());
    return new Study.Heading(
        top.text("title").orElse(""),
        top.word("design").orElse(""),
        top.text("note").orElse(""),
        section("report", HeadingForm.REPORT, none),
        section("ethics", HeadingForm.ETHICS, List.of()),
        said());
  }

  /// What stands in lines of its own, and what is said of genotyping.
  private List<Clause> said() {
    Stream<Clause> lines =
        StudyForms.SAID.stream()
            .filter(keyword -> top.text(keyword).isPresent())
            .flatMap(keyword -> top.clause(keyword).stream());
    List<Clause> genotyping =
        section(HeadingForm.GENOTYPING_KEYWORD, HeadingForm.GENOTYPING, List.of());
    return Stream.concat(lines, genotyping.stream()).toList();
  }

  private DataFiles data() {
    String subject = top.text("subject").orElse("");
    DataFiles none =
        new DataFiles(
            "",
            Optional.empty(),
            subject,
            DataFiles.Writing.standard(),
            DataFiles.Duplicates.REFUSE,
            Optional.empty(),
            text.root().at());
    DataFiles read = section("data", DataForm.DATA, none);
    return new DataFiles(
        read.file(),
        read.sheet(),
        subject,
        read.writing(),
        read.duplicates(),
        read.asOf(),
        read.further(),
        read.at());
  }

  private Selection selection(Moments moments) {
    Names names = moments.names();
    Optional<Expr> cases = condition("cases", names);
    Optional<Expr> controls = condition("controls", names);
    List<SelectionForm.Written> criteria =
        section("eligibility", SelectionForm.ELIGIBILITY, List.of());
    return new Selection(
        cases,
        controls,
        SelectionForm.read(criteria, moments, problems),
        top.clause("matching").flatMap(it -> MatchingForm.read(it, names, problems)));
  }

  private Optional<Expr> condition(String keyword, Names names) {
    return top.clause(keyword).flatMap(it -> problems.take(ExprText.truth(it, names)));
  }
}
