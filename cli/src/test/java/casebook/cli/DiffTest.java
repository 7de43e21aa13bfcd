// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `casebook diff` on runs of a small study.
class DiffTest {
  private static final String STUDY =
      """
      casebook: 1
      title: Smoking and disease
      design: case-control
      data: people.csv
      subject: id
      variables:
        group: {codes: {0: control, 1: case}}
        age: {is: number, unit: years}
        smoker: yes/no
      cases: group is case
      controls: group is control
      analyses:
        - characteristics: [age]
          by: group
        - association: smoker
      """;

  private static final String CRUDE = "association.smoker.crude.odds_ratio";

  @TempDir static Path folder;

  private record Said(int code, String out, String err) {}

  private static Said casebook(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            List.of(words),
            new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false));
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Forty people; the first is 60 years old unless said otherwise.
  private static String people(int people, int firstAge) {
    StringBuilder text = new StringBuilder("id,group,age,smoker\n");
    for (int i = 0; i < people; i++) {
      int age = i == 0 ? firstAge : 40 + i % 13;
      String smoker = i % 2 == 0 ? i % 3 == 0 ? "no" : "yes" : i % 3 == 0 ? "yes" : "no";
      text.append(i).append(',').append(i % 2).append(',').append(age).append(',');
      text.append(smoker).append('\n');
    }
    return text.toString();
  }

  private static Path run(String name, String study, String data, String... options)
      throws IOException {
    Path source = Files.createDirectories(folder.resolve("of-" + name));
    Files.writeString(source.resolve("people.csv"), data);
    Files.writeString(source.resolve("study.yaml"), study);
    Path out = folder.resolve(name);
    String[] words = new String[options.length + 4];
    words[0] = "run";
    words[1] = source.resolve("study.yaml").toString();
    words[2] = "--out";
    words[3] = out.toString();
    System.arraycopy(options, 0, words, 4, options.length);
    Said said = casebook(words);
    assertThat(said.code()).as(said.err()).isZero();
    return out;
  }

  private static Path first() {
    return folder.resolve("first");
  }

  @BeforeAll
  static void runOnce() throws IOException {
    run("first", STUDY, people(40, 60));
  }

  private static String diff(Path after) {
    Said said = casebook("diff", first().toString(), after.toString());
    assertThat(said.code()).as(said.err()).isZero();
    return said.out();
  }

  @Test
  void sameFolderHasNoDifference() {
    assertThat(diff(first()))
        .contains("Data, study file, methods and version are the same.")
        .containsPattern("All [0-9]+ numbers are the same.");
  }

  @Test
  void otherProfileIsNamedAsTheCauseWithBothMethods() throws IOException {
    String text = diff(run("profile", STUDY, people(40, 60), "--profile", "spss14"));
    assertThat(text)
        .contains("profile   casebook → spss14", "Changed by the profile", CRUDE)
        .contains("score (Miettinen–Nurminen) → sample odds ratio; Wald (Woolf)")
        .contains("Vanished with the profile")
        .doesNotContain("the data");
  }

  @Test
  void otherPeopleAreCountedInRows() throws IOException {
    String text = diff(run("people", STUDY, people(41, 60)));
    assertThat(text)
        .contains("people.csv, 40 rows", "people.csv, 41 rows")
        .contains("Changed by the data", "rows 40 → 41", CRUDE);
  }

  @Test
  void otherValueOfTheSamePeopleChangesWhatRestsOnIt() throws IOException {
    String text = diff(run("value", STUDY, people(40, 61)));
    assertThat(text)
        .contains("Changed by the data", "characteristics.age.controls.mean")
        .doesNotContain(CRUDE);
  }

  @Test
  void otherStudyFileIsNamed() throws IOException {
    String study = STUDY.replace("cases: group is case", "cases: group is case and age > 41");
    assertThat(diff(run("study", study, people(40, 60))))
        .contains("study     study.yaml, SHA-256", "Changed by the study file", CRUDE);
  }

  @Test
  void newAnalysisAppears() throws IOException {
    String study = STUDY + "    adjusted for:\n      age: [age]\n";
    assertThat(diff(run("model", study, people(40, 60))))
        .contains("Appeared with the study file", "association.smoker.age.odds_ratio");
  }

  @Test
  void otherStyleAndLevelAreNamed() throws IOException {
    assertThat(diff(run("style", STUDY, people(40, 60), "--journal", "lancet")))
        .contains("journal   plain → lancet", "Changed by the journal style")
        .doesNotContain("in print");
    assertThat(diff(run("level", STUDY, people(40, 60), "--level", "0.9")))
        .contains("level     0.95 → 0.9", "Changed by the confidence level", CRUDE);
  }

  @Test
  void editedFileIsCalledEdited() throws IOException {
    Path edited = run("edited", STUDY, people(40, 60));
    Path file = edited.resolve("findings.json");
    String text = Files.readString(file);
    int at = text.indexOf("\"value\":", text.indexOf("\"" + CRUDE + "\""));
    Files.writeString(file, text.substring(0, at) + "\"value\":9" + text.substring(at + 8));
    assertThat(diff(edited)).contains("a findings.json was edited after its run", CRUDE);
  }

  @Test
  void jsonHoldsEveryNumberOnceWithBothSides() throws IOException {
    Path after = run("json", STUDY, people(41, 60));
    Said said = casebook("diff", first().toString(), after.toString(), "--json");
    assertThat(said.out()).contains("\"what\" : \"data\"", "\"change\" : \"changed\"");
    int before = 0;
    try (JsonParser parser = new JsonFactory().createParser(said.out())) {
      while (parser.nextToken() != null) {
        before += "before".equals(parser.currentName()) ? 1 : 0;
      }
    }
    assertThat(before).isGreaterThan(10);
  }

  @Test
  void mixturesAreRefused() {
    String study = folder.resolve("of-first").resolve("study.yaml").toString();
    Said mixture = casebook("diff", first().toString(), study);
    assertThat(mixture.code()).isEqualTo(ExitCode.STUDY);
    assertThat(mixture.err()).contains("like with like", "study.yaml is a file");
    Said one = casebook("diff", study);
    assertThat(one.code()).isEqualTo(ExitCode.STUDY);
    Said foreign = casebook("diff", first().toString(), folder.toString());
    assertThat(foreign.code()).isEqualTo(ExitCode.STUDY);
    assertThat(foreign.err()).contains("holds no findings.json");
  }
}
