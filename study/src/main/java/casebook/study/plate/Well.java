// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

import java.util.OptionalDouble;

/// A well that was read.
///
/// @param line of the file of readings
/// @param plate the plate's name
/// @param kind what is in it
/// @param sample the person of a sample, the name of a control; may be empty for others
/// @param concentration of a standard, at least 0; empty for others
/// @param response as read
/// @param day the day on which the plate was measured; empty when the readings do not say
/// @param dilution the factor by which a sample was diluted, above 0; 1 for undiluted and for
///   others
record Well(
    int line,
    String plate,
    Kind kind,
    String sample,
    OptionalDouble concentration,
    double response,
    String day,
    double dilution) {

  /// What is in a well.
  enum Kind {
    STANDARD,
    SAMPLE,
    CONTROL,
    BLANK;

    /// The kind that a word of the readings names.
    static Kind of(String word) {
      return switch (word) {
        case "standard" -> STANDARD;
        case "sample" -> SAMPLE;
        case "control" -> CONTROL;
        case "blank" -> BLANK;
        default -> throw new IllegalArgumentException(word + " is no kind of well");
      };
    }
  }
}
