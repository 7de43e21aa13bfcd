// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Field;
import casebook.study.language.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the manual page says of a keyword, in Markdown, written from its form.
public final class ManualText {
  private ManualText() {}

  /// A heading, the summary, a table with one row an entry, and the example.
  ///
  /// @param before what stands before the keyword in the heading, such as `Analysis `
  public static String of(Form<?> form, String before) {
    StringBuilder text = new StringBuilder();
    text.append("\n### ").append(before).append('`').append(form.keyword()).append("`\n\n");
    text.append(form.summary()).append("\n\n");
    text.append("| key | value | when absent | what | example |\n|---|---|---|---|---|\n");
    rows(form.fields(), "", text);
    text.append("\n```yaml\n").append(form.example().strip()).append("\n```\n");
    return text.toString();
  }

  private static void rows(List<Field> fields, String above, StringBuilder text) {
    for (Field field : fields) {
      String absent = field.required() ? "required" : cell(field.fallback());
      List<String> cells =
          List.of(
              "`" + above + field.name() + "`",
              cell(value(field)),
              absent.isEmpty() ? "–" : absent,
              cell(field.summary()),
              field.example().isEmpty() ? "" : "`" + cell(field.example()) + "`");
      text.append("| ").append(String.join(" | ", cells)).append(" |\n");
      rows(field.entries(), above + field.name() + " › ", text);
    }
  }

  private static String value(Field field) {
    List<String> words = new ArrayList<>(field.words());
    words.replaceAll(word -> "`" + word + "`");
    String kind = field.kind().name().toLowerCase(Locale.ROOT).replace("yes_no", "yes or no");
    return words.isEmpty() ? kind : String.join(", ", words);
  }

  private static String cell(String text) {
    return text.strip().replace("|", "\\|").replace("\n", " ");
  }
}
