// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.genotype.GenotypeMethods;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.OddsRatioMethods;
import casebook.study.analysis.provenance.TestMethods;
import casebook.study.finding.Method;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BibliographyTest {
  private final Bibliography carried = Bibliography.carried();

  @Test
  void everyMethodNamesOnlyKnownReferences() throws IllegalAccessException {
    List<String> references = new ArrayList<>();
    for (Class<?> list :
        List.of(Methods.class, OddsRatioMethods.class, TestMethods.class, GenotypeMethods.class)) {
      for (Field field : list.getFields()) {
        if (field.get(null) instanceof Method method && !method.reference().isBlank()) {
          references.add(method.reference());
        }
      }
    }
    assertThat(references).hasSizeGreaterThan(20);
    assertThat(references)
        .allSatisfy(words ->
            assertThat(carried.named(words))
                .as(words + " needs an entry in references.bib, `cited` exactly so")
                .extracting(Reference::kind)
                .doesNotContain("misc"));
  }

  @Test
  void keysAndShortTextsAreDistinctAndNoFieldIsEmpty() {
    assertThat(carried.all()).extracting(Reference::key).doesNotHaveDuplicates();
    assertThat(carried.all()).extracting(Reference::cited).doesNotHaveDuplicates();
    assertThat(carried.all())
        .allSatisfy(it -> {
          assertThat(it.cited()).isNotBlank();
          assertThat(it.key()).matches("[a-z]+[0-9]{4}").endsWith(it.fields().get("year"));
          assertThat(it.fields()).containsKeys("title", "year").doesNotContainKey("cited");
          assertThat(it.fields().values()).noneMatch(String::isBlank);
        });
  }

  @Test
  void methodWithTwoReferencesHasBothInItsOrder() {
    assertThat(carried.named(OddsRatioMethods.SAMPLE_FIRTH.reference()))
        .extracting(Reference::key)
        .containsExactly("firth1993", "heinze2002");
  }

  @Test
  void referenceIsPrintedWithItsTitleAndDoi() {
    Reference firth = carried.named("Firth D. Biometrika 1993;80:27-38").getFirst();
    assertThat(firth.printed())
        .isEqualTo(
            "Firth D. Bias reduction of maximum likelihood estimates. Biometrika 1993;80:27–38."
                + " doi:10.1093/biomet/80.1.27");
    assertThat(firth.bibtex())
        .startsWith("@article{firth1993,\n  author = {Firth, David},\n")
        .endsWith("  doi = {10.1093/biomet/80.1.27},\n}\n")
        .doesNotContain("cited");
  }

  @Test
  void marksOfTexAreNotPrinted() {
    assertThat(carried.all())
        .extracting(Reference::printed)
        .noneMatch(text -> text.matches(".*[{}$`\\\\].*"));
  }

  @Test
  void unknownReferenceStaysAsItWasSaid() {
    Reference own = carried.named("Nobody N. J Unknown 2031;1:2-3").getFirst();
    assertThat(own.key()).isEqualTo("nobody2031");
    assertThat(own.printed()).isEqualTo("Nobody N. J Unknown 2031;1:2–3.");
    assertThat(own.bibtex()).contains("@misc{nobody2031", "note = {Nobody N.");
    assertThat(carried.named("")).isEmpty();
  }
}
