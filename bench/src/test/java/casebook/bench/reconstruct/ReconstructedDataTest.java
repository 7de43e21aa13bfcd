// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The data of the bundled studies are what their makers make.
class ReconstructedDataTest {
  private static final Path STUDIES = Path.of("..", "studies");

  @Test
  @Tag("slow")
  void antiProteinSIsMadeFromSeedOne() throws IOException {
    assertThat(Files.readString(STUDIES.resolve("anti-protein-s/participants.csv")))
        .isEqualTo(AntiProteinS.csv(1, true));
  }

  @Test
  void withoutSearchASeedGivesItsOwnPeople() {
    String second = AntiProteinS.csv(2, false);
    assertThat(second.lines().count()).isEqualTo(501);
    assertThat(second)
        .isEqualTo(AntiProteinS.csv(2, false))
        .isNotEqualTo(AntiProteinS.csv(3, false));
  }

  /// 200 cases and 775 controls, 96 and 109 of them at 80 g/day or more: Breslow and Day 1980.
  @Test
  void illeEtVilaineHasThePublishedCounts() throws IOException {
    String csv = IlleEtVilaine.csv();
    assertThat(Files.readString(STUDIES.resolve("ille-et-vilaine/participants.csv")))
        .isEqualTo(csv);
    assertThat(count(csv, "1", "80-119|120\\+")).isEqualTo(96);
    assertThat(count(csv, "0", "80-119|120\\+")).isEqualTo(109);
    assertThat(count(csv, "1", ".*")).isEqualTo(200);
    assertThat(count(csv, "0", ".*")).isEqualTo(775);
  }

  /// The percentages of the abstract, to their printed digit.
  @Test
  void cllSusceptibilityHasThePublishedPercentages() throws IOException {
    String csv = CllSusceptibility.csv();
    assertThat(Files.readString(STUDIES.resolve("cll-susceptibility/participants.csv")))
        .isEqualTo(csv);
    assertThat(percentages(csv, "1", 166)).containsExactly("22.9", "48.2", "28.9");
    assertThat(percentages(csv, "0", 260)).containsExactly("31.5", "54.2", "14.2");
  }

  private static List<String> percentages(String csv, String group, int people) {
    return Stream.of("T/T", "T/G", "G/G")
        .map(
            genotype -> csv.lines().filter(it -> it.endsWith("," + group + "," + genotype)).count())
        .map(count -> String.format(Locale.ROOT, "%.1f", 100.0 * count / people))
        .toList();
  }

  @Test
  void mdm2CllIsMadeFromSeedOneAndSaysThatItIsSynthetic() throws IOException {
    String csv = Mdm2Cll.csv(1);
    assertThat(Files.readString(STUDIES.resolve("mdm2-cll/samples.csv"))).isEqualTo(csv);
    assertThat(csv.lines().count()).isEqualTo(121);
    assertThat(Mdm2Cll.csv(2)).isNotEqualTo(csv);
    assertThat(Files.readString(STUDIES.resolve("mdm2-cll/study.yaml")))
        .contains("note: \"Synthetic data:");
  }

  private static long count(String csv, String group, String alcohol) {
    return csv.lines()
        .skip(1)
        .map(line -> line.split(","))
        .filter(cells -> cells[1].equals(group) && cells[3].matches(alcohol))
        .count();
  }
}
