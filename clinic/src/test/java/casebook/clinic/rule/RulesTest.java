// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment;
import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Timeline;
import casebook.study.problem.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Span AT = Span.ofFile("study.yaml");
  private static final LocalDate DEATH = LocalDate.of(2007, 5, 31);

  private static Protocol protocol() {
    Treatment.Dosing dosing = new Treatment.Dosing("cyclosporine", List.of(), 2, List.of(), AT, AT);
    Treatment treatment =
        new Treatment(
            dosing, Optional.empty(), List.of(), List.of(), List.of(), List.of(), false, AT);
    return new Protocol(List.of(), new Measures(List.of()), treatment, Optional.empty());
  }

  @Test
  void nothingIsAdvisedAfterDeath() {
    Timeline patient = Timeline.of("1", new Event.Death(Entry.of(DEATH, 2), "infarction"));
    assertThat(Rules.advise(protocol(), patient, DEATH))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.because().sentence())
              .isEqualTo("The patient died on 2007-05-31; nothing is advised.");
          assertThat(it.because().facts()).hasSize(1);
        });
  }

  @Test
  void deathAfterTheDayIsNotKnownOnTheDay() {
    Timeline patient = Timeline.of("1", new Event.Death(Entry.of(DEATH, 2), "infarction"));
    assertThat(Rules.advise(protocol(), patient, DEATH.minusDays(1)))
        .noneMatch(it -> it.because().sentence().contains("died"));
  }
}
