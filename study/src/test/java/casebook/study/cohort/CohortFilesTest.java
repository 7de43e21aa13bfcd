// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/// `-Dgolden.update=true` writes the expected files anew.
class CohortFilesTest {
  private static void same(byte[] found, String name) throws IOException {
    Path expected = Sample.FOLDER.resolve("expected").resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(expected.getParent());
      Files.write(expected, found);
    }
    assertThat(new String(found, StandardCharsets.UTF_8)).isEqualTo(Files.readString(expected));
  }

  @Test
  void analysisSetHoldsEverybodyInTheStudyWithAllVariables() throws IOException {
    same(AnalysisSet.csv(Sample.cohort()), "analysis.csv");
  }

  @Test
  void codebookSaysWhatTheColumnsAre() throws IOException {
    same(Codebook.csv(Sample.cohort()), "codebook.csv");
  }

  @Test
  void queriesSayWhatToLookAt() throws IOException {
    same(QueryList.csv(Sample.cohort()), "queries.csv");
  }

  @Test
  void languageAndTimeZoneOfTheMachineDoNotMatter() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : new String[] {"tr-TR", "ar-EG", "de-DE", "hi-IN-u-nu-deva"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        same(AnalysisSet.csv(Sample.cohort()), "analysis.csv");
        same(Codebook.csv(Sample.cohort()), "codebook.csv");
        same(QueryList.csv(Sample.cohort()), "queries.csv");
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
