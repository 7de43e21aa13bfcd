// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The entries of one clause, read by its declared fields: unknown keys, missing entries and values
/// of the wrong kind become problems, and only declared fields can be asked for.
public final class Entries {
  /// The code of a word that is none of those allowed.
  public static final String UNKNOWN_WORD = "study/unknown-word";

  /// The code of a key that does not belong where it stands.
  public static final String UNKNOWN_KEYWORD = "study/unknown-keyword";

  /// The code of an entry that must be there and is not.
  public static final String MISSING_ENTRY = "study/missing-entry";

  private final Clause clause;
  private final List<Field> fields;
  private final Problems problems;

  private Entries(Clause clause, List<Field> fields, Problems problems) {
    this.clause = clause;
    this.fields = List.copyOf(fields);
    this.problems = problems;
  }

  /// Reads the entries below a clause, and says which are unknown or missing.
  ///
  /// @param clause its children are the entries
  /// @param fields what may stand there
  /// @param problems takes what is wrong
  public static Entries of(Clause clause, List<Field> fields, Problems problems) {
    Entries entries = new Entries(clause, fields, problems);
    if (clause.shape() == Clause.Shape.MAP) {
      clause.children().forEach(entries::known);
    } else if (clause.shape() != Clause.Shape.EMPTY) {
      problems.error(
          Words.WRONG_SHAPE,
          clause.wordsAt(),
          "`" + clause.keyword() + "` needs entries, not a " + shape(clause) + ".",
          entries.allowed());
    }
    boolean readable = clause.shape() == Clause.Shape.MAP || clause.shape() == Clause.Shape.EMPTY;
    if (readable) {
      fields.stream().filter(Field::required).forEach(entries::present);
    }
    return entries;
  }

  private static String shape(Clause clause) {
    return clause.shape() == Clause.Shape.LIST ? "list" : "single value";
  }

  private void known(Clause child) {
    boolean named = fields.stream().anyMatch(Field::named);
    if (named || find(child.keyword()).isPresent()) {
      return;
    }
    List<String> words = fields.stream().map(Field::name).toList();
    String nearest = NearestWord.question(child.keyword(), words);
    problems.error(
        UNKNOWN_KEYWORD,
        child.at(),
        "There is no keyword `" + child.keyword() + "` " + place() + ".",
        nearest.isEmpty() ? allowed() : nearest);
  }

  private String place() {
    return clause.keyword().isEmpty() ? "here" : "in `" + clause.keyword() + "`";
  }

  private String allowed() {
    String whole = clause.keyword().isEmpty() ? "A study file may hold: " : "It may hold: ";
    return whole + String.join(", ", fields.stream().map(Field::name).toList()) + ".";
  }

  private void present(Field field) {
    boolean there =
        field.named() ? !clause.children().isEmpty() : clause.child(field.name()).isPresent();
    if (!there) {
      problems.error(
          MISSING_ENTRY,
          clause.at(),
          field.named()
              ? "Nothing stands in `" + clause.keyword() + "`."
              : "`" + field.name() + "` is missing " + place() + ".",
          "Write, for example, "
              + (field.named() ? "" : "`" + field.name() + ": ")
              + field.example()
              + (field.named() ? "." : "`."));
    }
  }

  /// The clause of a declared field, if it stands there.
  public Optional<Clause> clause(String name) {
    declared(name);
    return clause.child(name);
  }

  /// The entries whose names the user chose.
  public List<Clause> named() {
    if (fields.stream().noneMatch(Field::named)) {
      throw new IllegalArgumentException("no field of " + clause.keyword() + " has a free name");
    }
    return clause.shape() != Clause.Shape.MAP
        ? List.of()
        : clause.children().stream().filter(child -> find(child.keyword()).isEmpty()).toList();
  }

  /// The text of a field.
  public Optional<String> text(String name) {
    return clause(name).filter(it -> Words.single(it, "text", problems)).map(Clause::words);
  }

  /// The word of a field, one of its declared words.
  public Optional<String> word(String name) {
    Field field = declared(name);
    return clause(name)
        .filter(it -> Words.single(it, "one of " + String.join(", ", field.words()), problems))
        .filter(it -> allowed(it, field))
        .map(Clause::words);
  }

  private boolean allowed(Clause value, Field field) {
    if (field.words().contains(value.words())) {
      return true;
    }
    String nearest = NearestWord.question(value.words(), field.words());
    problems.error(
        UNKNOWN_WORD,
        value.wordsAt(),
        "`" + value.words() + "` cannot be said for `" + field.name() + "`.",
        nearest.isEmpty() ? "It is one of: " + String.join(", ", field.words()) + "." : nearest);
    return false;
  }

  /// The number of a field.
  public Optional<BigDecimal> number(String name) {
    return clause(name).flatMap(it -> Words.number(it, problems));
  }

  /// Whether a field says yes; `otherwise` when it is absent or unreadable.
  public boolean yes(String name, boolean otherwise) {
    return clause(name).flatMap(it -> Words.yesNo(it, problems)).orElse(otherwise);
  }

  /// The day of a field.
  public Optional<LocalDate> date(String name) {
    return clause(name).flatMap(it -> Words.date(it, problems));
  }

  /// The names of a field, each with its place; none when it is absent.
  public List<Clause> names(String name) {
    return clause(name).map(it -> Words.names(it, problems)).orElse(List.of());
  }

  /// The items of a field, each with its place; none when it is absent.
  public List<Clause> items(String name) {
    return clause(name).map(it -> Words.items(it, problems)).orElse(List.of());
  }

  /// The place of the whole clause.
  public Span at() {
    return clause.at();
  }

  private Optional<Field> find(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private Field declared(String name) {
    return find(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "`" + name + "` is not declared in the form of `" + clause.keyword() + "`"));
  }
}
