// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.family;

import casebook.study.finding.Address;
import java.util.List;
import java.util.Optional;

/// Finds what the members of a family name among the analyses of a study.
///
/// @param analyses the beginnings of the addresses of all analyses
record Members(List<Address> analyses) {
  Members {
    analyses = List.copyOf(analyses);
  }

  /// The analysis that a word names: its address, or the part behind the keyword where only one
  /// analysis has it.
  Optional<Address> analysis(String words) {
    List<Address> exact = analyses.stream().filter(it -> it.path().equals(words)).toList();
    if (!exact.isEmpty()) {
      return Optional.of(exact.getFirst());
    }
    List<Address> named = named(words);
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /// The analyses whose name behind the keyword is this, as an address or as it was written.
  List<Address> named(String words) {
    String slug = Address.slug(words);
    return analyses.stream().filter(it -> name(it).equals(words) || name(it).equals(slug)).toList();
  }

  private static String name(Address analysis) {
    return analysis.path().substring(analysis.path().indexOf('.') + 1);
  }

  /// The analysis to which a number belongs, where the words are an address below one.
  Optional<Address> owner(String words) {
    return analyses.stream().filter(it -> words.startsWith(it.path() + ".")).findFirst();
  }

  /// What can be written: names where they are clear, else addresses.
  List<String> words() {
    return analyses.stream().map(it -> named(name(it)).size() == 1 ? name(it) : it.path()).toList();
  }
}
