// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import java.math.BigInteger;
import java.util.Comparator;

/// The order of patients by their ids: numbers inside an id count as numbers, so that 2 comes
/// before 10 and `A2` before `A10`.
final class PatientOrder implements Comparator<String> {
  static final PatientOrder BY_ID = new PatientOrder();

  private PatientOrder() {}

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int endOfOne = end(one, i);
      int endOfOther = end(other, j);
      int order = part(one.substring(i, endOfOne), other.substring(j, endOfOther));
      if (order != 0) {
        return order;
      }
      i = endOfOne;
      j = endOfOther;
    }
    int length = Integer.compare(one.length() - i, other.length() - j);
    return length != 0 ? length : one.compareTo(other);
  }

  /// Where a run of digits, or of other characters, ends.
  private static int end(String id, int from) {
    boolean digits = digit(id.charAt(from));
    int end = from + 1;
    while (end < id.length() && digit(id.charAt(end)) == digits) {
      end++;
    }
    return end;
  }

  private static int part(String one, String other) {
    return digit(one.charAt(0)) && digit(other.charAt(0))
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
