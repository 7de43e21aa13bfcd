// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationBlock.Model;
import casebook.study.analysis.provenance.Sentence;
import java.util.List;
import java.util.Optional;

/// Says on how many persons each model of a table rests when some have missing values.
final class CompleteCases {
  private CompleteCases() {}

  /// A sentence for the note; empty when everybody is in every model.
  static Optional<String> words(AssociationBlock block) {
    int all = block.population().rows().length;
    List<String> models =
        block.models().stream()
            .filter(model -> in(model) < all)
            .map(model ->
                in(model)
                    + " in "
                    + (model.isCrude() ? "the crude model" : "that adjusted for " + model.label()))
            .toList();
    String persons = block.words("Complete cases") + " among " + all + " persons: ";
    return models.isEmpty() ? Optional.empty() : Optional.of(persons + Sentence.list(models) + ".");
  }

  private static int in(Model model) {
    return model.model().people().rows().in();
  }
}
