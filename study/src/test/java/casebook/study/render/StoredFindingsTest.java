// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.study.finding.Findings;
import casebook.study.report.Document;
import casebook.study.report.LetterFindings;
import casebook.study.report.Report;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StoredFindingsTest {
  private static final String ODDS_RATIO = "association.igm_positive.crude.odds_ratio";

  private final Findings findings = LetterFindings.in("lancet");
  private final StoredFindings stored = StoredFindings.read(FindingsJson.write(findings).bytes());

  @Test
  void everyExplanationComesBackAsItWasInTheReport() {
    Document paper = Report.of(findings);
    assertThat(stored.numbers().keySet()).isEqualTo(paper.explanations().keySet());
    paper
        .explanations()
        .forEach((address, explanation) ->
            assertThat(stored.explain(address)).as(address).hasValue(explanation));
  }

  @Test
  void terminalSaysWhatThePageSays() {
    String text = ExplanationText.of(stored.explain(ODDS_RATIO).orElseThrow());
    Goldens.compare("explain-odds-ratio.txt", text.getBytes(StandardCharsets.UTF_8));
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(100));
  }

  @Test
  void absentNumberSaysWhy() {
    String address = "association.igg_positive.la_and_apa.odds_ratio";
    String text = ExplanationText.of(stored.explain(address).orElseThrow());
    assertThat(text).contains("Why there is no value", "no control has IgG anti-PS");
  }

  @Test
  void unknownAddressHasANearestOne() {
    assertThat(stored.explain("association.igm_positive.crude.ods_ratio")).isEmpty();
    assertThat(stored.nearest("association.igm_positive.crude.ods_ratio")).hasValue(ODDS_RATIO);
    assertThat(stored.nearest("matching")).hasValue("matching.sex");
    assertThat(stored.nearest("xyz")).isEmpty();
  }

  @Test
  void fileOfAnotherFormatIsRefused() {
    refused("{\"format\":\"casebook-findings/2\"}", "the format is 'casebook-findings/2'");
    refused("{}", "the format is ''");
    refused("[]", "does not begin with an object");
    refused("{\"format\":", "line 1: ");
    refused("{\"format\":\"a\",\"format\":\"a\"}", "Duplicate");
  }

  private static void refused(String json, String words) {
    assertThatThrownBy(() -> StoredFindings.read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
