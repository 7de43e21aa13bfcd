// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.interaction;

import java.util.List;

/// What another drug or food does to a drug, or the drug to it.
///
/// @param names the name first, then members of a class and other spellings
/// @param codes ATC codes, or beginnings of them; may be empty
/// @param effect what is changed
/// @param words how, as a clause
/// @param source who says so
public record Interaction(
    List<String> names, List<String> codes, Effect effect, String words, String source) {
  public Interaction {
    names = List.copyOf(names);
    codes = List.copyOf(codes);
    if (names.isEmpty() || source.isBlank()) {
      throw new IllegalArgumentException("an interaction has a name and a source");
    }
  }

  /// The name.
  public String name() {
    return names.getFirst();
  }

  /// What is changed.
  public enum Effect {
    /// The level of the drug rises.
    RAISES("raises the level"),
    /// The level of the drug falls.
    LOWERS("lowers the level"),
    /// The kidney is harmed more.
    KIDNEY("adds to the harm to the kidney"),
    /// The level of the other drug rises.
    RAISED("is raised itself"),
    /// Potassium rises.
    POTASSIUM("raises potassium");

    private final String words;

    Effect(String words) {
      this.words = words;
    }

    /// What it does, as a predicate.
    public String words() {
      return words;
    }

    /// Says whether the level of the drug changes.
    public boolean changesLevel() {
      return this == RAISES || this == LOWERS;
    }
  }
}
