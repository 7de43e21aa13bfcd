// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Programs of Debian that read what Casebook writes.
final class Programs {
  private Programs() {}

  /// Converts a Word file of a folder to PDF with LibreOffice, beside it.
  static Path toPdf(Path folder, String word) throws IOException, InterruptedException {
    run(
        folder,
        "libreoffice-writer",
        "/usr/bin/soffice",
        "-env:UserInstallation=" + folder.resolve("office").toUri(),
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder.toString(),
        word);
    Path pdf = folder.resolve(word.replace(".docx", ".pdf"));
    assertThat(pdf).as("what LibreOffice made of %s", word).isNotEmptyFile();
    return pdf;
  }

  /// The text of a PDF, white space as single spaces.
  static String text(Path folder, Path pdf) throws IOException, InterruptedException {
    Path text = folder.resolve("text.txt");
    run(
        folder,
        "poppler-utils",
        "/usr/bin/pdftotext",
        "-raw",
        pdf.toAbsolutePath().toString(),
        text.toString());
    return Files.readString(text, StandardCharsets.UTF_8).replaceAll("[\\s\\u00A0]+", " ");
  }

  /// What a program prints.
  ///
  /// @param debian the package that holds it
  static String run(Path folder, String debian, String... command)
      throws IOException, InterruptedException {
    assertThat(Path.of(command[0]))
        .as("this test needs Debian's package %s", debian)
        .isExecutable();
    Path out = Files.createTempFile(folder, "out", ".txt");
    List<String> words = new ArrayList<>(List.of(command));
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(command[0] + " did not end within 120 s");
    }
    String said = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
