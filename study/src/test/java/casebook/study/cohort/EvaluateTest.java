// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import static casebook.study.cohort.Write.dates;
import static casebook.study.cohort.Write.levels;
import static casebook.study.cohort.Write.numbers;
import static casebook.study.cohort.Write.table;
import static casebook.study.cohort.Write.yesNo;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.describe.Quantile;
import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.PartialDate;
import casebook.study.data.Presence;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.language.Names;
import casebook.study.language.expression.ExprText;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A formula is tested as its text and its answers in the three rows of a table.
class EvaluateTest {
  private static final Table ROWS =
      table(
          yesNo("a", "yes", "no", ""),
          yesNo("b", "no", "no", "yes"),
          yesNo("c", "", "", ""),
          yesNo("own", "-", "yes", "no"),
          levels("site", List.of("DVT", "PE", "other"), "DVT", "other", ""),
          levels("fvl", List.of("GG", "GA", "AA"), "GG", "GA", "AA"),
          levels("ins", List.of("4G/4G", "4G/5G", "5G/5G"), "4G/4G", "4G/5G", ""),
          numbers("x", "0.1", "0.3", ""),
          numbers("y", "0.2", "0", "2"),
          numbers("age", "70", "69.9", ""),
          numbers("onset", "12", "60", "-"),
          new Column.Numeric(
              "titre",
              new double[] {10, 1000, 50},
              new Presence[] {Presence.KNOWN, Presence.KNOWN, Presence.KNOWN},
              Map.of(),
              Map.of(0, Censoring.BELOW, 1, Censoring.ABOVE)),
          dates("birth", "1940-02-29", "1950-06-01", ""),
          dates("last", "2001-01-31", "2000-02-29", "-"),
          new Column.Dates(
              "seen",
              new LocalDate[] {
                LocalDate.of(2001, 7, 31), LocalDate.of(2001, 2, 28), LocalDate.EPOCH
              },
              new Presence[] {Presence.KNOWN, Presence.KNOWN, Presence.MISSING},
              Map.of(2, PartialDate.of(YearMonth.of(2003, 5), "2003-05"))));

  private static final Names NAMES = names();

  private static Names names() {
    Unit years = Units.read("years").orElseThrow();
    Unit months = Units.read("months").orElseThrow();
    Dictionary.Type yesNo = new Dictionary.Type.YesNo(Map.of());
    Dictionary.Type number = new Dictionary.Type.Measure(Unit.NONE, Optional.empty(), false);
    Dictionary.Type date = new Dictionary.Type.Date();
    Dictionary dictionary =
        new Dictionary(
            List.of(
                Write.variable("a", "all", yesNo),
                Write.variable("b", "all", yesNo),
                Write.variable("c", "all", yesNo),
                Write.variable("own", "all", yesNo),
                Write.variable(
                    "site",
                    "all",
                    new Dictionary.Type.Levels(List.of("DVT", "PE", "other"), Map.of(), false)),
                Write.variable("fvl", "all", new Dictionary.Type.Genotype("G", "A", Map.of())),
                Write.variable("ins", "all", new Dictionary.Type.Genotype("4G", "5G", Map.of())),
                Write.variable("x", "all", number),
                Write.variable("y", "all", number),
                Write.variable(
                    "age", "all", new Dictionary.Type.Measure(years, Optional.empty(), false)),
                Write.variable(
                    "onset", "all", new Dictionary.Type.Measure(months, Optional.empty(), false)),
                Write.variable("titre", "all", number),
                Write.variable("birth", "all", date),
                Write.variable("last", "all", date),
                Write.variable("seen", "all", date)),
            List.of(),
            List.of());
    return Names.of(dictionary).withLimit("y");
  }

