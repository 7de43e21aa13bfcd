// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.cohort.Cohort;
import casebook.study.data.Table;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.run.StudyRun;
import casebook.study.source.Columns;
import casebook.study.source.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Reads a small study of 24 people that the program carries, on a thread of its own and while the
/// study file is read: the first time costs more than the work, and another processor can pay for
/// it. Its cohort is thrown away; nothing depends on it but time.
final class Rehearsal {
  private Rehearsal() {}

  static void begin(StudyRun run) {
    Thread.ofPlatform().daemon().start(() -> cohort(run));
  }

  static Cohort cohort(StudyRun run) {
    try (InputStream text = resource("rehearsal.yaml");
        InputStream data = resource("rehearsal.csv")) {
      Study study = run.read("rehearsal.yaml", text.readAllBytes()).orThrow();
      Checked<Table> table = CsvSource.read(data, study.data(), Columns.of(study.dictionary()));
      return run.cohort(study, table, Settings.standard()).orThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Rehearsal.class.getResourceAsStream(name), name);
  }
}
