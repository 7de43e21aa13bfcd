// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

/// Two doses a day, 12 hours apart, that may differ.
///
/// @param last the dose taken last, in mg, at least 0
/// @param before the dose 12 hours before it, in mg, at least 0; one of the two is above 0
public record TwiceDaily(double last, double before) {
  public TwiceDaily {
    if (!(last >= 0 && before >= 0 && last + before > 0 && last + before < 1e9)) {
      throw new IllegalArgumentException(
          "doses of " + last + " and " + before + " mg; neither is below 0, one is above 0");
    }
  }

  /// Describes two equal doses, in mg each.
  public static TwiceDaily each(double dose) {
    return new TwiceDaily(dose, dose);
  }
}
