// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.finding.Address;
import java.util.ArrayList;
import java.util.List;

/// Parts of addresses for the levels of a variable, which nobody can be asked to rename.
public final class Slugs {
  private Slugs() {}

  /// Makes a slug of each label; where two would be equal (`<10`, `>10`), the later ones get their
  /// place in the list, from 1: `10`, `10_2`.
  public static List<String> distinct(List<String> labels) {
    List<String> slugs = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      String slug = Address.slug(labels.get(i));
      while (slugs.contains(slug)) {
        slug = slug + "_" + (i + 1);
      }
      slugs.add(slug);
    }
    return List.copyOf(slugs);
  }
}
