// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a study file says of how the study was done, for those who write about it.
///
/// @param places for each section that stands in the file, such as `design` or `eligibility`, what
///   it says and where
public record Declared(Map<String, Place> places) {
  /// Nothing is known of the file.
  public static final Declared NOTHING = new Declared(Map.of());

  public Declared {
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  /// A place of the study file.
  ///
  /// @param words what stands there; empty where it is more than a line
  /// @param line its line, from 1
  public record Place(String words, int line) {}

  /// The place of a section, if it stands in the file.
  public Optional<Place> place(String section) {
    return Optional.ofNullable(places.get(section));
  }

  /// What a section says in a line; empty when it does not stand in the file.
  public String words(String section) {
    return place(section).map(Place::words).orElse("");
  }
}
