// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes the JSON Schema of a study file from its forms, so that an editor completes keywords and
/// underlines misspelt ones. The schema knows keys and words; expressions, names and units are
/// checked by `casebook check`.
///
/// Source: JSON Schema, draft 2020-12.
public final class JsonSchema {
  private JsonSchema() {}

  /// The text of the schema.
  ///
  /// @param vocabulary what a file may hold beside the sections of the language
  public static String of(Vocabulary vocabulary) {
    List<Field> sections = StudyForms.sections(vocabulary.sections());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Casebook study file");
    root.putAll(object(sections));
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field section : sections) {
      boolean list = section.name().equals("analyses");
      properties.put(
          section.name(), list ? analyses(section, vocabulary.analyses()) : schema(section));
    }
    root.put("properties", properties);
    StringBuilder text = new StringBuilder();
    write(root, 0, text);
    return text.append('\n').toString();
  }

  private static Map<String, Object> analyses(Field section, List<Form<?>> analyses) {
    List<Object> choices = new ArrayList<>();
    for (Form<?> form : analyses) {
      Map<String, Object> choice = object(form.fields());
      choice.put("description", form.summary());
      choice.put("required", List.of(form.keyword()));
      choices.add(choice);
    }
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("anyOf", choices);
    Map<String, Object> schema = described(section);
    schema.put("type", "array");
    schema.put("items", items);
    return schema;
  }

  private static Map<String, Object> described(Field field) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", field.summary());
    return schema;
  }

  private static Map<String, Object> schema(Field field) {
    Map<String, Object> schema = described(field);
    if (field.kind() == Kind.ENTRIES) {
      schema.putAll(object(field.entries()));
      return schema;
    }
    if (field.entries().isEmpty()) {
      schema.putAll(value(field));
      return schema;
    }
    schema.put("anyOf", List.of(value(field), object(field.entries())));
    return schema;
  }

  /// Named entries: those that are declared, and others where the user chooses the name.
  private static Map<String, Object> object(List<Field> fields) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    Map<String, Object> properties = new LinkedHashMap<>();
    Object others = false;
    for (Field field : fields) {
      if (field.named()) {
        others = schema(field);
      } else {
        properties.put(field.name(), schema(field));
      }
    }
    schema.put("properties", properties);
    schema.put("additionalProperties", others);
    List<String> required =
        fields.stream().filter(it -> it.required() && !it.named()).map(Field::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static Map<String, Object> value(Field field) {
    return switch (field.kind()) {
      case WORD -> words(field.words());
      case YES_NO -> Map.of("enum", List.of("yes", "no"));
      case NUMBER -> type("number", "string");
      case DATE -> Map.of("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
      case TEXT, VARIABLE -> type("string", "number", "boolean", "null");
      case EXPRESSION -> type("string");
      case NAMES, LIST -> type("array", "string", "number", "boolean", "null");
      case ENTRIES -> type("object");
    };
  }

  private static Map<String, Object> type(String... names) {
    return Map.of("type", names.length == 1 ? names[0] : List.of(names));
  }

  /// A word that looks like a number is read as one by an editor.
  private static Map<String, Object> words(List<String> words) {
    List<Object> values = new ArrayList<>(words);
    words.stream().filter(it -> it.matches("\\d+")).forEach(it -> values.add(Integer.valueOf(it)));
    return Map.of("enum", values);
  }

  private static void write(Object value, int depth, StringBuilder text) {
    switch (value) {
      case Map<?, ?> map -> {
        List<String> entries = new ArrayList<>();
        map.forEach(
            (key, inner) -> entries.add(quoted(key.toString()) + ": " + text(inner, depth)));
        block(entries, "{", "}", depth, text);
      }
      case List<?> list -> {
        List<String> items = new ArrayList<>();
        list.forEach(inner -> items.add(text(inner, depth)));
        block(items, "[", "]", depth, text);
      }
      case String string -> text.append(quoted(string));
      default -> text.append(value);
    }
  }

  private static String text(Object value, int depth) {
    StringBuilder text = new StringBuilder();
    write(value, depth + 1, text);
    return text.toString();
  }

  private static void block(
      List<String> parts, String open, String close, int depth, StringBuilder text) {
    if (parts.isEmpty()) {
      text.append(open).append(close);
      return;
    }
    String indent = "  ".repeat(depth + 1);
    text.append(open).append('\n').append(indent);
    text.append(String.join(",\n" + indent, parts));
    text.append('\n').append("  ".repeat(depth)).append(close);
  }

  private static String quoted(String string) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        default -> {
          if (c < ' ') {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    return text.append('"').toString();
  }
}
