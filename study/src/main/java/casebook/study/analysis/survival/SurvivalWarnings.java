// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.survival.Followed.End;
import casebook.study.problem.LineNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What makes the numbers of a survival analysis less trustworthy.
///
/// @param asked what is asked
/// @param people who is compared
record SurvivalWarnings(SurvivalQuestion asked, SurvivalPeople people) {
  /// Fewer events than these say little of a group.
  private static final int FEW = 5;

  /// So many events should stand behind each parameter of a model.
  private static final int EACH = 10;

  /// @param adjusted the model that holds covariates constant, where there is one
  List<String> all(Optional<CoxRatios> adjusted) {
    List<String> warnings = new ArrayList<>();
    new ImmortalTime(asked, people).warning().ifPresent(warnings::add);
    negative().ifPresent(warnings::add);
    empty().ifPresent(warnings::add);
    few().ifPresent(warnings::add);
    adjusted.flatMap(SurvivalWarnings::parameters).ifPresent(warnings::add);
    return warnings;
  }

  /// Says that ends lie before beginnings, and where.
  private Optional<String> negative() {
    return negative(people.followed(), asked.cohort().table().origin().file());
  }

  static Optional<String> negative(Followed followed, String file) {
    List<Integer> lines = followed.negative();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String persons = lines.size() == 1 ? "1 person has" : lines.size() + " persons have";
    return Optional.of(
        persons
            + " an end before the beginning and "
            + (lines.size() == 1 ? "is" : "are")
            + " left out: correct "
            + file
            + ", "
            + LineNumbers.words(lines.stream().limit(20).toList(), lines.size())
            + ".");
  }

  private Optional<String> empty() {
    List<String> nobody =
        people.groups().stream()
            .filter(it -> it.people().size() == 0)
            .map(SurvivalGroup::label)
            .toList();
    return nobody.isEmpty()
        ? Optional.empty()
        : Optional.of("Nobody who was followed is in: " + String.join("; ", nobody) + ".");
  }

  private Optional<String> few() {
    List<String> few = new ArrayList<>();
    for (SurvivalGroup group : people.present()) {
      int events = group.people().count(End.EVENT);
      if (events < FEW) {
        few.add(group.label() + " (" + events + ")");
      }
    }
    return few.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Fewer than "
                + FEW
                + " events in: "
                + String.join("; ", few)
                + ". Medians and ratios of so few events say little.");
  }

  private static Optional<String> parameters(CoxRatios adjusted) {
    int events = adjusted.events();
    int parameters = adjusted.parameters();
    return parameters > 1 && events < EACH * parameters
        ? Optional.of(
            "The adjusted model has "
                + parameters
                + " parameters for "
                + events
                + " events; with fewer than "
                + EACH
                + " events each, its ratios are easily too large.")
        : Optional.empty();
  }
}
