// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.Analyses;
import casebook.study.language.Vocabulary;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class JsonSchemaTest {
  private static final Path FILES = Path.of("src/test/resources/study-files");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonSchema.of(Vocabulary.of(Analyses.forms(Analyses.ALL))));

  private static String study(String name) throws IOException {
    return Files.readString(FILES.resolve(name).resolve("study.yaml"));
  }

  private static List<Error> errors(String yaml) {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.validate(json(read), InputFormat.JSON);
  }

  private static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        List<String> entries = new ArrayList<>();
        map.forEach((key, inner) -> entries.add(json(key.toString()) + ":" + json(inner)));
        yield "{" + String.join(",", entries) + "}";
      }
      case List<?> list ->
          "[" + String.join(",", list.stream().map(JsonSchemaTest::json).toList()) + "]";
      case String text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      default -> value.toString();
    };
  }

  @Test
  void theCaseControlLetterFitsTheSchema() throws IOException {
    assertThat(errors(study("good-case-control-letter"))).isEmpty();
  }

  @Test
  void theSmallStudyFitsTheSchema() throws IOException {
    assertThat(errors(study("good-small"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "eligibility, elligibility", "design: case-control, design: casecontrol", "unit:, units:",
    "association:, assoziation:", "adjusted for:, adjust for:", "require:, requires:",
    "percentile:, percentil:", "yes when:, yes if:", "kind: frequency, kind: frequent",
    "primary: yes, primary: perhaps", "casebook: 1, casebook: 2", "title:, titel:"
  })
  void aMisspeltWordDoesNotFit(String right, String wrong) throws IOException {
    String study = study("good-case-control-letter");
    assertThat(study).contains(right);
    assertThat(errors(study.replaceFirst(right, wrong))).isNotEmpty();
  }

  @Test
  void everySummaryStandsInTheSchema() {
    String schema = JsonSchema.of(Vocabulary.of(Analyses.forms(Analyses.ALL)));
    assertThat(StudyForms.ALL)
        .allSatisfy(form -> assertThat(schema).contains("\"" + form.keyword() + "\""));
    assertThat(schema).contains("Plausible values, both ends included.");
  }
}
