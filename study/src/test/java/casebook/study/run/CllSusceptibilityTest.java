// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.Analyses;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.render.Renderer.OutputFile;
import casebook.study.render.Renderers;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The bundled study of published genotypes against what the abstract prints (Blood 2010;116:2424):
/// G/G against T/T 2.8 (1.57-4.98), T/G against T/T 1.22 (0.76-1.96), P = 0.401; difference of
/// genotypes P = 0.001.
class CllSusceptibilityTest {
  private static final Path FOLDER = Path.of("..", "studies", "cll-susceptibility");

  private static List<OutputFile> files(Profile profile) throws IOException {
    StudyRun run = new StudyRun(Analyses.ALL, Renderers.ALL, "test");
    Study study =
        run.read("study.yaml", Files.readAllBytes(FOLDER.resolve("study.yaml"))).orThrow();
    Settings settings = new Settings(profile, "plain", 0.95, 1, 1, Optional.empty());
    Cohort cohort =
        run.cohort(study, Sources.read(FOLDER, study.data(), study.dictionary()), settings)
            .orThrow();
    return run.paper(cohort, List.of(), settings).files();
  }

  private static String text(List<OutputFile> files, String path) {
    return files.stream()
        .filter(file -> file.path().equals(path))
        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void publishedOddsRatiosComeOut() throws IOException {
    assertThat(text(files(Profile.SPSS14), "tables/table-2.csv"))
        .contains("\"Codominant, TG against TT\",,,1.22 (0.76–1.96),0.40\n")
        .contains("\"Codominant, GG against TT\",,,2.80 (1.57–4.98),<0.001\n");
  }

  @Test
  void genotypesAndStregaStandInTheReport() throws IOException {
    List<OutputFile> files = files(Profile.CASEBOOK);
    assertThat(text(files, "tables/table-1.csv"))
        .contains("\"TT, n (%)\",38 (22.9),82 (31.5)\n")
        .contains("\"Call rate, n/N (%)\",166/166 (100),260/260 (100)\n")
        .contains("\"Allele G, frequency (CI)\",0.53 (0.48–0.58),0.41 (0.37–0.45)\n");
    assertThat(text(files, "tables/strega.csv"))
        .contains("7b,Variants named by a nomenclature in use,met,MDM2 SNP309: rs2279744 (line ")
        .contains("8b,Source of the DNA,missing,")
        .contains(
            "12,\"Genetic model, and that it was set beforehand\",met,codominant set beforehand")
        .contains(
            "met,Exact mid-P test. Hardy–Weinberg equilibrium is judged in controls; in other"
                + " columns it is for information; Table 1\n");
    assertThat(text(files, "report.html")).contains("<h2>Genotypes</h2>", "STREGA list.");
  }
}
