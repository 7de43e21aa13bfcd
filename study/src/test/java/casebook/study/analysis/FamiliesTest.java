// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.problem.ProblemText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FamiliesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "studies", "families");

  private static WrittenStudy study(String families) throws IOException {
    return WrittenStudy.of(FOLDER, "families:", families);
  }

  private static List<Finding> findings(String families) throws IOException {
    return study(families).besideFamilies(FOLDER);
  }

  private static String problems(String families) throws IOException {
    WrittenStudy study = study(families);
    return ProblemText.of(study.problems(), study.text().lines().toList());
  }

  private static double p(Printed printed, String address) {
    return printed.at(address).p().orElseThrow().value();
  }

  /// The smaller of two P values counts twice, the larger stays, but not below the first.
  @Test
  void holmDoublesTheSmallerOfTwo() throws IOException {
    Printed printed = Printed.of(findings("families: {two: [aps_igg, b2_igg]}"));
    double larger = p(printed, "association.aps_igg.crude.p");
    double smaller = p(printed, "association.b2_igg.crude.p");
    assertThat(smaller).isLessThan(larger);
    // the work is done in logarithms
    assertThat(p(printed, "association.b2_igg.crude.p.adjusted"))
        .isCloseTo(2 * smaller, within(1e-15));
    assertThat(p(printed, "association.aps_igg.crude.p.adjusted"))
        .isCloseTo(Math.max(2 * smaller, larger), within(1e-15));
  }

  @Test
  void familyOfOneChangesNothing() throws IOException {
    Printed printed = Printed.of(findings("families: {one: [la]}"));
    assertThat(printed.at("association.la.crude.p.adjusted").p())
        .isEqualTo(printed.at("association.la.crude.p").p());
  }

  /// Behind the P column of a member stands one more, whose method names family and procedure;
  /// other tables stay as they are.
  @Test
  void adjustedValuesStandBesideTheRawOnes() throws IOException {
    List<Finding> findings = findings("families: {antibodies: [aps_igg, b2_igg]}");
    for (Finding finding : findings) {
      if (finding instanceof Finding.Estimates table) {
        List<String> labels = table.columns().stream().map(Column::label).toList();
        boolean member = table.heading().address().path().matches(".*(aps|b2)_igg");
        assertThat(labels.contains("Adjusted P")).as(table.heading().title()).isEqualTo(member);
        table.rows().forEach(row -> assertThat(row.cells()).hasSameSizeAs(labels));
      }
    }
    assertThat(Printed.of(findings).at("association.b2_igg.crude.p.adjusted").method().name())
        .isEqualTo("Holm's method over the 2 P values of the family “antibodies”");
  }

  @Test
  void memberWithoutPValueIsNamedWhereItBelongs() throws IOException {
    List<Finding> findings = findings("families: {odd: [la, association.acl_igg.crude.cases]}");
    Finding table =
        findings.stream()
            .filter(it -> it.heading().address().path().equals("association.acl_igg"))
            .findFirst()
            .orElseThrow();
    assertThat(table.heading().warnings())
        .contains("The family “odd” names association.acl_igg.crude.cases, which has no P value.");
  }

  @Test
  void unknownMembersGetTheNearestName() throws IOException {
    assertThat(problems("families: {antibodies: [acl_igx, b2_igg]}"))
        .contains("study/family-member", "Did you mean `acl_igg`");
    assertThat(problems("families: {antibodies: [la, b2_igg], others: [association.la]}"))
        .contains("study/family-member-twice", "in the family `antibodies` already");
    assertThat(problems("families: {antibodies: []}")).contains("study/family-without-members");
    assertThat(problems("families: {antibodies: [la, b2_igg]}")).isEmpty();
  }
}
