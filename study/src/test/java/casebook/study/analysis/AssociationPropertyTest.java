// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static casebook.study.analysis.CohortFixture.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssociationPropertyTest {
  private static final List<String> MODELS = List.of("crude", "both");

  /// Newton ends at full double precision, limits at 1e-8 of a standard error.
  private static final double RELATIVE = 1e-9;

  /// One person.
  private record Person(boolean patient, int exposed, int sex, double age) {}

  private static List<Person> people(Random random, int n) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean patient = i % 2 == 0;
      int exposed = random.nextDouble() < (patient ? 0.4 : 0.25) ? 1 : 0;
      people.add(
          new Person(
              patient, exposed, random.nextInt(2), 30 + Math.round(random.nextDouble() * 40)));
    }
    return people;
  }

  private static Cohort cohort(List<Person> people) {
    List<Person> sorted = new ArrayList<>(people.stream().filter(Person::patient).toList());
    int cases = sorted.size();
    sorted.addAll(people.stream().filter(person -> !person.patient()).toList());
    return new CohortFixture(cases, sorted.size() - cases)
        .yesNo("exposed", sorted.stream().mapToInt(Person::exposed).toArray())
        .levels("sex", List.of("male", "female"), sorted.stream().mapToInt(Person::sex).toArray())
        .number("age", sorted.stream().mapToDouble(Person::age).toArray())
        .cohort();
  }

  private static Printed run(Cohort cohort, Profile profile) {
    CovariateSet both =
        new CovariateSet("both", List.of(new Named("sex", AT), new Named("age", AT)), AT);
    AssociationSpec spec =
        new AssociationSpec(
            new Named("exposed", AT),
            true,
            List.of(both),
            List.of(),
            Optional.empty(),
            "",
            Optional.empty(),
            AT);
    Settings settings = new Settings(profile, "plain", 0.95, 1, 1, Optional.empty());
    return Printed.of(new Association().run(spec, cohort, settings));
  }

  private static Estimate ratio(Printed printed, String model) {
    return printed.at("association.exposed." + model + ".odds_ratio").estimate().orElseThrow();
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
  }

  @ParameterizedTest
  @EnumSource
  void swappingCasesAndControlsInvertsTheOddsRatio(Profile profile) {
    List<Person> people = people(new Random(1), 160);
    List<Person> swapped =
        people.stream().map(p -> new Person(!p.patient(), p.exposed(), p.sex(), p.age())).toList();
    Printed one = run(cohort(people), profile);
    Printed other = run(cohort(swapped), profile);
    for (String model : MODELS) {
      Interval limits = ratio(one, model).interval().orElseThrow();
      Interval inverse = ratio(other, model).interval().orElseThrow();
      close(ratio(other, model).value(), 1 / ratio(one, model).value());
      close(inverse.low(), 1 / limits.high());
      close(inverse.high(), 1 / limits.low());
    }
  }

  @ParameterizedTest
  @EnumSource
  void orderOfRowsChangesNothing(Profile profile) {
    List<Person> people = people(new Random(2), 120);
    List<Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(3));
    Printed one = run(cohort(people), profile);
    Printed other = run(cohort(shuffled), profile);
    assertThat(other.all().keySet()).containsExactlyElementsOf(one.all().keySet());
    for (Statistic statistic : one.all().values()) {
      Statistic same = other.at(statistic.address().path());
      assertThat(same.estimate().isPresent()).isEqualTo(statistic.estimate().isPresent());
      statistic
          .estimate()
          .ifPresent(it -> close(same.estimate().orElseThrow().value(), it.value()));
      statistic.p().ifPresent(p -> close(same.p().orElseThrow().value(), p.value()));
    }
  }

  /// Twice the people: the same maximum, and a Wald interval narrower by the root of two.
  @ParameterizedTest
  @EnumSource(names = "SPSS14")
  void doublingThePeopleNarrowsTheWaldIntervalByTheRootOfTwo(Profile profile) {
    List<Person> people = people(new Random(4), 140);
    List<Person> twice = new ArrayList<>(people);
    twice.addAll(people);
    Printed one = run(cohort(people), profile);
    Printed two = run(cohort(twice), profile);
    for (String model : MODELS) {
      Interval wide = ratio(one, model).interval().orElseThrow();
      Interval narrow = ratio(two, model).interval().orElseThrow();
      close(ratio(two, model).value(), ratio(one, model).value());
      close(
          Math.log(wide.high() / wide.low()),
          Math.sqrt(2) * Math.log(narrow.high() / narrow.low()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void emptyCellsNeverPrintAnAbsurdOddsRatio(Profile profile) {
    Random random = new Random(20260702);
    for (int table = 0; table < 20; table++) {
      int empty = random.nextInt(4);
      List<Person> people = new ArrayList<>();
      for (int cell = 0; cell < 4; cell++) {
        int count = cell == empty ? 0 : 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
          people.add(new Person(cell < 2, cell % 2, random.nextInt(2), 20 + random.nextInt(60)));
        }
      }
      Printed printed = run(cohort(people), profile);
      for (Statistic statistic : printed.shown().values()) {
        finite(statistic);
      }
    }
  }

  private static void finite(Statistic statistic) {
    String address = statistic.address().path();
    if (statistic.estimate().isEmpty()) {
      assertThat(statistic.p().isPresent() || !statistic.whyNot().isEmpty()).as(address).isTrue();
      return;
    }
    Estimate estimate = statistic.estimate().get();
    // an infinite one prints as not estimable, and has its one-sided exact interval beside it
    boolean endless =
        estimate.value() == Double.POSITIVE_INFINITY && estimate.interval().isPresent();
    assertThat(endless || estimate.value() < 1e6).as(address).isTrue();
    estimate.interval().ifPresent(limits -> assertThat(limits.low()).as(address).isFinite());
    statistic.p().ifPresent(p -> assertThat(p.ln()).as(address).isFinite());
  }

  /// Any data: small groups, missing values, variables not asked, levels that do not occur.
  @ParameterizedTest
  @EnumSource
  void noDataBringAnExceptionOrAnUnexplainedGap(Profile profile) {
    Random random = new Random(7);
    for (int trial = 0; trial < 60; trial++) {
      int cases = random.nextInt(9);
      int n = cases + random.nextInt(9);
      CohortFixture fixture =
          new CohortFixture(cases, n - cases)
              .yesNo("exposed", codes(random, n, 2))
              .levels("site", List.of("a", "b", "c"), codes(random, n, 3))
              .genotype("fvl", codes(random, n, 3))
              .yesNo("same", new int[n])
              .number("age", numbers(random, n));
      Cohort cohort = fixture.cohort();
      Settings settings = new Settings(profile, "plain", 0.95, 1, 1, Optional.empty());
      List<CovariateSet> sets =
          List.of(
              set("one", "age"),
              set("more", "site", "age", "same"),
              set("all", "fvl additive", "fvl carrier", "fvl homozygous", "age"));
      for (String exposure : List.of("exposed", "site", "fvl", "age", "same")) {
        List<CovariateSet> without =
            sets.stream()
                .filter(set ->
                    set.covariates().stream().noneMatch(it -> it.name().startsWith(exposure)))
                .toList();
        AssociationSpec spec =
            new AssociationSpec(
                new Named(exposure, AT),
                false,
                without,
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                AT);
        Printed printed = Printed.of(new Association().run(spec, cohort, settings));
        printed.shown().values().forEach(AssociationPropertyTest::finite);
      }
    }
  }

  private static CovariateSet set(String label, String... names) {
    return new CovariateSet(
        label, List.of(names).stream().map(name -> new Named(name, AT)).toList(), AT);
  }

  private static int[] codes(Random random, int n, int levels) {
    int missing = random.nextInt(4);
    return random
        .ints(n, 0, levels + (missing == 0 ? 1 : 0))
        .map(it -> it == levels ? -1 : it)
        .toArray();
  }

  private static double[] numbers(Random random, int n) {
    return random.doubles(n).map(it -> it < 0.1 ? Double.NaN : Math.round(it * 50)).toArray();
  }
}
