// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.compare.MeanDifference;
import casebook.stats.compare.SimpleRegression;
import casebook.stats.compare.TTest;
import casebook.stats.genetic.GenotypeModel;
import casebook.stats.result.Answer;
import casebook.study.analysis.provenance.Counts;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The contrasts of a comparison by its models.
///
/// @param asked what is compared
/// @param groups the groups
/// @param base the beginning of the addresses
record Effects(ComparisonQuestion asked, Groups groups, Address base) {
  static final String NOT_POSITIVE =
      "a value is not above 0 and has no logarithm; differences need `scale: as is`";

  /// Behind the names of the groups that the primary result compares.
  static final String PRIMARY = ", primary contrast";

  /// The contrasts of a model: one, or one a group against the reference.
  List<Effect> of(GenotypeModel model) {
    return switch (model) {
      case CODOMINANT ->
          IntStream.range(1, groups.samples().size()).mapToObj(this::against).toList();
      case ADDITIVE -> List.of(additive());
      case DOMINANT, RECESSIVE, OVERDOMINANT -> List.of(binary(model));
    };
  }

  /// A group against the reference.
  Effect against(int place) {
    Sample sample = groups.samples().get(place);
    Sample reference = groups.reference();
    boolean primary = asked.primaryContrast().place().equals(OptionalInt.of(place));
    return between(
        base.with(sample.slug()),
        sample.label() + " against " + reference.label() + (primary ? PRIMARY : ""),
        primary,
        List.of(sample),
        List.of(reference));
  }

  private Effect binary(GenotypeModel model) {
    List<Sample> with = new ArrayList<>();
    List<Sample> without = new ArrayList<>();
    for (int copies = 0; copies < groups.samples().size(); copies++) {
      (model.code(copies) == 1 ? with : without).add(groups.samples().get(copies));
    }
    String name = name(model);
    String head = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return between(
        base.with(name),
        head + ": " + names(with) + " against " + names(without),
        false,
        with,
        without);
  }

  static String name(GenotypeModel model) {
    return model.name().toLowerCase(Locale.ROOT);
  }

  private static String names(List<Sample> samples) {
    return String.join(" or ", samples.stream().map(Sample::label).toList());
  }

  private Effect between(
      Address address, String row, boolean primary, List<Sample> one, List<Sample> other) {
    double[] first = Groups.joined(one, asked.spec().scale());
    double[] second = Groups.joined(other, asked.spec().scale());
    String words =
        "between "
            + names(one)
            + " and "
            + names(other)
            + " ("
            + asked.by().label()
            + (primary ? PRIMARY : "")
            + ")";
    Answer<MeanDifference> difference =
        sayable(one, other)
            .flatMap(any -> new TTest(asked.settings().level()).welch(first, second));
    Counts counts = Counts.of("n_group", first.length).and("n_reference", second.length);
    Rows rows = new Rows(first.length + second.length, groups.rows().out());
    return new Effect(
        address,
        row,
        words,
        difference,
        asked.log() ? ContrastMethods.RATIO : ContrastMethods.DIFFERENCE,
        asked.origin().basis(counts, rows));
  }

  private Effect additive() {
    double[] y = Groups.joined(groups.samples(), asked.spec().scale());
    double[] copies =
        IntStream.range(0, groups.samples().size())
            .boxed()
            .flatMapToDouble(
                place -> Arrays.stream(groups.samples().get(place).values()).map(value -> place))
            .toArray();
    Answer<MeanDifference> slope =
        sayable(groups.samples(), List.of())
            .flatMap(any -> new SimpleRegression(asked.settings().level()).of(copies, y))
            .map(line ->
                new MeanDifference(
                    line.slope().estimate(), line.slope().standardError(), line.slope().test()));
    Method method =
        asked.log() ? ContrastMethods.RATIO_PER_STEP : ContrastMethods.DIFFERENCE_PER_STEP;
    return new Effect(
        base.with("additive"),
        "Additive: per " + asked.counted() + " allele",
        "per " + asked.counted() + " allele of " + asked.by().label(),
        slope,
        method,
        asked.origin().basis(Counts.of("n", groups.size()), groups.rows()));
  }

  /// The reasons that come before all others.
  private Answer<Boolean> sayable(List<Sample> one, List<Sample> other) {
    List<Sample> all = new ArrayList<>(one);
    all.addAll(other);
    if (!other.isEmpty()) {
      for (List<Sample> side : List.of(one, other)) {
        if (side.stream().allMatch(sample -> sample.size() == 0)) {
          return Answer.none("nobody has " + names(side));
        }
      }
    }
    if (asked.log() && all.stream().anyMatch(Sample::anyNotPositive)) {
      return Answer.none(NOT_POSITIVE);
    }
    long values = all.stream().mapToLong(Sample::size).sum();
    long censored = all.stream().mapToLong(Sample::censored).sum();
    return values > 0 && censored == values
        ? Answer.none("every value lies beyond a limit of detection")
        : Answer.of(true);
  }
}
