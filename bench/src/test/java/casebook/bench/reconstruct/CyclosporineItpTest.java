// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.rule.Capsules;
import casebook.clinic.rule.Capsules.Range;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The twelve patients of the letter: what its table and text print, from the files as they are
/// made.
class CyclosporineItpTest {
  private static final Path STUDY = Path.of("..", "studies", "cyclosporine-itp");
  private static final List<String> FOLLOWED =
      List.of("1", "2", "3", "4", "5", "7", "9", "10", "12");
  private static final List<String[]> PATIENTS = cells(CyclosporineItp.patients());
  private static final List<String[]> EVENTS = cells(CyclosporineItp.events());

  private static List<String[]> cells(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .toList();
  }

  @Test
  void filesAreWhatTheirMakerMakes() throws IOException {
    assertThat(Files.readString(STUDY.resolve("patients.csv")))
        .isEqualTo(CyclosporineItp.patients());
    assertThat(Files.readString(STUDY.resolve("events.csv"))).isEqualTo(CyclosporineItp.events());
    assertThat(Files.readString(STUDY.resolve("study.yaml")))
        .contains("note: \"Reconstructed data");
    assertThat(Files.readString(STUDY.resolve("replication.yaml")))
        .contains("note: \"Reconstructed data");
  }

  /// Table 1: patient, previous therapies, platelets, bleeding, complications.
  @Test
  void tableOneIsExact() {
    assertThat(FOLLOWED.stream().map(CyclosporineItpTest::row))
        .containsExactly(
            "1 | P,G,A,Sple | 15 | ++ | fatigue, hypertension",
            "2 | P,G,ALG,Sple | 29 | ++ | gingival hyperplasia",
            "3 | P,G,ALG,Sple | 18 | + | hypertrichosis, increased creatinine",
            "4 | P,G,A,Sple | 20 | ++ | fatigue, hypertension",
            "5 | P,G,C,Sple | 10 | ++ | tremor, gingival hyperplasia",
            "7 | P,G,C | 28 | ++ | hypertension, candidiasis",
            "9 | P,G,C | 27 | ++ | gingival hyperplasia",
            "10 | P,G,Sple | 12 | ++ | myalgia",
            "12 | P,G,C | 25 | + | paresthesias");
  }

  private static String row(String id) {
    String prior = PATIENTS.stream().filter(it -> it[0].equals(id)).findFirst().orElseThrow()[8];
    String platelets =
        events(id, "measurement")
            .filter(it -> it[3].equals("platelets") && it[12].equals("Table 1"))
            .map(it -> it[4])
            .findFirst()
            .orElseThrow();
    String bleeding = events(id, "bleeding").map(it -> it[10]).findFirst().orElseThrow();
    List<String> complications = events(id, "complication").map(it -> it[3]).toList();
    return String.join(
        " | ", id, prior.replace("\"", ""), platelets, bleeding, String.join(", ", complications));
  }

  private static Stream<String[]> events(String id, String kind) {
    return EVENTS.stream().filter(it -> it[0].equals(id) && it[2].equals(kind));
  }

  /// "9 women and 3 men (median age 66.6 years, range 42-85 years) ... 8 patients had also
  /// undergone splenectomy".
  @Test
  void twelvePatientsAreThoseOfTheText() {
    assertThat(PATIENTS.stream().filter(it -> it[2].equals("female"))).hasSize(9);
    assertThat(PATIENTS.stream().filter(it -> it[8].contains("Sple"))).hasSize(8);
    List<Double> ages = PATIENTS.stream().map(it -> days(it[3], it[6]) / 365.25).sorted().toList();
    // the letter prints one decimal
    assertThat((ages.get(5) + ages.get(6)) / 2).isEqualTo(66.6, Offset.offset(0.05));
    assertThat(Math.floor(ages.getFirst())).isEqualTo(42);
    assertThat(Math.floor(ages.getLast())).isEqualTo(85);
  }

