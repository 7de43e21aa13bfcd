// SPDX-License-Identifier: Apache-2.0
package casebook.study.draft;

import casebook.study.data.Sheet;
import casebook.study.draft.Guess.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Writes a first study file for a table: every column with a guessed type, every guess marked.
public final class StudyDraft {
  private final Sheet sheet;
  private final List<Guess> guesses = new ArrayList<>();

  private StudyDraft(Sheet sheet) {
    this.sheet = sheet;
    Set<String> taken = new TreeSet<>();
    for (int i = 0; i < sheet.header().size(); i++) {
      Guess guess = Guess.of(sheet.header().get(i), sheet.column(i), taken);
      taken.add(guess.name());
      guesses.add(guess);
    }
  }

  /// The text of the study file. `casebook check` finds no error in it.
  public static String of(Sheet sheet) {
    return new StudyDraft(sheet).text();
  }

  private String text() {
    Guess subject = subject();
    StringBuilder text = new StringBuilder();
    text.append("# A first study file for ").append(sheet.file()).append(".\n");
    text.append(
        "# Lines that end in a comment are guesses: look at each, mend it, delete the comment.\n");
    text.append("casebook: 1\n");
    text.append("title: Title of the study                 # write the paper's title\n");
    text.append("design: ")
        .append(group().isPresent() ? "case-control" : "cross-sectional")
        .append("   # guess\n");
    text.append(dataLine()).append('\n');
    text.append("subject: ").append(subject.name()).append("   # guess: one row a person\n");
    text.append("\nvariables:\n");
    for (Guess guess : guesses) {
      text.append(variable(guess));
    }
    group().ifPresent(group -> text.append(groups(group)));
    text.append("\nanalyses:\n  - characteristics: [")
        .append(String.join(", ", described(subject)))
        .append("]\n");
    group().ifPresent(group -> text.append("    by: ").append(group.name()).append('\n'));
    return text.toString();
  }

  private String dataLine() {
    Set<String> missing = new TreeSet<>();
    boolean slashes = false;
    for (int i = 0; i < guesses.size(); i++) {
      for (String cell : sheet.column(i)) {
        if (Guess.MISSING.contains(cell.strip())) {
          missing.add(cell.strip());
        }
      }
      slashes |= guesses.get(i).kind() == Kind.DATE && guesses.get(i).doubt().contains("order");
    }
    List<String> keys = new ArrayList<>(List.of("file: " + quoted(sheet.file())));
    if (sheet.separator() != ',') {
      keys.add(
          "separator: " + (sheet.separator() == '\t' ? "tab" : "\"" + sheet.separator() + "\""));
    }
    if (decimalComma()) {
      keys.add("decimal: \",\"");
    }
    if (!missing.isEmpty()) {
      keys.add(
          "missing: ["
              + String.join(", ", missing.stream().map(StudyDraft::quoted).toList())
              + "]");
    }
    if (sheet.byteOrderMark()) {
      keys.add("spaces: trim");
    }
    if (slashes) {
      keys.add("dates: day/month/year");
    }
    return "data: {" + String.join(", ", keys) + "}" + (keys.size() > 1 ? "   # guess" : "");
  }

  private boolean decimalComma() {
    for (int i = 0; i < guesses.size(); i++) {
      if (guesses.get(i).kind() == Kind.NUMBER
          && sheet.column(i).stream().anyMatch(cell -> cell.matches("-?[0-9]+,[0-9]+"))) {
        return true;
      }
    }
    return false;
  }

  private Guess subject() {
    return guesses.stream()
        .filter(guess -> guess.kind() == Kind.ID)
        .findFirst()
        .orElse(guesses.getFirst());
  }

  private Optional<Guess> group() {
    return guesses.stream().filter(Guess::looksLikeGroup).findFirst();
  }

  private String variable(Guess guess) {
    List<String> keys = new ArrayList<>();
    switch (guess.kind()) {
      case NUMBER -> keys.add("is: number");
      case YES_NO -> keys.add("is: yes/no");
      case DATE -> keys.add("is: date");
      case ID, TEXT, EMPTY -> keys.add("is: text");
      case GENOTYPE -> {
        keys.add("is: genotype");
        keys.add("alleles: " + String.join(">", guess.values()));
      }
      case LEVELS -> keys.add("levels: " + list(guess.values()));
      case CODES ->
          keys.add(
              "codes: {"
                  + String.join(
                      ", ",
                      guess.values().stream()
                          .map(v -> v + ": " + guess.levelFor(v).orElse(v))
                          .toList())
                  + "}");
    }
    if (!guess.unit().isEmpty()) {
      keys.add("unit: " + guess.unit());
    }
    if (!guess.name().equals(guess.header())) {
      keys.add("column: " + quoted(guess.header()));
    }
    String comment = guess.doubt().isEmpty() ? "" : "   # " + guess.doubt();
    return "  " + guess.name() + ": {" + String.join(", ", keys) + "}" + comment + "\n";
  }

  private static String groups(Guess group) {
    String control = group.levelFor(group.values().getFirst()).orElseThrow();
    String other = group.levelFor(group.values().getLast()).orElseThrow();
    return "\ncases: "
        + group.name()
        + " is "
        + quotedWord(other)
        + "   # guess\ncontrols: "
        + group.name()
        + " is "
        + quotedWord(control)
        + "   # guess\n";
  }

  private List<String> described(Guess subject) {
    Set<Kind> told = Set.of(Kind.NUMBER, Kind.YES_NO, Kind.CODES, Kind.LEVELS, Kind.GENOTYPE);
    return guesses.stream()
        .filter(guess ->
            !guess.equals(subject) && !guess.looksLikeGroup() && told.contains(guess.kind()))
        .map(Guess::name)
        .toList();
  }

  private static String list(List<String> values) {
    return "[" + String.join(", ", values.stream().map(StudyDraft::quoted).toList()) + "]";
  }

  /// A word as YAML, in quotes unless it is plainly a word.
  private static String quoted(String word) {
    return word.matches("[A-Za-z][A-Za-z0-9_./-]*")
        ? word
        : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /// A level inside an expression; the whole value is quoted when the level needs quotes.
  private static String quotedWord(String word) {
    return word.matches("[A-Za-z][A-Za-z0-9_-]*") ? word : "'\"" + word + "\"'";
  }
}
