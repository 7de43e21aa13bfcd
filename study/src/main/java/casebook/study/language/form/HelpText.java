// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Form;
import casebook.study.language.Vocabulary;
import casebook.study.problem.Checked;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a keyword of the study file says, written from its form.
public final class HelpText {
  private static final int COLUMN = 26;

  private final StringBuilder text = new StringBuilder();

  private HelpText() {}

  /// All keywords, one a line.
  ///
  /// @param vocabulary what a file may hold beside the sections of the language
  public static String all(Vocabulary vocabulary) {
    HelpText help = new HelpText();
    help.text.append("A study file may hold:\n");
    sections(vocabulary).forEach(form -> help.row(1, form.keyword(), form.summary()));
    help.text.append("\nIts analyses:\n");
    vocabulary.analyses().forEach(form -> help.row(1, form.keyword(), form.summary()));
    help.text.append("\n`casebook help KEYWORD` says what may stand below a keyword.\n");
    return help.text.toString();
  }

  /// The help on one keyword: a section, an analysis, or an entry of either. When there is no such
  /// keyword, the problem names the nearest.
  ///
  /// @param keyword as written in a study file
  /// @param vocabulary what a file may hold beside the sections of the language
  public static Checked<String> of(String keyword, Vocabulary vocabulary) {
    List<Form<?>> forms = new ArrayList<>(sections(vocabulary));
    forms.addAll(vocabulary.analyses());
    Optional<Form<?>> form = forms.stream().filter(it -> it.keyword().equals(keyword)).findFirst();
    if (form.isPresent()) {
      return Checked.of(new HelpText().section(form.get()));
    }
    HelpText help = new HelpText();
    forms.forEach(it -> help.entries(keyword, it.keyword(), it.fields()));
    return help.text.isEmpty()
        ? Checked.none(List.of(unknown(keyword, forms)))
        : Checked.of(help.text.toString());
  }

  private static List<Form<?>> sections(Vocabulary vocabulary) {
    List<Form<?>> forms = new ArrayList<>(StudyForms.ALL);
    vocabulary.sections().forEach(section -> forms.add(section.form()));
    return forms;
  }

  private static Problem unknown(String keyword, List<Form<?>> forms) {
    Set<String> words = new TreeSet<>();
    forms.forEach(form -> words.add(form.keyword()));
    forms.forEach(form -> names(form.fields(), words));
    String nearest = NearestWord.question(keyword, words);
    return Problem.error(
        Entries.UNKNOWN_KEYWORD,
        Span.ofFile("help"),
        "There is no keyword `" + keyword + "`.",
        nearest.isEmpty() ? "`casebook help` lists all keywords." : nearest);
  }

  private static void names(List<Field> fields, Set<String> words) {
    for (Field field : fields) {
      if (!field.named()) {
        words.add(field.name());
      }
      names(field.entries(), words);
    }
  }

  /// The entries of that name, wherever they stand.
  private void entries(String keyword, String place, List<Field> fields) {
    for (Field field : fields) {
      if (field.name().equals(keyword)) {
        text.append(text.isEmpty() ? "" : "\n").append(keyword).append(" in `").append(place);
        text.append("`\n  ").append(field.summary()).append(detail(field)).append('\n');
        text.append("  Example: ")
            .append(keyword)
            .append(": ")
            .append(field.example())
            .append('\n');
        fields(2, field.entries());
      }
      entries(keyword, place, field.entries());
    }
  }

  private String section(Form<?> form) {
    text.append(form.keyword()).append("\n  ").append(form.summary()).append("\n");
    boolean line =
        form.fields().size() == 1 && form.fields().getFirst().name().equals(form.keyword());
    if (line) {
      String detail = detail(form.fields().getFirst()).strip();
      text.append(detail.isEmpty() ? "" : "  " + detail + "\n");
    } else {
      text.append('\n');
      fields(1, form.fields());
    }
    text.append("\nExample\n");
    form.example().strip().lines().forEach(it -> text.append("  ").append(it).append('\n'));
    return text.toString();
  }

  private void fields(int depth, List<Field> fields) {
    for (Field field : fields) {
      row(depth, field.name(), field.summary() + detail(field));
      fields(depth + 1, field.entries());
    }
  }

  private void row(int depth, String name, String what) {
    String left = "  ".repeat(depth) + name;
    text.append(left).append(" ".repeat(Math.max(2, COLUMN - left.length())));
    text.append(what).append('\n');
  }

  private static String detail(Field field) {
    List<String> parts = new ArrayList<>();
    if (field.required()) {
      parts.add("required");
    }
    if (!field.words().isEmpty()) {
      parts.add(String.join(", ", field.words()));
    }
    if (!field.fallback().isEmpty()) {
      parts.add("otherwise " + field.fallback());
    }
    return parts.isEmpty() ? "" : " (" + String.join("; ", parts) + ")";
  }
}
