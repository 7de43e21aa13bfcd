// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.Analyses;
import casebook.study.cohort.Cohort;
import casebook.study.run.StudyRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void carriedStudyIsReadToItsEnd() {
    Cohort cohort = Rehearsal.cohort(new StudyRun(Analyses.ALL, List.of(), "0"));
    assertThat(cohort.rows().size()).isEqualTo(20);
    assertThat(cohort.groups().cases().size()).isEqualTo(10);
    assertThat(cohort.limits()).hasSize(1);
    assertThat(cohort.table().find("fvl_double")).isPresent();
  }
}
