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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The methods section, the references and the checklist of the bundled studies.
class MethodsOfAPaperTest {
  private static List<OutputFile> files(String study, Profile profile, String more)
      throws IOException {
    Path folder = Path.of("..", "studies", study);
    StudyRun run = new StudyRun(Analyses.ALL, Renderers.ALL, "9.9");
    Settings settings = new Settings(profile, "plain", 0.95, 1, 1, Optional.empty());
    String text = Files.readString(folder.resolve("study.yaml")) + more;
    Study read = run.read("study.yaml", text.getBytes(StandardCharsets.UTF_8)).orThrow();
    Cohort cohort =
        run.cohort(read, Sources.read(folder, read.data(), read.dictionary()), settings).orThrow();
    return run.paper(cohort, List.of(), settings).files();
  }

  private static String text(List<OutputFile> files, String path) {
    return files.stream()
        .filter(file -> file.path().equals(path))
        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  private static String page(List<OutputFile> files) {
    return text(files, "report.html").replaceAll("<[^>]*>", "").replace("&#39;", "'");
  }

  @Test
  void readingsOfPlatesAreDescribedAndNamedAmongTheData() throws IOException {
    List<OutputFile> files =
        files("../study/src/test/resources/studies/plates", Profile.CASEBOOK, "");
    assertThat(page(files))
        .contains(
            "The concentration of IgM antibodies was read off the logistic calibration curve of four"
                + " parameters of each plate [",
            "; values beyond the lowest and highest standard were kept as such.");
    assertThat(text(files, "findings.json")).contains("{\"file\":\"readings.csv\",\"sha256\":");
    assertThat(text(files, "analysis.csv")).contains(",>64,");
  }

  @Test
  void methodsSayWhatRanUnderEachProfile() throws IOException {
    assertThat(page(files("anti-protein-s", Profile.SPSS14, "")))
        .contains("This is a case-control study. The data held 500 persons (250 cases and 250")
        .contains("490 persons (244 cases and 246 controls) remained (Figure 1).")
        .contains("was the 99th percentile of the controls, type 6")
        .contains("Crude estimates are sample odds ratios with Wald (Woolf) limits [")
        .contains("logistic regression (maximum likelihood) with Wald limits [")
        .contains("The model “LA and APA” holds the exposure and Sex, Age, Lupus anticoagulant")
        .contains("Analyses were repeated in subsets: first events.")
        .contains("Casebook 9.9 (methods of profile spss14");
    assertThat(page(files("anti-protein-s", Profile.CASEBOOK, "")))
        .contains("logistic regression (Firth's penalised likelihood)")
        .contains("the whole row, its crude estimate included, is by Firth's method");
  }

  @Test
  void versionOfTheStudyFileIsNamed() throws IOException {
    assertThat(page(files("crp-fracture", Profile.CASEBOOK, "version: 2, amended 2026-03-01\n")))
        .contains("The study file is version 2, amended 2026-03-01.");
    assertThat(page(files("crp-fracture", Profile.CASEBOOK, ""))).doesNotContain("is version");
  }

  @Test
  void methodsSpeakOfTrendsInteractionsGridsAndFamilies() throws IOException {
    String more =
        """
            name: steps
          - association: drinks_80
            name: by tobacco
            interaction with: tobacco
            sensitivity: yes
        families: {alcohol: [drinks_80, by_tobacco]}
        """;
    assertThat(page(files("ille-et-vilaine", Profile.CASEBOOK, more)))
        .contains("The levels of Alcohol, g/day (as 0, 1, 2 and 3) were also taken as steps; the")
        .contains("The trend was tested by the Cochran–Armitage test for trend [")
        .contains("Departure from it was tested by the chi-square test of departure from trend [")
        .contains(
            "The odds ratios of Alcohol at least 80 g/day within the levels of Tobacco, g/day")
        .contains("; whether they differ was tested by the likelihood-ratio test of interaction [")
        .contains("P values were adjusted by Holm's method over the 2 P values of the family “alco")
        .contains("the others outside a family are exploratory")
        .contains("under every combination of the declared estimator (Figure");
  }

  @Test
  void referencesAreNumberedAndLieBesideAsBibtex() throws IOException {
    List<OutputFile> files = files("anti-protein-s", Profile.SPSS14, "");
    String bib = text(files, "references.bib");
    assertThat(bib).contains("@article{woolf1955,", "@article{vonelm2007,");
    assertThat(bib).doesNotContain("@misc", "firth1993");
    long entries = bib.lines().filter(line -> line.startsWith("@")).count();
    assertThat(text(files, "report.html"))
        .contains("id=\"reference-" + entries + "\"", "href=\"#reference-1\"")
        .doesNotContain("id=\"reference-" + (entries + 1) + "\"");
  }

  @Test
  void checklistSaysWhereEachItemIsMetOrWhatToSay() throws IOException {
    List<OutputFile> files = files("anti-protein-s", Profile.SPSS14, "");
    assertThat(text(files, "tables/strobe.csv"))
        .contains("4,Key elements of the design,met,case-control (line 4)")
        .contains("10,How the study size came about,missing,say “study size:” in study.yaml")
        .contains("6b,Matching: criteria and numbers,met,")
        .contains("9,Efforts against bias,for the authors,")
        .contains("16c,Absolute risks,not applicable,a case-control study gives none");
    assertThat(text(files, "report.html"))
        .contains(
            "<details class=\"table cards\" id=\"strobe\">", "<a href=\"#table-1\">Table 1</a>");
  }

  @Test
  void whatTheStudyFileSaysIsMetAndPrinted() throws IOException {
    String more =
        """

        setting: Hospitals of Ille-et-Vilaine
        period: 1972-01 to 1974-04
        study size: All cases of the period
        funding: None
        """;
    List<OutputFile> files = files("ille-et-vilaine", Profile.CASEBOOK, more);
    assertThat(page(files))
        .contains("Setting: Hospitals of Ille-et-Vilaine. Period: 1972-01 to 1974-04.");
    assertThat(text(files, "tables/strobe.csv"))
        .contains(
            "Hospitals of Ille-et-Vilaine (line", "22,Funding and the part of the funder,met,")
        .contains("6b,Matching: criteria and numbers,not applicable,none declared")
        .contains("missing,say “eligibility:” in study.yaml");
  }
}
