// SPDX-License-Identifier: Apache-2.0
package casebook.study.draft;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The order in which a person would write levels that hold numbers: `<40`, `40-59`, `60-79`,
/// `80+`; `stage 2` before `stage 10`.
///
/// Texts are compared by the numbers in them, from the first; then by what stands around those.
/// What is below a number (`<40`, `under 40`) comes before what begins with it.
final class NaturalOrder implements Comparator<String> {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)?");
  private static final Pattern BELOW = Pattern.compile("(?i)\\s*(?:<|≤|under|below|up to).*");

  /// Says whether every text holds a number.
  static boolean fits(List<String> texts) {
    return texts.stream().allMatch(text -> NUMBER.matcher(text).find());
  }

  @Override
  public int compare(String one, String other) {
    List<BigDecimal> first = numbers(one);
    List<BigDecimal> second = numbers(other);
    for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
      int order = first.get(i).compareTo(second.get(i));
      if (order == 0 && i == 0) {
        order = Boolean.compare(!below(one), !below(other));
      }
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(first.size(), second.size());
    return order == 0 ? one.compareTo(other) : -order;
  }

  private static boolean below(String text) {
    return BELOW.matcher(text).matches();
  }

  private static List<BigDecimal> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(number -> new BigDecimal(number.replace(',', '.')))
        .toList();
  }
}
