// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a JSON file. Numbers stay the text of the file until somebody asks for a double.
public sealed interface Json {
  /// A text, a number, true, false or null, as written.
  record Text(String text) implements Json {}

  /// An array.
  record Items(List<Json> items) implements Json {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// An object, in the order of the file.
  record Members(Map<String, Json> members) implements Json {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /// Reads a file.
  static Json read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /// Reads a text.
  static Json parse(String text) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      return value(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Json value(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<Json> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser));
      }
      return new Items(items);
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Json> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, value(parser));
      }
      return new Members(members);
    }
    return new Text(parser.getText());
  }

  /// Says whether this is an object with such a member.
  default boolean has(String name) {
    return this instanceof Members(var members) && members.containsKey(name);
  }

  /// The members of an object.
  default Map<String, Json> members() {
    if (this instanceof Members(var members)) {
      return members;
    }
    throw new IllegalArgumentException("an object is wanted, not " + this);
  }

  /// A member of an object.
  default Json at(String name) {
    Json member = members().get(name);
    if (member == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return member;
  }

  /// The items of an array.
  default List<Json> items() {
    if (this instanceof Items(var items)) {
      return items;
    }
    throw new IllegalArgumentException("an array is wanted, not " + this);
  }

  /// The text as written.
  default String text() {
    if (this instanceof Text(var text)) {
      return text;
    }
    throw new IllegalArgumentException("a text or a number is wanted, not " + this);
  }

  /// The text as the nearest double.
  default double number() {
    return Double.parseDouble(text());
  }

  /// A member as a double, or what stands in for it where it is absent.
  default double number(String name, double otherwise) {
    return has(name) ? at(name).number() : otherwise;
  }

  /// The text as a whole number.
  default long count() {
    double number = number();
    if (number != Math.rint(number)) {
      throw new IllegalArgumentException(number + " is not whole");
    }
    return (long) number;
  }

  /// An array as doubles.
  default double[] numbers() {
    return items().stream().mapToDouble(Json::number).toArray();
  }

  /// An array as whole numbers.
  default long[] counts() {
    return items().stream().mapToLong(Json::count).toArray();
  }

  /// An array of arrays as rows of doubles.
  default double[][] rows() {
    return items().stream().map(Json::numbers).toArray(double[][]::new);
  }
}
