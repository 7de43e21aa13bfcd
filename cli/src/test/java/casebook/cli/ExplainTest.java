// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.render.StoredFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final Path STUDIES = Path.of("..", "studies");
  private static final Path TREATMENT = STUDIES.resolve("cyclosporine-itp/study.yaml");

  /// A panel of the report, or a button that opens one.
  private static final Pattern PANEL =
      Pattern.compile("(?:popovertarget|section popover=\"auto\" id)=\"([^\"]+)\"");

  @TempDir Path folder;

  private Path run(Path study, int number) {
    Path out = folder.resolve("out" + number);
    Told run = Told.by("run", study, "--out", out);
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
    return out;
  }

  private static List<Path> bundled() throws IOException {
    try (Stream<Path> files = Files.walk(STUDIES)) {
      return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Set<String> panels(Path report) throws IOException {
    return PANEL
        .matcher(Files.readString(report))
        .results()
        .map(it -> it.group(1))
        .filter(it -> it.contains("."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyAddressOfTheBundledStudiesOpens() throws IOException {
    List<Path> studies = bundled();
    assertThat(studies).hasSizeGreaterThan(5);
    for (Path study : studies) {
      Path out = run(study, studies.indexOf(study));
      Path findings = out.resolve("findings.json");
      Set<String> addresses = panels(out.resolve("report.html"));
      assertThat(addresses).as(study.toString()).isNotEmpty();
      addresses.addAll(StoredNumbers.of(findings).all().keySet());
      StoredFindings stored = StoredFindings.read(Files.readAllBytes(findings));
      assertThat(stored.addresses()).as(study.toString()).containsAll(addresses);
      assertThat(addresses)
          .allSatisfy(address ->
              assertThat(stored.explain(address).orElseThrow().address()).isEqualTo(address));
    }
  }

  @Test
  void valueOfAPatientSaysWhereItWasRead() {
    Path out = run(TREATMENT, 0);
    assertThat(Told.by("explain", out, "listing.patients.1.platelets_at_start").out())
        .isEqualTo(
            """
            Patient 1: Platelets at first dose, ×10⁹/L
            15

            Read in
              events.csv, line 5: platelets 15 ×10⁹/L on 1994-04-09

            Asked for in
              study.yaml, line 77
                - listing: [patient, prior, platelets at start, bleeding, complications]        # Table 1

            Address
              listing.patients.1.platelets_at_start
            """);
  }

  @Test
  void figureNamesWhatItHolds() {
    Path out = run(TREATMENT, 0);
    assertThat(Told.by("explain", out, "survival.lost").out())
        .contains("It stands under `survival` in findings.json.", "  survival.lost.")
        .contains("- survival: {from: response, event: lost, death: censors}");
  }

  @Test
  void addressThatIsNoneHasANearestOne() {
    Told told = Told.by("explain", run(TREATMENT, 0), "listing.patients.1.prio");
    assertThat(told.exit()).isEqualTo(ExitCode.STUDY);
    assertThat(told.err())
        .contains("There is nothing at `listing.patients.1.prio`.")
        .contains("Did you mean `listing.patients.1.prior`?");
  }
}
