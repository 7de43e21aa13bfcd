// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.analysis.Analyses;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Estimates;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.language.Study;
import casebook.study.render.Renderers;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The bundled study of published data against the book and against R 4.2.2.
///
/// The values of R were computed on the same 975 rows (2026-11-22) by `glm(y ~ x, binomial, control
/// = glm.control(epsilon = 1e-14, maxit = 100))`, fitted once more from its own coefficients so
/// that the standard errors belong to the last step, with Wald limits from `qnorm(.975)`, and by
/// `mantelhaen.test` for the Mantel-Haenszel odds ratio. Tolerance: 1e-8 relative, what such a fit
/// in doubles keeps.
class IlleEtVilaineTest {
  private static final Path STUDY = Path.of("..", "studies", "ille-et-vilaine", "study.yaml");

  private static final Map<String, Statistic> NUMBERS = new HashMap<>();

  @BeforeAll
  static void run() throws IOException {
    StudyRun run = new StudyRun(Analyses.ALL, Renderers.ALL, "test");
    Study study = run.read("study.yaml", Files.readAllBytes(STUDY)).orThrow();
    Settings settings = new Settings(Profile.SPSS14, "plain", 0.95, 1, 1, Optional.empty());
    Path folder = Optional.ofNullable(STUDY.getParent()).orElseThrow();
    Cohort cohort =
        run.cohort(study, Sources.read(folder, study.data(), study.dictionary()), settings)
            .orThrow();
    for (Finding finding : run.paper(cohort, List.of(), settings).findings().findings()) {
      if (finding instanceof Estimates estimates) {
        estimates.rows().stream()
            .flatMap(row -> row.cells().stream())
            .flatMap(cell -> cell.statistics().stream())
            .forEach(statistic -> NUMBERS.put(statistic.address().path(), statistic));
      }
    }
  }

  /// Breslow and Day 1980: 5.64, 5.16 over six age groups, 5.25 conditional.
  @Test
  void publishedOddsRatiosComeOut() {
    assertThat(estimate("drinks_80.crude").value()).isCloseTo(5.64, within(0.005));
    assertThat(estimate("drinks_80.mantel_haenszel").value()).isCloseTo(5.16, within(0.005));
    assertThat(estimate("drinks_80.conditional").value()).isCloseTo(5.25, within(0.005));
  }

  @Test
  void oddsRatiosAndWaldLimitsAreThoseOfR() {
    same("drinks_80.crude", 5.6400846859561, 4.00058925077165, 7.95146746410439);
    same("drinks_80.age", 5.31158360860004, 3.66298114117403, 7.7021746342123);
    same("drinks_80.age_and_tobacco", 5.07871464969651, 3.46506671318847, 7.44382276822241);
    same("alcohol.crude.40_79", 3.5652709359606, 2.26115907319759, 5.62152260647017);
    same("alcohol.crude.80_119", 7.80261593341246, 4.6772192518196, 13.0164553181161);
    same("alcohol.crude.120", 27.2257053291541, 14.4373207944196, 51.3418688428975);
    same("alcohol.age_and_tobacco.40_79", 4.198085897805, 2.57156755171967, 6.85337828032696);
    same("alcohol.age_and_tobacco.80_119", 7.24794002733761, 4.14786661424756, 12.6649768484449);
    same("alcohol.age_and_tobacco.120", 36.7033784640274, 17.2568303247001, 78.06404567503);
    same("drinks_80.mantel_haenszel", 5.15762319407114, 3.56213053694438, 7.4677434574981);
  }

  private static void same(String address, double value, double low, double high) {
    Estimate estimate = estimate(address);
    Interval interval = estimate.interval().orElseThrow();
    assertThat(estimate.value()).isCloseTo(value, relative(value));
    assertThat(interval.low()).isCloseTo(low, relative(low));
    assertThat(interval.high()).isCloseTo(high, relative(high));
  }

  private static Offset<Double> relative(double value) {
    return within(1e-8 * value);
  }

  private static Estimate estimate(String model) {
    return Optional.ofNullable(NUMBERS.get("association." + model + ".odds_ratio"))
        .orElseThrow()
        .estimate()
        .orElseThrow();
  }
}
