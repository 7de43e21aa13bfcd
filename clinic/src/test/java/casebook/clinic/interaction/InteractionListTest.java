// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import casebook.clinic.interaction.Interaction.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionListTest {
  private static final InteractionList LIST = InteractionList.cyclosporine();

  @ParameterizedTest
  @CsvSource({
    "Felodipine, felodipine",
    "felodipin, felodipine",
    "FELODIPINE, felodipine",
    "C08CA02, felodipine",
    "c08ca02, felodipine",
    "' felodipine ', felodipine",
    "Félodipine, felodipine",
    "grapefruit juice, grapefruit juice",
    "Grapefruit-Juice, grapefruit juice",
    "rifampin, rifampicin",
    "St. John's wort, St John's wort",
    "ramipril, ACE inhibitor",
    "C09AA05, ACE inhibitor",
    "trimethoprim/sulfamethoxazole, co-trimoxazole"
  })
  void knownByNameSpellingAndCode(String written, String name) {
    assertThat(LIST.find(written)).extracting(Interaction::name).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "paracetamol", "C08CA", "felodipinum", "N02BE01", "azole", "e"})
  void whatIsNotListedIsUnknown(String written) {
    assertThat(LIST.find(written)).isEmpty();
  }

  @Test
  void smallAndEachWithASource() {
    assertThat(LIST.all()).hasSizeBetween(40, 60);
    assertThat(LIST.all())
        .allSatisfy(it -> {
          assertThat(it.source()).isNotBlank();
          assertThat(it.words()).isNotBlank();
          assertThat(it.codes())
              .allMatch(code -> code.matches("[A-Z]\\d\\d[A-Z]([A-Z](\\d\\d)?)?"));
        });
    assertThat(LIST.all().stream().flatMap(it -> it.names().stream())).doesNotHaveDuplicates();
    assertThat(LIST.all()).extracting(Interaction::effect).contains(Effect.values());
  }

  @Test
  void oneDrugMayInteractInSeveralWays() {
    Interaction kidney =
        new Interaction(List.of("x"), List.of("A01"), Effect.KIDNEY, "harms", "somebody");
    Interaction raises =
        new Interaction(List.of("X"), List.of(), Effect.RAISES, "raises", "somebody");
    assertThat(InteractionList.of(List.of(kidney, raises)).find("x"))
        .containsExactly(kidney, raises);
    assertThat(InteractionList.of(List.of(kidney, raises)).find("A01AA01")).containsExactly(kidney);
  }

  @Test
  void levelsChangeOrNot() {
    assertThat(List.of(Effect.values()).stream().filter(Effect::changesLevel))
        .containsExactly(Effect.RAISES, Effect.LOWERS);
  }

  @Test
  void withoutNameOrSourceItIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interaction(List.of(), List.of(), Effect.KIDNEY, "", "source"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interaction(List.of("x"), List.of(), Effect.KIDNEY, "", " "));
  }
}