  private static List<String> rows(String text) {
    Clause clause = new Clause("test", text, Clause.Shape.PLAIN, List.of(), Write.AT, Write.AT);
    Expr expr = ExprText.value(clause, NAMES).orThrow().expr();
    CohortWise limits =
        CohortWise.of(
            ROWS,
            Map.of("controls", RowSet.all(3), "cases", RowSet.all(3), "all", RowSet.all(3)),
            List.of(Write.percentile("y", 50)),
            Quantile.standard());
    Evaluate evaluate = new Evaluate(ROWS, limits);
    return IntStream.range(0, 3).mapToObj(row -> words(evaluate.value(expr, row))).toList();
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Decimal(BigDecimal number) -> number.stripTrailingZeros().toPlainString();
      case Value.Beyond beyond -> beyond.side() + " " + beyond.limit();
      case Value.Day day -> day.date().toString();
      case Value.PartialDay day -> day.first().date() + " to " + day.last().date();
      case Value.Steps steps -> steps.months() + " months " + steps.days() + " days";
      case Value.Truth truth -> truth.yes() ? "yes" : "no";
      case Value.Word word -> word.text();
      case Value.Unknown unknown -> unknown.because();
      case Value.NotApplicable none -> "not applicable";
    };
  }

  @Test
  void anyPartThatDecidesMakesAMissingOneHarmless() {
    assertThat(rows("a or c")).containsExactly("yes", C, A_AND_C);
    assertThat(rows("b and c")).containsExactly("no", "no", C);
    assertThat(rows("not a")).containsExactly("no", "yes", A);
    assertThat(rows("a and not c")).containsExactly(C, "no", A_AND_C);
  }

  private static final String A = "unknown because a is missing";
  private static final String C = "unknown because c is missing";
  private static final String A_AND_C = "unknown because a and c are missing";

  @Test
  void quantifiersDifferInWhatAMissingPartDoes() {
    assertThat(rows("any of a b c")).containsExactly("yes", C, "yes");
    assertThat(rows("any known of a b c")).containsExactly("yes", "no", "yes");
    assertThat(rows("any known of c")).containsExactly(C, C, C);
    assertThat(rows("all of a b")).containsExactly("no", "no", A);
  }

  @Test
  void countsAreUnknownWhenAPartIs() {
    assertThat(rows("count of a b")).containsExactly("1", "0", A);
    assertThat(rows("count of a b c except c >= 1")).containsExactly("yes", "no", A);
  }

  @Test
  void whatWasNotAskedIsNotApplicableAloneAndLeftOutBesideOthers() {
    assertThat(rows("not own")).containsExactly("not applicable", "no", "yes");
    assertThat(rows("own or b")).containsExactly("no", "yes", "yes");
    assertThat(rows("own is known")).containsExactly("not applicable", "yes", "yes");
    assertThat(rows("onset < 24")).containsExactly("yes", "no", "not applicable");
    assertThat(rows("count of own b")).containsExactly("0", "1", "1");
  }

  @Test
  void knownAndMissingAreNeverUnknown() {
    assertThat(rows("x is known")).containsExactly("yes", "yes", "no");
    assertThat(rows("x is missing")).containsExactly("no", "no", "yes");
    assertThat(rows("seen is known")).containsExactly("yes", "yes", "no");
  }

  @Test
  void levelsAreOneOfAList() {
    assertThat(rows("site is DVT or PE"))
        .containsExactly("yes", "no", "unknown because site is missing");
    assertThat(rows("site is not DVT"))
        .containsExactly("no", "yes", "unknown because site is missing");
    assertThat(rows("a in (yes, no)")).containsExactly("yes", "yes", A);
  }

  @Test
  void genotypesCarryAlleles() {
    assertThat(rows("fvl carries A")).containsExactly("no", "yes", "yes");
    assertThat(rows("fvl is A/A")).containsExactly("no", "no", "yes");
    assertThat(rows("ins carries 5G"))
        .containsExactly("no", "yes", "unknown because ins is missing");
  }

  @Test
  void numbersAreDecimals() {
    // as doubles 0.1 + 0.2 is above 0.3
    assertThat(rows("x + y = 0.3")).containsExactly("yes", "yes", "unknown because x is missing");
    assertThat(rows("x / y"))
        .containsExactly("0.5", "unknown because a divisor is 0", "unknown because x is missing");
    assertThat(rows("age between 18 and 70"))
        .containsExactly("yes", "yes", "unknown because age is missing");
  }

  @Test
  void unitsAreConverted() {
    assertThat(rows("onset < 2 years")).containsExactly("yes", "no", "not applicable");
    assertThat(rows("age < 70 years"))
        .containsExactly("no", "yes", "unknown because age is missing");
  }

  @Test
  void stepsOfTheCalendarKeepTheirAnchorAndAreClamped() {
    // 31 January + 6 months is 31 July; 29 February 2000 + 12 months is 28 February 2001
    assertThat(rows("seen = last + 6 months")).containsExactly("yes", "no", "not applicable");
    assertThat(rows("seen = last + 1 year")).containsExactly("no", "yes", "not applicable");
    // 31 January, a month and five more: by way of 28 February it would be 28 July
    assertThat(rows("seen = last + 1 month + 5 months"))
        .containsExactly("yes", "no", "not applicable");
    assertThat(rows("seen - last")).containsExactly("181", "365", "not applicable");
  }

  @Test
  void partialDatesDecideWhatTheyCan() {
    String noDay = "unknown because seen has no day";
    assertThat(rows("seen >= 2003-05-01")).containsExactly("no", "no", "yes");
    assertThat(rows("seen < 2003-05-31")).containsExactly("yes", "yes", noDay);
    assertThat(rows("seen between 2003-05-01 and 2003-05-31")).containsExactly("no", "no", "yes");
    assertThat(rows("seen = 2003-05-10")).containsExactly("no", "no", noDay);
    assertThat(rows("seen + 1 month >= 2003-06-01")).containsExactly("no", "no", "yes");
  }

  @Test
  void censoredValuesDecideWhatTheyCan() {
    assertThat(rows("titre < 20")).containsExactly("yes", "no", "no");
    assertThat(rows("titre > 5"))
        .containsExactly("unknown because titre is below its limit of detection", "yes", "yes");
    assertThat(rows("titre >= 1001"))
        .containsExactly("no", "unknown because titre is above its limit of detection", "no");
  }

  @Test
  void ageIsCompletedYears() {
    // 29 February 1940 to 31 July 2001; 1 June 1950 to 28 February 2001
    assertThat(rows("age at seen"))
        .containsExactly("61", "50", "unknown because birth is missing and seen has no day");
  }

  @Test
  void limitsAndPercentilesComeFromTheCohort() {
    // y is 0.2 0 2: the median is 0.2
    assertThat(rows("y above limit")).containsExactly("no", "no", "yes");
    assertThat(rows("y < percentile 50 of y in controls")).containsExactly("no", "yes", "no");
    // cut points of thirds by type 6 are at positions 4/3 and 8/3: 0.0667 and 1.4
    assertThat(rows("third of y")).containsExactly("2", "1", "3");
  }
}
