// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.clinic.protocol.Treatment.Dosing;
import casebook.clinic.protocol.Treatment.Stage;
import casebook.clinic.protocol.Treatment.Step;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.protocol.Treatment.Window;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreatmentTest {
  private static final Span AT = Span.ofFile("study.yaml");

  @Test
  void firstStageHoldsOnDaysOneToSixAndTheSecondFromDaySeven() {
    Stage loading = new Stage(new BigDecimal(5), new BigDecimal(5), Optional.of(6), AT);
    Stage band = new Stage(new BigDecimal("2.5"), new BigDecimal(3), Optional.empty(), AT);
    Dosing dosing = new Dosing("cyclosporine", List.of(loading, band), 2, List.of(), AT, AT);
    assertThat(dosing.stage(0)).isEqualTo(loading);
    assertThat(dosing.stage(5)).isEqualTo(loading);
    assertThat(dosing.stage(6)).isEqualTo(band);
    assertThat(dosing.stage(4000)).isEqualTo(band);
    assertThat(loading.band()).isFalse();
    assertThat(band.band()).isTrue();
  }

  @Test
  void monthsAreCountedFromTheAnchorAndClamped() {
    Steps month = new Steps(1, Step.MONTHS);
    LocalDate anchor = LocalDate.of(2007, 1, 31);
    assertThat(month.after(anchor, 1)).isEqualTo(LocalDate.of(2007, 2, 28));
    assertThat(month.after(anchor, 2)).isEqualTo(LocalDate.of(2007, 3, 31));
    assertThat(month.after(anchor, 3)).isEqualTo(LocalDate.of(2007, 4, 30));
    assertThat(new Steps(2, Step.WEEKS).after(anchor, 3)).isEqualTo(LocalDate.of(2007, 3, 14));
    assertThat(new Steps(1, Step.YEARS).after(LocalDate.of(2004, 2, 29), 1))
        .isEqualTo(LocalDate.of(2005, 2, 28));
    assertThat(new Steps(10, Step.DAYS).after(anchor, 1)).isEqualTo(LocalDate.of(2007, 2, 10));
  }

  @Test
  void stepsAreSaidInWords() {
    assertThat(new Steps(1, Step.WEEKS).words()).isEqualTo("1 week");
    assertThat(new Steps(2, Step.MONTHS).words()).isEqualTo("2 months");
    assertThat(new Steps(2, Step.MONTHS).leastDays()).isEqualTo(56);
    assertThatThrownBy(() -> new Steps(0, Step.WEEKS)).hasMessageContaining("at least 1");
  }

  @Test
  void endsOfAWindowBelongToIt() {
    Window window = new Window(new BigDecimal(200), new BigDecimal(400), Unit.NONE);
    assertThat(window.side(new BigDecimal("199.6"))).isNegative();
    assertThat(window.side(new BigDecimal("200.0"))).isZero();
    assertThat(window.side(new BigDecimal(400))).isZero();
    assertThat(window.side(new BigDecimal("400.1"))).isPositive();
  }
}
