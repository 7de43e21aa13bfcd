// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order of the rows in the file changes no count and no limit.
class OrderOfRowsTest {
  @TempDir private Path folder;

  @Test
  void countsLimitsAndMatchingStayTheSame() throws IOException {
    Cohort first = Sample.cohort();
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      Cohort other =
          Sample.cohort(Files.createDirectory(folder.resolve("p" + i)), shuffled(random));
      assertThat(other.attrition()).isEqualTo(first.attrition());
      assertThat(other.limits()).isEqualTo(first.limits());
      MatchingCheck expected = Matched.check(first).orElseThrow();
      MatchingCheck matching = Matched.check(other).orElseThrow();
      assertThat(matching.maximumMatching()).isEqualTo(expected.maximumMatching());
      assertThat(matching.casesWithNone()).isEqualTo(expected.casesWithNone());
      assertThat(matching.casesNotJudged()).isEqualTo(expected.casesNotJudged());
      assertThat(matching.eligibleControls())
          .containsExactlyInAnyOrderElementsOf(expected.eligibleControls());
      assertThat(sorted(other)).isEqualTo(sorted(first));
    }
  }

  private static List<String> shuffled(Random random) throws IOException {
    List<String> lines = new ArrayList<>(Sample.lines());
    Collections.shuffle(lines.subList(1, lines.size()), random);
    return lines;
  }

  private static List<String> sorted(Cohort cohort) {
    return new String(AnalysisSet.csv(cohort), StandardCharsets.UTF_8).lines().sorted().toList();
  }
}
