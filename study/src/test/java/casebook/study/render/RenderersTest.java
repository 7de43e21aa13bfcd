// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Findings;
import casebook.study.render.Renderer.OutputFile;
import casebook.study.report.Document;
import casebook.study.report.LetterFindings;
import casebook.study.report.Report;
import casebook.study.report.style.Journals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderersTest {
  @Test
  void letterIsWrittenAsTheGoldenFilesSay() {
    files(LetterFindings.in("plain")).forEach((path, text) -> compare("letter/" + path, text));
  }

  @Test
  void eachStyleWritesItsTables() {
    for (String journal : Journals.NAMES) {
      files(LetterFindings.in(journal))
          .forEach((path, text) -> {
            if (path.startsWith("tables/")) {
              compare("letter-" + journal + "/" + path, text);
            }
          });
    }
  }

  private static void compare(String name, String text) {
    Goldens.compare(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG", "de-DE"})
  void languageAndZoneOfTheMachineDoNotMatter(String tag) {
    Map<String, String> expected = files(LetterFindings.in("lancet"));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      assertThat(files(LetterFindings.in("lancet"))).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void reconstructedDataAreMarkedInEveryFile() {
    String words = "The data are reconstructed from the printed numbers of the letter";
    Map<String, String> files = files(LetterFindings.in("plain"));
    assertThat(files.remove("references.bib")).startsWith("@"); // literature, no data
    assertThat(files).allSatisfy((path, text) -> assertThat(text).as(path).contains(words));
  }

  @Test
  void rendererNamesAreDistinct() {
    List<String> names = Renderers.ALL.stream().map(Renderer::format).toList();
    assertThat(names).containsExactly("html", "svg", "csv", "bib");
  }

  /// Every file of a run, by path.
  static Map<String, String> files(Findings findings) {
    Document paper = Report.of(findings);
    List<OutputFile> files = new ArrayList<>();
    Renderers.ALL.forEach(renderer -> files.addAll(renderer.render(paper)));
    files.add(FindingsJson.write(findings));
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach(f -> texts.put(f.path(), new String(f.bytes(), StandardCharsets.UTF_8)));
    assertThat(texts).hasSameSizeAs(files);
    return texts;
  }
}
