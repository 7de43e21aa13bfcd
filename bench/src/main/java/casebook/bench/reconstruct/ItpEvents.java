// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import casebook.bench.reconstruct.ItpStory.At;
import casebook.clinic.rule.Capsules;
import casebook.clinic.rule.Capsules.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// The events of one patient as rows of `events.csv`.
final class ItpEvents {
  private static final Capsules CAPSULES =
      new Capsules(Stream.of("10", "25", "50", "100").map(BigDecimal::new).toList(), 2);
  private static final String INVENTED = "invented";

  private final ItpStory story;
  private final SplittableRandom random;
  private final List<ItpRow> rows = new ArrayList<>();

  private ItpEvents(ItpStory story) {
    this.story = story;
    this.random = new SplittableRandom(Long.parseLong(story.id()));
  }

  /// The rows of a patient in the order of time.
  static List<String> of(ItpStory story) {
    ItpEvents events = new ItpEvents(story);
    events.before();
    events.doses();
    events.visits();
    events.happened();
    events.end();
    return events.rows.stream()
        .sorted(Comparator.comparing(ItpRow::day))
        .map(row -> row.text(story.id()))
        .toList();
  }

  private void before() {
    LocalDate start = story.start();
    String count = story.at("course").getFirst().value();
    String table = story.published() ? "Table 1" : INVENTED;
    rows.add(
        ItpRow.of(start.minusDays(9), "bleeding", "")
            .graded(story.said("bleeding").equals("major") ? "++" : "+")
            .noted(table));
    int earlier = Math.max(3, Integer.parseInt(count) + random.nextInt(5) - 2);
    measured(start.minusDays(24), "platelets", String.valueOf(Math.min(29, earlier)), "10^9/L");
    rows.add(
        ItpRow.of(start.minusDays(3), "measurement", "platelets")
            .value(count, "10^9/L")
            .noted(table));
    double creatinine = story.number("creatinine");
    measured(start.minusDays(20), "creatinine", decimal(creatinine - 0.02), "mg/dL");
    measured(start.minusDays(3), "creatinine", decimal(creatinine + 0.02), "mg/dL");
    liver(start.minusDays(3));
    measured(start.minusDays(3), "blood pressure", pressure(), "mmHg");
    measured(start, "weight", story.fact("weight"), "kg");
  }

  private void doses() {
    for (At dose : story.at("doses")) {
      rows.add(
          ItpRow.of(dose.day(), "dose", "cyclosporine")
              .value(milligrams(dose.value()), "mg/d")
              .noted(INVENTED));
    }
  }

  private String milligrams(String words) {
    BigDecimal weight = new BigDecimal(story.fact("weight"));
    Range range =
        words.equals("load")
            ? Range.upTo(weight.multiply(BigDecimal.valueOf(5)))
            : Range.band(new BigDecimal("2.5"), BigDecimal.valueOf(3), weight);
    return words.equals("load") || words.equals("keep")
        ? CAPSULES.choose(range).orElseThrow().total().stripTrailingZeros().toPlainString()
        : words;
  }

  private void visits() {
    ItpCounts.Visits visits = ItpCounts.of(story, random);
    visits
        .counts()
        .forEach((day, count) -> measured(day, "platelets", String.valueOf(count), "10^9/L"));
    visits
        .blood()
        .forEach((day, taken) -> {
          if (taken) {
            if (story.at("creatinine").stream().noneMatch(it -> it.day().equals(day))) {
              level(day);
            }
            creatinine(day);
            liver(day);
            double weight = story.number("weight") + (random.nextInt(5) - 2) * 0.5;
            measured(day, "weight", String.valueOf(weight), "kg");
          }
        });
  }

  private void level(LocalDate day) {
    Optional<At> dose =
        story.at("doses").reversed().stream().filter(it -> it.day().isBefore(day)).findFirst();
    double taken = dose.map(it -> Double.parseDouble(milligrams(it.value()))).orElse(0.0);
    if (taken > 0) {
      double usual = Double.parseDouble(milligrams("keep"));
      double juice = takes("grapefruit juice", day) ? 1.28 : 1;
      double scatter = 1 + 0.09 * (2 * random.nextDouble() - 1);
      long level = Math.round(story.number("level") * taken / usual * juice * scatter);
      String hours = String.valueOf(11.5 + 0.25 * random.nextInt(5));
      rows.add(
          ItpRow.of(day, "level", "cya_level")
              .value(String.valueOf(level), "ng/mL")
              .sampled(hours)
              .noted(INVENTED));
    }
  }

  private boolean takes(String drug, LocalDate day) {
    return story.rows("drug").stream()
        .filter(it -> it.getFirst().equals(drug))
        .anyMatch(it -> !day.isBefore(story.day(it.get(1))) && !day.isAfter(story.day(it.get(2))));
  }

  private void creatinine(LocalDate day) {
    double drawn = story.number("creatinine") * (1.04 + 0.06 * (2 * random.nextDouble() - 1));
    String value =
        story.at("creatinine").stream()
            .filter(it -> it.day().equals(day))
            .map(At::value)
            .findFirst()
            .orElse(decimal(drawn));
    measured(day, "creatinine", value, "mg/dL");
  }

  private void liver(LocalDate day) {
    measured(day, "alt", String.valueOf(16 + random.nextInt(18)), "U/L");
    measured(day, "ast", String.valueOf(15 + random.nextInt(14)), "U/L");
    measured(day, "bilirubin", decimal(0.4 + 0.05 * random.nextInt(11)), "mg/dL");
  }

  private String pressure() {
    return (118 + 2 * random.nextInt(10)) + "/" + (72 + 2 * random.nextInt(6));
  }

  private void happened() {
    for (List<String> it : story.rows("complication")) {
      rows.add(
          ItpRow.of(story.day(it.get(1)), "complication", it.get(0))
              .until(story.day(it.get(2)))
              .graded(it.get(3))
              .done(it.get(4))
              .noted("Table 1"));
      if (it.get(0).equals("hypertension")) {
        String high = (158 + 2 * random.nextInt(6)) + "/" + (96 + 2 * random.nextInt(4));
        measured(story.day(it.get(1)), "blood pressure", high, "mmHg");
        measured(story.day(it.get(2)), "blood pressure", pressure(), "mmHg");
      }
    }
    for (At bleeding : story.at("bled")) {
      rows.add(ItpRow.of(bleeding.day(), "bleeding", "").graded("+").noted(INVENTED));
    }
    for (List<String> it : story.rows("drug")) {
      rows.add(
          ItpRow.of(story.day(it.get(1)), "comedication", it.get(0))
              .until(story.day(it.get(2)))
              .noted(it.get(0).equals("felodipine") ? "Figure 1" : INVENTED));
    }
  }

  private void end() {
    if (story.rows("death").isEmpty()) {
      rows.add(ItpRow.of(story.last(), "contact", "").noted(INVENTED));
    }
    for (List<String> it : story.rows("death")) {
      rows.add(ItpRow.of(story.day(it.get(0)), "death", it.get(1)).noted("text"));
    }
  }

  private void measured(LocalDate day, String name, String value, String unit) {
    rows.add(ItpRow.of(day, "measurement", name).value(value, unit).noted(INVENTED));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
