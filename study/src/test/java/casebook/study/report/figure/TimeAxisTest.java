// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {
  @ParameterizedTest
  @CsvSource({
    "1994-04-01, 2007-05-31, 1995, 2007, 13",
    "1994-04-01, 1995-03-31, Apr 1994, Mar 1995, 12",
    "1900-01-01, 2007-05-31, 1900, 2000, 11",
    "1994-04-02, 1994-04-16, '', '', 0"
  })
  void ticksOfTheCalendarAreYearsOrMonths(
      LocalDate from, LocalDate to, String first, String last, int ticks) {
    List<String> labels = labels(new TimeAxis(true, from.toEpochDay(), to.toEpochDay(), 0, 480));
    assertThat(labels).hasSize(ticks);
    if (ticks > 0) {
      assertThat(labels.getFirst()).isEqualTo(first);
      assertThat(labels.getLast()).isEqualTo(last);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-30, 4800, Years since first dose, 13",
    "0, 700, Months since first dose, 22",
    "0, 14, Days since first dose, 14"
  })
  void timeSinceTheFirstDoseIsCountedFromZero(long low, long high, String title, String last) {
    TimeAxis axis = new TimeAxis(false, low, high, 0, 480);
    assertThat(axis.title()).isEqualTo(title);
    assertThat(labels(axis)).startsWith("0").endsWith(last);
  }

  @Test
  void firstOfJanuaryLiesAtItsDay() {
    long low = LocalDate.of(2000, 1, 1).toEpochDay();
    TimeAxis axis = new TimeAxis(true, low, low + 1000, 100, 1100);
    assertThat(axis.ticks(7).getFirst()).isEqualTo(new TimeAxis.Tick(100, "Jan 2000"));
    assertThat(axis.title()).isEmpty();
  }

  @Test
  void axisNeedsALength() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TimeAxis(true, 5, 5, 0, 1));
  }

  private static List<String> labels(TimeAxis axis) {
    return axis.ticks(7).stream().map(TimeAxis.Tick::label).toList();
  }
}
