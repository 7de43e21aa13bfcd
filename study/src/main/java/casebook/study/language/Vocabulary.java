// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import java.util.List;

/// What a study file may hold beside the sections of the language itself.
///
/// @param sections sections that others read
/// @param analyses the forms of the analyses that a study may ask for
public record Vocabulary(List<Section> sections, List<Form<?>> analyses) {
  public Vocabulary {
    sections = List.copyOf(sections);
    analyses = List.copyOf(analyses);
  }

  /// Analyses only.
  public static Vocabulary of(List<Form<?>> analyses) {
    return new Vocabulary(List.of(), analyses);
  }
}
