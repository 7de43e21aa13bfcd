// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.people;

import casebook.study.cohort.Cohort;
import casebook.study.cohort.Restriction;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.RowSet;
import casebook.study.finding.Rows;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Names;
import casebook.study.language.Study;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The persons that an analysis is about: `responders except 8`, `splenectomy is yes`, `all`.
///
/// A plural stands for the yes/no variable of that name: `responders` are those of whom `responder`
/// is yes. Single persons are left out by their id, with the reason in brackets where one is to be
/// printed: `responders except 8 (died in a course of 3 months), 11`.
///
/// @param who the condition as written; `all` for everybody
/// @param except the persons left out
/// @param words the whole as written
/// @param at its place
public record Chosen(Clause who, List<Except> except, String words, Span at) {
  /// What stands for everybody.
  public static final String ALL = "all";

  private static final Pattern EXCEPT = Pattern.compile("(.+?)\\s+except\\s+(.+)", Pattern.DOTALL);
  private static final Pattern PERSON = Pattern.compile("([^\\s,()]+)\\s*(?:\\(([^)]*)\\))?");

  public Chosen {
    except = List.copyOf(except);
  }

  /// A person left out.
  ///
  /// @param id as in the data
  /// @param reason as printed; empty: none was given
  public record Except(String id, String reason, Span at) {}

  /// Who was chosen, and why the others were not.
  public record People(RowSet rows, List<Rows.Out> out) {
    public People {
      out = List.copyOf(out);
    }
  }

  /// Reads the words of a clause.
  public static Chosen read(Clause clause) {
    Matcher split = EXCEPT.matcher(clause.words());
    if (!split.matches()) {
      return new Chosen(clause, List.of(), clause.words(), clause.wordsAt());
    }
    List<Except> except = new ArrayList<>();
    Matcher person = PERSON.matcher(split.group(2));
    while (person.find()) {
      String reason = Optional.ofNullable(person.group(2)).orElse("");
      Span at = clause.part(split.start(2) + person.start(1), person.group(1).length());
      except.add(new Except(person.group(1), reason.strip(), at));
    }
    Clause who = clause.words(0, split.end(1));
    return new Chosen(who, except, clause.words(), clause.wordsAt());
  }

  /// What is wrong with it in the light of the study.
  public List<Problem> check(Study study) {
    return who.words().equals(ALL)
        ? List.of()
        : ExprText.truth(condition(study), Names.of(study)).problems();
  }

  /// The chosen persons of a cohort.
  ///
  /// @param cohort of a study for which `check` found nothing
  public People people(Cohort cohort) {
    List<Rows.Out> out = new ArrayList<>();
    RowSet rows = cohort.rows();
    if (!who.words().equals(ALL)) {
      Restriction restriction =
          Restriction.of(
              cohort,
              ExprText.truth(condition(cohort.study()), Names.of(cohort.study())).orThrow(),
              condition(cohort.study()).words(),
              rows);
      restriction
          .left()
          .forEach(left -> out.add(new Rows.Out(who.words() + ": " + left.reason(), left.count())));
      rows = restriction.kept();
      RowSet kept = rows;
      rows = plural(cohort.study()).map(name -> asked(cohort, name, kept)).orElse(kept);
      if (rows.size() < kept.size()) {
        out.add(new Rows.Out(who.words() + ": does not apply", kept.size() - rows.size()));
      }
    }
    Column.Text ids = ids(cohort);
    for (Except left : except) {
      RowSet before = rows;
      rows = rows.where(row -> !ids.value(row).equals(left.id()));
      if (rows.size() < before.size()) {
        out.add(new Rows.Out(reason(left), before.size() - rows.size()));
      }
    }
    return new People(rows, out);
  }

  /// Persons who are left out by an id that nobody has.
  public List<Except> strangers(Cohort cohort) {
    Column.Text ids = ids(cohort);
    return except.stream()
        .filter(
            it -> IntStream.range(0, ids.size()).noneMatch(row -> ids.value(row).equals(it.id())))
        .toList();
  }

  private static Column.Text ids(Cohort cohort) {
    return (Column.Text) cohort.table().column(cohort.study().data().subject());
  }

  /// Those of whom the variable was asked: who cannot be a responder is not among the responders.
  private static RowSet asked(Cohort cohort, String name, RowSet rows) {
    Column column = cohort.table().column(name);
    return rows.where(row -> column.presence(row) != Presence.NOT_APPLICABLE);
  }

  /// Who is meant, as a footnote says it; empty for everybody.
  public Optional<String> note() {
    if (words.equals(ALL)) {
      return Optional.empty();
    }
    List<String> left = except.stream().map(Chosen::reason).toList();
    return Optional.of(
        "Of: "
            + who.words()
            + (left.isEmpty() ? "" : "; without " + String.join("; without ", left))
            + ".");
  }

  private static String reason(Except left) {
    return left.id()
        + (left.reason().isEmpty() ? ", no reason declared" : " (" + left.reason() + ")");
  }

  /// The condition, with a plural written out.
  private Clause condition(Study study) {
    return plural(study).map(name -> written(name + " is yes")).orElse(who);
  }

  /// The yes/no variable that the words name, in the singular or the plural.
  private Optional<String> plural(Study study) {
    String word = who.words().strip();
    return Stream.of(word, word.replaceAll("s$", "")).filter(it -> isYesNo(study, it)).findFirst();
  }

  private static boolean isYesNo(Study study, String name) {
    return study.typeOf(name).filter(Dictionary.Type.YesNo.class::isInstance).isPresent();
  }

  private Clause written(String expression) {
    return new Clause(who.keyword(), expression, who.shape(), List.of(), who.at(), who.wordsAt());
  }
}
