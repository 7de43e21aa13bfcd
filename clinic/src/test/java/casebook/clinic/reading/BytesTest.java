// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Eight bytes at a time give what one at a time gives.
class BytesTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyByteAtEveryPlaceIsAMarkOrNot() {
    for (int value = -128; value < 128; value++) {
      for (int place = 0; place < 19; place++) {
        byte[] text = bytes("abcdefghijklmnopqrs");
        text[place] = (byte) value;
        boolean mark = value == '"' || (value >= 0 && value < ' ');
        assertThat(Bytes.mark(text, 0, text.length))
            .as("byte %s at %s", value, place)
            .isEqualTo(mark ? place : text.length);
      }
    }
  }

  @Test
  void marksOutsideThePartDoNotCount() {
    byte[] text = bytes("\n0123456789\n\n");
    assertThat(Bytes.mark(text, 1, 11)).isEqualTo(11);
    assertThat(Bytes.mark(text, 1, 13)).isEqualTo(11);
    assertThat(Bytes.mark(text, 0, 13)).isZero();
  }

  @Test
  void lineEndsAreCountedUpToAPlace() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] text = new byte[200];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) (random.nextInt(3) == 0 ? '\n' : random.nextInt(256));
    }
    int lines = 0;
    for (int to = 0; to < text.length; to++) {
      assertThat(Bytes.lines(text, to)).as("up to %s", to).isEqualTo(lines);
      lines += text[to] == '\n' ? 1 : 0;
    }
  }

  @Test
  void hashLooksAtEveryByteAndTheLength() {
    byte[] text = bytes("measurement,platelets,150,10^9/L,,");
    long hash = Bytes.hash(text, 0, text.length);
    byte[] moved = bytes("??measurement,platelets,150,10^9/L,,");
    assertThat(Bytes.hash(moved, 2, moved.length)).isEqualTo(hash);
    assertThat(Bytes.hash(text, 0, text.length - 1)).isNotEqualTo(hash);
    for (int i = 0; i < text.length; i++) {
      byte[] other = text.clone();
      other[i]++;
      assertThat(Bytes.hash(other, 0, other.length)).as("byte %s", i).isNotEqualTo(hash);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1849-12-31",
        "1850-01-01",
        "2004-02-29",
        "2149-12-31",
        "2150-01-01",
        "9999-01-31"
      })
  void daysAreRead(String text) {
    byte[] bytes = bytes(text + "," + text);
    DayTexts days = new DayTexts();
    assertThat(days.at(bytes, 0)).contains(LocalDate.parse(text));
    assertThat(days.at(bytes, 11)).contains(LocalDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2003-02-29",
        "2004-13-01",
        "2004-00-10",
        "2004-01-32",
        "2004-01-00",
        "2004/01/01",
        "04-01-2004",
        "2004-1-010",
        "200a-01-01",
        "2004-01-0:",
        "2004-01-0/"
      })
  void whatIsNoDayIsNone(String text) {
    assertThat(new DayTexts().at(bytes(text), 0)).isEmpty();
  }

  @Test
  void dayOfTheRowBeforeIsNotTakenForAnother() {
    DayTexts days = new DayTexts();
    byte[] bytes = bytes("2004-03-01,2004-03-11,2014-03-11");
    assertThat(days.at(bytes, 0)).contains(LocalDate.of(2004, 3, 1));
    assertThat(days.at(bytes, 11)).contains(LocalDate.of(2004, 3, 11));
    assertThat(days.at(bytes, 22)).contains(LocalDate.of(2014, 3, 11));
  }
}
