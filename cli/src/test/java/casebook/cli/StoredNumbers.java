// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads value, limits and p-value of every address from a findings.json, as another program would.
///
/// @param all by address
record StoredNumbers(Map<String, Stored> all) {
  /// The number at an address, which must be there.
  Stored at(String address) {
    return Optional.ofNullable(all.get(address)).orElseThrow(() -> new AssertionError(address));
  }

  /// A number; what is absent is NaN.
  record Stored(double value, double low, double high, double p) {
    private static final Stored NOTHING =
        new Stored(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private Stored with(String name, double number) {
      return switch (name) {
        case "value" -> new Stored(number, low, high, p);
        case "low" -> new Stored(value, number, high, p);
        case "high" -> new Stored(value, low, number, p);
        case "p" -> new Stored(value, low, high, number);
        default -> this;
      };
    }
  }

  static StoredNumbers of(Path file) throws IOException {
    Map<String, Stored> all = new LinkedHashMap<>();
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      String address = "";
      while (json.nextToken() != null) {
        String name = String.valueOf(json.currentName());
        if (json.currentToken() == JsonToken.VALUE_STRING && name.equals("address")) {
          address = json.getText();
          all.put(address, Stored.NOTHING);
        } else if (json.currentToken().isNumeric()) {
          double number = json.getDoubleValue();
          all.computeIfPresent(address, (key, stored) -> stored.with(name, number));
        }
      }
    }
    return new StoredNumbers(all);
  }
}
