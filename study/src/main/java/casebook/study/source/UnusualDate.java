// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.PartialDate;
import casebook.study.language.DataFiles.DateOrder;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates in another order than year, month, day, parts of dates, and what else may stand where a
/// date is asked for.
final class UnusualDate {
  private static final Pattern ISO = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
  private static final Pattern PARTS =
      Pattern.compile("(?:(?:([0-9]{1,2})([/.-]))?([0-9]{1,2})([/.-]))?([0-9]{4})");
  private static final Pattern ANY_ORDER =
      Pattern.compile("[0-9]{1,2}([/.-])[0-9]{1,2}\\1[0-9]{4}");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("[0-9]{1,2}([/.-])[0-9]{1,2}\\1[0-9]{2}|[0-9]{1,2}|'[0-9]{2}");
  private static final Pattern WEEK =
      Pattern.compile("[0-9]{4}-?[Ww][0-9]{2}(?:-?[1-7])?|[0-9]{4}-[0-9]{3}");
  private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(?:\\.[0-9]+)?");
  private static final Pattern WITH_TIME = Pattern.compile(".*[0-9][T ]+[0-9]{1,2}:[0-9]{2}.*");

  private UnusualDate() {}

  /// Reads what is not a day written year-month-day.
  static Reading<WrittenDay> read(String text, DateOrder order) {
    Matcher matcher = (order == DateOrder.ISO ? ISO : PARTS).matcher(text);
    if (!matcher.matches()) {
      return wrong(text, order);
    }
    return switch (order) {
      case ISO -> day(text, matcher.group(1), matcher.group(2), matcher.group(3));
      case DAY_MONTH_YEAR -> day(text, matcher.group(5), matcher.group(3), matcher.group(1));
      case MONTH_DAY_YEAR ->
          matcher.group(1) == null
              ? day(text, matcher.group(5), matcher.group(3), null)
              : day(text, matcher.group(5), matcher.group(1), matcher.group(3));
    };
  }

  /// The day of a year, of its month, of its day; the last two may be absent.
  private static Reading<WrittenDay> day(
      String text, String year, @Nullable String month, @Nullable String day) {
    int y = Integer.parseInt(year);
    if (month == null) {
      return Reading.good(new WrittenDay.Part(PartialDate.ofYear(y, text)));
    }
    int m = Integer.parseInt(month);
    if (m < 1 || m > 12) {
      return noSuchDay(text, "there is no month " + m);
    }
    YearMonth whole = YearMonth.of(y, m);
    if (day == null) {
      return Reading.good(new WrittenDay.Part(PartialDate.of(whole, text)));
    }
    int d = Integer.parseInt(day);
    if (d < 1 || d > whole.lengthOfMonth()) {
      return noSuchDay(text, "month " + m + " of " + y + " has " + whole.lengthOfMonth() + " days");
    }
    return Reading.good(new WrittenDay.Whole(whole.atDay(d)));
  }

  private static Reading<WrittenDay> noSuchDay(String text, String why) {
    return Reading.bad(
        "data/no-such-day",
        Shown.text(text) + " is not a day of the calendar: " + why + ".",
        "Correct the cell.");
  }

  private static Reading<WrittenDay> wrong(String text, DateOrder order) {
    String shown = Shown.text(text);
    if (order == DateOrder.ISO && ANY_ORDER.matcher(text).matches()) {
      return Reading.badThroughout(
          "data/date-order",
          shown
              + " can be read in two orders; the study declares none, so dates are written"
              + " year-month-day.",
          "Write `dates: day/month/year` or `dates: month/day/year` under `data:`.");
    }
    if (SHORT_YEAR.matcher(text).matches()) {
      return Reading.badThroughout(
          "data/two-digit-year",
          shown + " has a year of two digits.",
          "Write all four digits of the year.");
    }
    if (WEEK.matcher(text).matches()) {
      return Reading.badThroughout(
          "data/week-date",
          shown + " names a week or a day of the year, which is not read as a date.",
          "Write " + example(order) + ".");
    }
    if (SERIAL.matcher(text).matches()) {
      return Reading.badThroughout(
          "data/serial-date",
          shown + " looks like the day number of a spreadsheet.",
          "Format the column as a date before exporting, as " + example(order) + ".");
    }
    if (WITH_TIME.matcher(text).matches()) {
      return Reading.badThroughout(
          "data/date-with-time",
          shown + " has a time of day; a date has none.",
          "Export the column as a date, as " + example(order) + ".");
    }
    return Reading.bad(
        "data/not-a-date",
        shown + " is not a date; expected is " + example(order) + ".",
        Shown.orMissing(text));
  }

  private static String example(DateOrder order) {
    return switch (order) {
      case ISO -> "year-month-day, such as 2003-05-31";
      case DAY_MONTH_YEAR -> "day/month/year, such as 31/05/2003";
      case MONTH_DAY_YEAR -> "month/day/year, such as 05/31/2003";
    };
  }
}