  /// "69 months, range 4-13 years"; "Follow-up from April 1994 to May 2007", which are 157 months.
  @Test
  void nineAreFollowedAsTheLetterSays() {
    List<Long> months =
        FOLLOWED.stream()
            .map(id -> ChronoUnit.MONTHS.between(start(id), last(id)))
            .sorted()
            .toList();
    assertThat(months).containsExactly(48L, 55L, 62L, 66L, 69L, 84L, 90L, 112L, 157L);
  }

  /// The first report: "a median follow-up of 36.8 months" of the ten responders, here to the end
  /// of June 2001.
  @Test
  void firstReportHasItsMedianToo() {
    List<Double> months =
        Stream.concat(FOLLOWED.stream(), Stream.of("8"))
            .map(id -> ChronoUnit.DAYS.between(start(id), earlier(last(id))) / 30.4375)
            .sorted()
            .toList();
    assertThat((months.get(4) + months.get(5)) / 2).isEqualTo(36.8, Offset.offset(0.05));
  }

  private static LocalDate earlier(LocalDate day) {
    LocalDate report = LocalDate.parse("2001-06-30");
    return day.isBefore(report) ? day : report;
  }

  private static LocalDate start(String id) {
    return LocalDate.parse(events(id, "dose").findFirst().orElseThrow()[1]);
  }

  private static LocalDate last(String id) {
    return EVENTS.stream()
        .filter(it -> it[0].equals(id) && List.of("death", "contact").contains(it[2]))
        .map(it -> LocalDate.parse(it[1]))
        .findFirst()
        .orElseThrow();
  }

  private static double days(String from, String to) {
    return ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to));
  }

  /// "The drug dose was 2.5-3 mg/kg/d, after a starting dose of 5 mg/kg/d for six days"; the dose
  /// of patient 3 less 25 % for ten days; capsules exist for all of them.
  @Test
  void dosesAreThoseOfTheProtocol() {
    Capsules capsules =
        new Capsules(Stream.of("10", "25", "50", "100").map(BigDecimal::new).toList(), 2);
    for (String[] patient : PATIENTS) {
      String id = patient[0];
      BigDecimal weight =
          events(id, "measurement")
              .filter(it -> it[3].equals("weight"))
              .map(it -> new BigDecimal(it[4]))
              .findFirst()
              .orElseThrow();
      List<String[]> doses = events(id, "dose").toList();
      assertThat(days(doses.get(0)[1], doses.get(1)[1])).isEqualTo(6);
      BigDecimal load = weight.multiply(BigDecimal.valueOf(5));
      assertThat(Range.upTo(load).contains(new BigDecimal(doses.get(0)[4]))).as(id).isTrue();
      Range band = Range.band(new BigDecimal("2.5"), BigDecimal.valueOf(3), weight);
      for (String[] dose : doses.subList(1, doses.size())) {
        BigDecimal mg = new BigDecimal(dose[4]);
        boolean reduced = dose[1].equals("1998-07-23") || dose[1].equals("1999-08-19");
        assertThat(mg.signum() == 0 || reduced || band.contains(mg)).as(id + " " + mg).isTrue();
        assertThat(
                mg.signum() == 0 || capsules.choose(new Range(mg, mg, mg)).orElseThrow().within())
            .isTrue();
      }
    }
  }

  /// "A creatinine increase exceeding 150% of the baseline value" in patient 3 only.
  @Test
  void onlyPatientThreeExceedsOneHundredAndFiftyPercent() {
    for (String[] patient : PATIENTS) {
      List<BigDecimal> values =
          events(patient[0], "measurement")
              .filter(it -> it[3].equals("creatinine"))
              .map(it -> new BigDecimal(it[4]))
              .toList();
      BigDecimal baseline = values.get(0).add(values.get(1)).divide(BigDecimal.valueOf(2));
      BigDecimal limit = baseline.multiply(new BigDecimal("1.5"));
      assertThat(values.stream().anyMatch(it -> it.compareTo(limit) > 0))
          .as(patient[0])
          .isEqualTo(patient[0].equals("3"));
    }
  }
}
