// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Findings;
import casebook.study.finding.Method;
import casebook.study.finding.TimelineFrame;
import casebook.study.problem.Span;
import casebook.study.report.LetterFindings;
import casebook.study.report.figure.Patients;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FindingsJsonTest {
  private static final Path GUIDE = Path.of("..", "docs", "findings.md");
  private static final Path SCHEMA =
      Path.of("src", "main", "resources", "casebook", "findings.schema.json");

  private final String json =
      new String(FindingsJson.write(LetterFindings.in("plain")).bytes(), StandardCharsets.UTF_8);

  private static String example() throws IOException {
    Matcher block = Pattern.compile("(?s)```json\n(.*?)```").matcher(Files.readString(GUIDE));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static List<String> errors(String json) throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Schema schema = registry.getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  @Test
  void exampleOfTheGuideFollowsTheSchema() throws IOException {
    assertThat(errors(example())).isEmpty();
    assertThat(StoredFindings.read(example().getBytes(StandardCharsets.UTF_8)).numbers())
        .hasSize(3);
  }

  @Test
  void writtenFileFollowsTheSchema() throws IOException {
    assertThat(errors(json)).isEmpty();
  }

  @Test
  void schemaRefusesWhatTheGuideForbids() throws IOException {
    String example = example();
    assertThat(errors(example.replace("\"Inf\"", "\"NaN\""))).isNotEmpty();
    assertThat(errors(example.replace("\"why_not\"", "\"reason\""))).isNotEmpty();
    assertThat(errors(example.replace("casebook-findings/1", "casebook-findings/2"))).isNotEmpty();
  }

  @Test
  void guideNamesEveryMember() throws IOException {
    String guide = Files.readString(GUIDE);
    Matcher member =
        Pattern.compile("\"([a-z_0-9]+)\": ?[{\\[]\"?").matcher(Files.readString(SCHEMA));
    while (member.find()) {
      if (!List.of("properties", "required", "items", "enum", "oneOf", "anyOf")
              .contains(member.group(1))
          && !List.of(
                  "digest",
                  "number",
                  "numbers",
                  "finding",
                  "curve",
                  "calibration",
                  "timeline",
                  "listing")
              .contains(member.group(1))) {
        assertThat(guide).contains("`" + member.group(1) + "`");
      }
    }
  }

  @Test
  void numbersKeepEveryDigitAndUnboundedLimitsAreWords() {
    assertThat(json)
        .contains(
            "\"value\":6.310344827586207,\"low\":1.3972311338492103,\"high\":28.499545192171077")
        .contains("\"value\":\"Inf\",\"low\":1.2006,\"high\":\"Inf\"")
        .contains("\"why_not\":\"no control has IgG anti-PS")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void eachNumberStandsOnALineOfItsOwn() {
    long lines =
        json.lines()
            .filter(line ->
                line.contains(
                    "\"address\":\"association.igm_positive.crude.odds_ratio\",\"shape\""))
            .count();
    assertThat(lines).isEqualTo(1);
    assertThat(json).endsWith("\n");
  }

  @Test
  void curveIsWrittenAsArrays() throws IOException {
    Findings letter = LetterFindings.in("plain");
    List<Finding> findings = new ArrayList<>(letter.findings());
    findings.add(curve());
    Findings withCurve =
        new Findings(
            letter.version(),
            letter.study(),
            letter.data(),
            letter.settings(),
            letter.title(),
            letter.note(),
            findings,
            letter.remarks());
    byte[] bytes = FindingsJson.write(withCurve).bytes();
    String written = new String(bytes, StandardCharsets.UTF_8);
    assertThat(errors(written)).isEmpty();
    assertThat(written)
        .contains("\"x\":[1.5,2],\"until\":[2,8.25],\"value\":[2,4],\"low\":[1,0.5]")
        .contains("\"high\":[4,\"Inf\"],\"level\":0.95,\"counts\":{\"cases\":[9,4]}")
        .contains("\"marks\":[{\"label\":\"In use\",\"at\":1.75,\"low\":1.5,\"high\":2}]");
    // a reader of the numbers passes curves over
    assertThat(StoredFindings.read(bytes).numbers())
        .isEqualTo(StoredFindings.read(json.getBytes(StandardCharsets.UTF_8)).numbers());
  }

  @Test
  void figureOfPatientsIsWrittenWithoutIdsAndDays() throws IOException {
    Findings letter = LetterFindings.in("plain");
    Findings withFigure =
        new Findings(
            letter.version(),
            letter.study(),
            letter.data(),
            letter.settings(),
            letter.title(),
            letter.note(),
            List.of(Patients.course(2, new TimelineFrame.Axes(true, false))),
            letter.remarks());
    byte[] bytes = FindingsJson.write(withFigure).bytes();
    String written = new String(bytes, StandardCharsets.UTF_8);
    assertThat(errors(written)).isEmpty();
    assertThat(written.lines().filter(line -> line.contains("\"kind\"")))
        .containsExactly(
            "{\"address\":\"course.platelets\",\"label\":\"Course of platelets in each patient\","
                + "\"kind\":\"course\",\"measured\":\"platelets\",\"unit\":\"×10⁹/L\","
                + "\"normal\":{\"low\":150,\"high\":400},\"thresholds\":["
                + "{\"label\":\"relapse\",\"value\":30},{\"label\":\"partial\",\"value\":80},"
                + "{\"label\":\"complete\",\"value\":150}],"
                + "\"lanes\":[\"cyclosporine\",\"felodipine\"],"
                + "\"strip\":{\"label\":\"cyclosporine level\",\"unit\":\"ng/mL\",\"low\":200,"
                + "\"high\":400},\"along\":\"calendar\",\"scale\":\"linear\","
                + "\"drawn\":{\"patients\":2,\"values\":29,\"levels\":29,\"bars\":6},"
                + "\"at\":{\"line\":9,\"text\":\"line 9\"}}");
    assertThat(written).doesNotContain("1994-", "1995-");
    assertThat(StoredFindings.read(bytes).numbers())
        .containsOnlyKeys(
            "course.platelets.patients",
            "course.platelets.relapse",
            "course.platelets.row_1",
            "course.platelets.row_2");
  }

  private static Finding.Curve curve() {
    return new Finding.Curve(
        new Finding.Heading(
            new Address("assay.x.sweep"), "X", Span.ofLine("s", 1), false, List.of(), List.of()),
        new Finding.Curve.Axes("Cut-off of X", "AU", "Odds ratio"),
        new Method("sample odds ratio", "Wald (Woolf)", "", "", ""),
        List.of(new Finding.Column("cases", "Cases above", 9, "")),
        List.of(
            new Finding.Curve.Stretch(
                1.5, 2, new Estimate(2, new Interval(1, 4, 0.95)), List.of(9)),
            new Finding.Curve.Stretch(
                2,
                8.25,
                new Estimate(4, new Interval(0.5, Double.POSITIVE_INFINITY, 0.95)),
                List.of(4))),
        List.of(new Finding.Curve.Mark("In use", 1.75, Optional.of(new Interval(1.5, 2, 0.95)))));
  }
}
