// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON object as it was read: members by name, asked for by what they should be.
///
/// @param members texts, `Double`, `JsonTree` and lists of these
record JsonTree(Map<String, Object> members) {

  /// Reads one object.
  static JsonTree read(byte[] bytes) {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = factory.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("the file does not begin with an object");
      }
      JsonTree tree = object(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("there is text after the end of the object");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonTree object(JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return new JsonTree(members);
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      default -> parser.getText();
    };
  }

  /// A text; empty when it is absent.
  String text(String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  /// A text that must be there.
  String required(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the text `" + name + "` is missing");
    }
    return text;
  }

  /// A number; `"Inf"` and `"-Inf"` are unbounded.
  Optional<Double> number(String name) {
    Object value = members.getOrDefault(name, "");
    if (value instanceof Double number) {
      return Optional.of(number);
    }
    return switch (value.toString()) {
      case "" -> Optional.empty();
      case "Inf" -> Optional.of(Double.POSITIVE_INFINITY);
      case "-Inf" -> Optional.of(Double.NEGATIVE_INFINITY);
      default ->
          throw new IllegalArgumentException("`" + name + "` is '" + value + "', not a number");
    };
  }

  /// A whole number; 0 when it is absent.
  int whole(String name) {
    return (int) Math.rint(number(name).orElse(0.0));
  }

  /// An object; one without members when it is absent.
  JsonTree object(String name) {
    return members.get(name) instanceof JsonTree tree ? tree : new JsonTree(Map.of());
  }

  /// The objects of a list; none when it is absent.
  List<JsonTree> objects(String name) {
    return list(name, JsonTree.class);
  }

  /// The texts of a list; none when it is absent.
  List<String> texts(String name) {
    return list(name, String.class);
  }

  private <T> List<T> list(String name, Class<T> type) {
    return members.get(name) instanceof List<?> list
        ? list.stream().filter(type::isInstance).map(type::cast).toList()
        : List.of();
  }
}
