// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JournalTextTest {
  /// The text of a style.
  static String style(String slug) {
    try (InputStream in =
        Objects.requireNonNull(
            Journal.class.getResourceAsStream("/casebook/profiles/" + slug + ".journal"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyStyleCanBeRead() {
    assertThat(Journals.NAMES)
        .allSatisfy(name -> assertThat(Journals.named(name).slug()).isEqualTo(name));
  }

  @Test
  void unknownStyleIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> Journals.named("bmj"))
        .hasMessage(
            "there is no journal style 'bmj'; there are plain, nejm, jama, lancet, annals,"
                + " haematologica");
  }

  @Test
  void unknownKeyIsRefused() {
    refused(style("plain") + "colour = red\n", "x.journal: line 23: there is no key 'colour'");
  }

  @Test
  void keyThatStandsTwiceIsRefused() {
    refused(style("plain") + "marks = symbols\n", "x.journal: line 23: 'marks' stands twice");
  }

  @Test
  void missingKeyIsRefused() {
    refused(change("point = .\n", ""), "x.journal: 'point' is missing");
  }

  @Test
  void wordThatIsNotAllowedIsRefusedWithThoseThatAre() {
    refused(
        change("p spaces = yes", "p spaces = often"),
        "x.journal: 'p spaces' is 'often'; it can be no or yes");
    refused(change("marks = letters", "marks ="), "x.journal: 'marks' is empty");
  }

  @Test
  void rulesAreReadStrictly() {
    refused(
        change("percent decimals = from 0: 0;", "percent decimals = from 1: 0;"),
        "x.journal: 'percent decimals' must begin with 'from 0: ...'");
    refused(
        change(
            "p digits = otherwise: 2 significant, at most 3 decimals",
            "p digits = below 0.1: 3 decimals"),
        "x.journal: 'p digits' must end with 'otherwise: ...'");
    refused(
        change("thousands = comma from 10000", "thousands = dots"),
        "x.journal: 'thousands' cannot be 'dots'");
    refused(
        change("p below = 0.001", "p below = 0,001"),
        "x.journal: 'p below' is '0,001', which is no number");
  }

  private static String change(String from, String to) {
    assertThat(style("plain")).contains(from);
    return style("plain").replace(from, to);
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> JournalText.of("x", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
