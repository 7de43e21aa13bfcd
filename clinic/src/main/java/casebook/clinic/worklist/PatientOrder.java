// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import java.util.Comparator;

/// The order in which a person looks for a patient: `2` before `10`, `A9` before `A10`. Digits are
/// compared as numbers, everything else letter by letter; ids that differ in leading zeros only
/// stand in the order of their texts.
final class PatientOrder implements Comparator<String> {
  static final PatientOrder BY_ID = new PatientOrder();

  private PatientOrder() {}

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int side;
      if (digit(one.charAt(i)) && digit(other.charAt(j))) {
        int endOfOne = end(one, i);
        int endOfOther = end(other, j);
        side = numbers(one, i, endOfOne, other, j, endOfOther);
        i = endOfOne;
        j = endOfOther;
      } else {
        side = Character.compare(one.charAt(i++), other.charAt(j++));
      }
      if (side != 0) {
        return side;
      }
    }
    int rest = Integer.compare(one.length() - i, other.length() - j);
    return rest != 0 ? rest : one.compareTo(other);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// Compares runs of digits as numbers.
  private static int numbers(
      String one, int from, int to, String other, int otherFrom, int otherTo) {
    int i = from;
    int j = otherFrom;
    while (i < to && one.charAt(i) == '0') {
      i++;
    }
    while (j < otherTo && other.charAt(j) == '0') {
      j++;
    }
    int side = Integer.compare(to - i, otherTo - j);
    while (side == 0 && i < to) {
      side = Character.compare(one.charAt(i++), other.charAt(j++));
    }
    return side;
  }
}
