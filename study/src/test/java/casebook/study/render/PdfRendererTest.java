// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.report.LetterFindings;
import casebook.study.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The PDF, read back by poppler. Its pages are kept under `target/pages` to be looked at.
@Tag("slow")
class PdfRendererTest {
  private static byte[] letter() {
    return new PdfRenderer().render(Report.of(LetterFindings.in("plain"))).getFirst().bytes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anti-protein-s", "ille-et-vilaine"})
  void everyRowStandsOnItsPages(String study, @TempDir Path folder) throws Exception {
    BundledPaper paper = BundledPaper.of(study);
    Path pdf = Files.write(folder.resolve("report.pdf"), paper.file("report.pdf"));
    assertThat(paper.rowsNotIn(Programs.text(folder, pdf))).isEmpty();
    Path pages = Files.createDirectories(Path.of("target", "pages", study));
    String stem = pages.resolve("pdf").toAbsolutePath().toString();
    Programs.run(
        folder, "poppler-utils", "/usr/bin/pdftoppm", "-r", "80", "-png", "report.pdf", stem);
    assertThat(pages).isDirectoryContaining("glob:**pdf-*1.png");
  }

  @Test
  void figuresAreDrawnWithLiveText(@TempDir Path folder) throws Exception {
    BundledPaper paper = BundledPaper.of("anti-protein-s");
    Path pdf = Files.write(folder.resolve("report.pdf"), paper.file("report.pdf"));
    assertThat(Programs.text(folder, pdf)).contains("12/244").contains("Odds ratio, log scale");
    assertThat(
            Programs.run(folder, "poppler-utils", "/usr/bin/pdfimages", "-list", "report.pdf")
                .lines())
        .hasSize(2);
  }

  @Test
  void fontsAreInsideAndTheFileIsTagged(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("report.pdf"), letter());
    String fonts = Programs.run(folder, "poppler-utils", "/usr/bin/pdffonts", "report.pdf");
    assertThat(fonts.lines().skip(2)).isNotEmpty().allMatch(line -> line.contains("+Liberation"));
    assertThat(fonts.lines().skip(2)).allMatch(line -> line.matches(".* yes yes yes .*"));
    assertThat(Programs.run(folder, "poppler-utils", "/usr/bin/pdfinfo", "report.pdf"))
        .containsPattern("Tagged: +yes")
        .containsPattern("Page size: +595.* \\(A4\\)")
        .containsPattern("Title: +\\S");
  }

  @Test
  void everyObjectStandsWhereTheTableSays() {
    String file = new String(letter(), StandardCharsets.ISO_8859_1);
    int table = Integer.parseInt(file.replaceAll("(?s).*startxref\n(\\d+)\n.*", "$1"));
    assertThat(file.substring(table)).startsWith("xref\n0 ");
    Matcher place = Pattern.compile("(?m)^(\\d{10}) 00000 n").matcher(file.substring(table));
    int number = 1;
    while (place.find()) {
      int start = Integer.parseInt(place.group(1));
      assertThat(file.substring(start, start + 20)).startsWith(number + " 0 obj");
      number++;
    }
    assertThat(number).isGreaterThan(100);
  }

  @Test
  void fileDependsOnThePaperAlone() {
    byte[] file = letter();
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .contains("(D:20260101000000Z)")
        .contains("<xmp:MetadataDate>2026-01-01T00:00:00Z<");
    Elsewhere.run(() -> assertThat(letter()).isEqualTo(file));
  }

  @Test
  void everyFormatIsTheSameOnManyThreadsElsewhere() {
    Map<String, byte[]> files = BundledPaper.of("anti-protein-s").files();
    Elsewhere.run(() -> {
      Map<String, byte[]> again = BundledPaper.made("anti-protein-s", 4).files();
      assertThat(again.keySet()).containsExactlyElementsOf(files.keySet());
      again.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(files.get(path)));
    });
  }

  @Test
  void longWordBreaksAndAShortOneDoesNot() {
    String digest = "a".repeat(64);
    assertThat(LongWords.breakable("file, " + digest))
        .startsWith("file, " + "a".repeat(20) + "\u200B")
        .hasSize(6 + 64 + 3);
    assertThat(LongWords.breakable("odds ratio  of men")).isEqualTo("odds ratio  of men");
  }
}
