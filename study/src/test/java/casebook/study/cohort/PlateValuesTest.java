// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlateValuesTest {
  private static final Path PLATES = Path.of("src/test/resources/studies/plates");

  @TempDir private Path folder;

  private static List<String> lines(String study, Path folder) throws IOException {
    Study read =
        StudyReader.read(
                "study.yaml",
                study.substring(0, study.indexOf("analyses:")).getBytes(StandardCharsets.UTF_8),
                List.of())
            .orThrow();
    Cohort cohort =
        CohortBuilder.standard()
            .build(read, Sources.read(folder, read.data(), read.dictionary()).orThrow())
            .orThrow();
    byte[] csv = PlateValues.csv(cohort, 0.95).orElseThrow();
    return new String(csv, StandardCharsets.UTF_8).lines().toList();
  }

  /// Where a value lies beyond the standards, there is no interval; else it holds the value.
  @Test
  void eachSampleHasItsValueAndInterval() throws IOException {
    List<String> lines = lines(Files.readString(PLATES.resolve("study.yaml")), PLATES);
    assertThat(lines).hasSize(121);
    assertThat(lines.getFirst()).isEqualTo("variable,sample,plate,wells,dilution,value,low,high");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[5].startsWith("<") || cells[5].startsWith(">")) {
        assertThat(line).endsWith(",,");
      } else {
        double value = Double.parseDouble(cells[5]);
        assertThat(Double.parseDouble(cells[6])).isLessThan(value);
        assertThat(Double.parseDouble(cells[7])).isGreaterThan(value);
      }
    }
  }

  /// The same readings of samples diluted 1:100.
  @Test
  void dilutionMultipliesValueAndInterval() throws IOException {
    Files.copy(PLATES.resolve("data.csv"), folder.resolve("data.csv"));
    List<String> readings =
        Files.readAllLines(PLATES.resolve("readings.csv")).stream()
            .map(line ->
                line
                    + (line.startsWith("plate")
                        ? ",factor"
                        : line.contains(",sample,") ? ",100" : ","))
            .toList();
    Files.write(folder.resolve("readings.csv"), readings);
    String study = Files.readString(PLATES.resolve("study.yaml"));
    String diluted = study.replace("units: unit}", "units: unit, dilution: factor}");
    List<String> own = lines(study, PLATES);
    List<String> times = lines(diluted, folder);
    assertThat(times).hasSameSizeAs(own);
    for (int i = 1; i < own.size(); i++) {
      String[] before = own.get(i).split(",", -1);
      String[] after = times.get(i).split(",", -1);
      assertThat(after[4]).isEqualTo("100");
      if (!before[6].isEmpty()) {
        assertThat(Double.parseDouble(after[5])).isEqualTo(100 * Double.parseDouble(before[5]));
        assertThat(Double.parseDouble(after[6])).isEqualTo(100 * Double.parseDouble(before[6]));
      }
    }
  }
}
