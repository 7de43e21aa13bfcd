// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A study as its file says it: read, named, and free of data.
///
/// @param file the study file: name, digest, lines
/// @param heading title, design, ethics, what the report should look like
/// @param data which files, and how they are written
/// @param dictionary the variables, their checks, their assays
/// @param selection who belongs, who is compared, how they were matched
/// @param limits reference limits
/// @param derived variables made from others, in the order in which they can be computed
/// @param clauses what others read: they stay clauses until who owns their keywords reads them
public record Study(
    Source file,
    Heading heading,
    DataFiles data,
    Dictionary dictionary,
    Selection selection,
    List<LimitRule> limits,
    List<Derived> derived,
    Clauses clauses) {

  public Study {
    limits = List.copyOf(limits);
    derived = List.copyOf(derived);
  }

  /// A study whose file holds analyses and no sections of others.
  public Study(
      Source file,
      Heading heading,
      DataFiles data,
      Dictionary dictionary,
      Selection selection,
      List<LimitRule> limits,
      List<Derived> derived,
      List<Clause> analyses) {
    this(
        file,
        heading,
        data,
        dictionary,
        selection,
        limits,
        derived,
        new Clauses(List.of(), analyses));
  }

  /// The same study with other data files.
  public Study with(DataFiles other) {
    return new Study(file, heading, other, dictionary, selection, limits, derived, clauses);
  }

  /// What the paper reports.
  public List<Clause> analyses() {
    return clauses.analyses();
  }

  /// The families of tests whose P values are adjusted together.
  public List<Family> families() {
    return clauses.families();
  }

  /// The section with that keyword, of those that the language itself does not read.
  public Optional<Clause> section(String keyword) {
    return clauses.sections().stream().filter(it -> it.keyword().equals(keyword)).findFirst();
  }

  /// Clauses that others read.
  ///
  /// @param sections sections of the file, in its order
  /// @param analyses what the paper reports
  /// @param families tests whose P values are adjusted together
  public record Clauses(List<Clause> sections, List<Clause> analyses, List<Family> families) {
    public Clauses {
      sections = List.copyOf(sections);
      analyses = List.copyOf(analyses);
      families = List.copyOf(families);
    }

    /// Clauses without families of tests.
    public Clauses(List<Clause> sections, List<Clause> analyses) {
      this(sections, analyses, List.of());
    }
  }

  /// What the values of a variable are, declared or derived; empty when there is no such variable.
  public Optional<Dictionary.Type> typeOf(String name) {
    return dictionary
        .find(name)
        .map(Dictionary.Variable::type)
        .or(() -> derived(name).map(Derived::type));
  }

  /// How a paper calls a variable, declared or derived; the name itself when there is none.
  public String labelOf(String name) {
    return dictionary
        .find(name)
        .map(Dictionary.Variable::label)
        .or(() -> derived(name).map(Derived::label))
        .orElse(name);
  }

  /// The derived variable with that name, if there is one.
  public Optional<Derived> derived(String name) {
    return derived.stream().filter(variable -> variable.name().equals(name)).findFirst();
  }

  /// The text that was read.
  ///
  /// @param name the file's name as the user gave it
  /// @param sha256 digest of its bytes
  /// @param lines its lines, for showing a place
  public record Source(String name, String sha256, List<String> lines) {
    public Source {
      lines = List.copyOf(lines);
    }
  }

  /// What stands at the top of the file.
  ///
  /// @param title the paper's title
  /// @param design `case-control`, `cohort`, `cross-sectional`, `single-arm` ...
  /// @param note a sentence that is shown wherever the data are (for reconstructed data); may be
  ///   empty
  /// @param report what the report looks like unless the command line says otherwise
  /// @param ethics who approved and how consent was given, as printed in the paper
  /// @param said the clauses of title and design, and what else the file says of how the study was
  ///   done: `setting`, `period`, `study size`, `funding`
  public record Heading(
      String title,
      String design,
      String note,
      ReportWishes report,
      List<Clause> ethics,
      List<Clause> said) {
    public Heading {
      ethics = List.copyOf(ethics);
      said = List.copyOf(said);
    }
  }

  /// `report: {journal, methods, level}`.
  public record ReportWishes(
      Optional<String> journal, Optional<String> methods, Optional<Double> level) {}

  /// `percentile`, `limit ... from`, `rounded to` for some variables.
  ///
  /// @param variable the measured variable
  /// @param percentile between 0 and 100, for a limit taken from the reference group
  /// @param group `controls`, `cases` or `all`
  /// @param fixed a limit that somebody else set (a kit), instead of the percentile
  /// @param fixedFrom where the fixed limit comes from, as printed
  /// @param roundedTo the limit is rounded to a multiple of this, such as 0.1; empty: not rounded
  /// @param at the place
  public record LimitRule(
      String variable,
      Optional<Double> percentile,
      String group,
      Optional<Double> fixed,
      String fixedFrom,
      Optional<BigDecimal> roundedTo,
      Span at) {}

  /// A variable made from others.
  ///
  /// @param name its name
  /// @param label how a paper calls it
  /// @param type what its values are: yes or no, or a number in some unit
  /// @param definition the expression; a truth gives a yes/no variable, a number a numeric one
  /// @param cohortWise whether it needs the cohort (limits, percentiles): evaluated after
  ///   eligibility
  /// @param at the place
  public record Derived(
      String name,
      String label,
      Dictionary.Type type,
      Expr definition,
      boolean cohortWise,
      Span at) {}

  /// Tests that answer one question together, so that their P values are adjusted together.
  ///
  /// @param name its name, as printed
  /// @param members each the address of an analysis or of one of its numbers
  /// @param method the word for how they are adjusted, such as `Holm`
  /// @param at its place
  public record Family(String name, List<Clause> members, String method, Span at) {
    public Family {
      members = List.copyOf(members);
    }
  }
}
