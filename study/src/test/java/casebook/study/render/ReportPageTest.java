// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.Analyses;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.report.LetterFindings;
import casebook.study.run.StudyRun;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// The page in a browser: that of a letter made by hand, and that of the bundled study. Pictures
/// are kept under `target/pages` to be looked at.
@Tag("slow")
@ParameterizedClass
@ValueSource(strings = {"letter", "anti-protein-s"})
class ReportPageTest {
  private static final Path STUDY = Path.of("..", "studies", "anti-protein-s", "study.yaml");

  private static final String ODDS_RATIO = "association.igm_positive.crude.odds_ratio";

  /// Runs in a copy of the page: measures, opens an explanation, measures again, and tells the page
  /// around it.
  private static final String MEASURE =
      """
      <script>
      addEventListener('load', () => {
        const wide = () => {
          const found = [];
          for (const e of document.querySelectorAll('body *')) {
            const box = e.getBoundingClientRect();
            const inside = e.closest('.scroll') && !e.matches('.scroll');
            if (!inside && !e.matches('.skip') && box.width > 0 && box.right > innerWidth + 0.5) {
              found.push(e.tagName + '.' + e.className);
            }
          }
          return document.documentElement.scrollWidth + ' ' + found.join(',');
        };
        const closed = wide();
        const button = document.querySelector('main table button[popovertarget="ADDRESS"]');
        button.click();
        const panel = document.getElementById('ADDRESS');
        const shown = panel.matches(':popover-open');
        parent.postMessage('width ' + innerWidth + ' closed ' + closed + ' shown ' + shown
            + ' open ' + wide() + ' end', '*');
      });
      </script>
      """
          .replace("ADDRESS", ODDS_RATIO);

  private static final String FRAME =
      """
      <!DOCTYPE html><html lang="en"><body style="margin:0"><pre id="result"></pre>
      <script>addEventListener('message', e => {
        document.getElementById('result').textContent = e.data; });</script>
      <iframe src="copy.html" style="border:0;width:360px;height:HEIGHTpx"></iframe></body></html>
      """;

  private final String name;

  @TempDir Path folder;
  private Chromium browser = new Chromium(Path.of("."));
  private String page = "";

  ReportPageTest(String name) {
    this.name = name;
  }

  private static String bundled() throws IOException {
    StudyRun run = new StudyRun(Analyses.ALL, Renderers.ALL, "test");
    Study study = run.read("study.yaml", Files.readAllBytes(STUDY)).orThrow();
    Settings settings = new Settings(Profile.SPSS14, "plain", 0.95, 1, 1, Optional.empty());
    Path data = Optional.ofNullable(STUDY.getParent()).orElseThrow();
    Cohort cohort =
        run.cohort(study, Sources.read(data, study.data(), study.dictionary()), settings).orThrow();
    return run.paper(cohort, List.of(), settings).files().stream()
        .filter(file -> file.path().equals("report.html"))
        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  @BeforeEach
  void writePage() throws IOException {
    browser = new Chromium(folder);
    page =
        name.equals("letter")
            ? RenderersTest.files(LetterFindings.in("plain")).getOrDefault("report.html", "")
            : bundled();
    write("report.html", page);
    write("copy.html", page.replaceAll("<meta http-equiv[^>]*>", "") + MEASURE);
    write("frame.html", FRAME.replace("HEIGHT", "800"));
    Files.createDirectories(Path.of("target", "pages", name));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private String address(String name) {
    return folder.resolve(name).toUri().toString();
  }

  @Test
  void pageLoadsWithoutAWordOnTheConsole() throws Exception {
    Chromium.Seen seen = browser.load(address("report.html"), "--window-size=1280,1000");
    assertThat(seen.console()).isEmpty();
    assertThat(seen.dom()).contains(">6.3 (1.4–28.5)</button>").contains("class=\"script\"");
  }

  @Test
  void wordOnTheConsoleWouldBeSeen() throws Exception {
    write("loud.html", "<!DOCTYPE html><script>console.log('a word')</script>");
    assertThat(browser.load(address("loud.html")).console()).hasSize(1);
  }

  @Test
  void addressInTheAddressBarOpensItsExplanation() throws Exception {
    Chromium.Seen seen = browser.load(address("report.html") + "#" + ODDS_RATIO);
    assertThat(seen.console()).isEmpty();
    assertThat(seen.dom())
        .contains("class=\"n open\" popovertarget=\"" + ODDS_RATIO + "\">6.3 (1.4–28.5)<");
  }

  @Test
  void clickOpensTheExplanationAndNothingIsWiderThanANarrowWindow() throws Exception {
    String dom = browser.load(address("frame.html"), "--window-size=800,900").dom();
    Matcher result = Pattern.compile("<pre id=\"result\">(.*?) end</pre>").matcher(dom);
    assertThat(result.find()).as("the page was measured").isTrue();
    assertThat(result.group(1)).isEqualTo("width 360 closed 360  shown true open 360 ");
  }

  @Test
  void picturesAreKept() throws Exception {
    Path pages = Path.of("target", "pages", name);
    write("frame.html", FRAME.replace("HEIGHT", "6000"));
    browser.picture(address("report.html"), pages.resolve("1280.png"), "--window-size=1280,5600");
    browser.picture(
        address("report.html") + "#" + ODDS_RATIO,
        pages.resolve("1280-explanation.png"),
        "--window-size=1280,1000");
    browser.picture(
        address("report.html"),
        pages.resolve("1280-dark.png"),
        "--window-size=1280,5600",
        "--blink-settings=preferredColorScheme=0");
    browser.picture(address("frame.html"), pages.resolve("360.png"), "--window-size=500,6100");
  }
}
