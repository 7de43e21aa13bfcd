// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.people.Subset;
import casebook.study.analysis.survival.SurvivalSpec.Landmark;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.Restriction;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Rows;
import casebook.study.language.Names;
import casebook.study.language.expression.ExprText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The people of a cohort, or of a subset, by group.
///
/// @param label of the subset; empty for everybody
/// @param followed those whose time and group are known
/// @param before who was left out to come to the subset
/// @param made how groups are made
/// @param groups the reference first; some may be empty
record SurvivalPeople(
    String label,
    Followed followed,
    List<Rows.Out> before,
    SurvivalGroups made,
    List<SurvivalGroup> groups) {
  SurvivalPeople {
    before = List.copyOf(before);
    groups = List.copyOf(groups);
  }

  /// Everybody, and then each subset.
  static List<SurvivalPeople> of(SurvivalQuestion asked) {
    Cohort cohort = asked.cohort();
    List<SurvivalPeople> all = new ArrayList<>();
    all.add(of(asked, "", cohort.rows(), List.of()));
    for (Subset subset : asked.spec().subsets()) {
      Restriction kept =
          Restriction.of(
              cohort,
              ExprText.truth(subset.keep(), Names.of(cohort.study())).orThrow(),
              subset.keep().words(),
              cohort.rows());
      List<Rows.Out> out =
          kept.left().stream()
              .map(it -> new Rows.Out(subset.label() + ": " + it.reason(), it.count()))
              .toList();
      all.add(of(asked, subset.label(), kept.kept(), out));
    }
    return all;
  }

  private static SurvivalPeople of(
      SurvivalQuestion asked, String label, RowSet rows, List<Rows.Out> before) {
    Cohort cohort = asked.cohort();
    SurvivalGroups made =
        asked
            .spec()
            .by()
            .map(it -> SurvivalGroups.of(cohort, it.words()))
            .orElseGet(SurvivalGroups::one);
    Followed timed = new Watch(cohort, asked.clock()).people(rows);
    Followed known = timed.where(i -> made.known(timed.row(i)), made.name() + " is missing");
    Followed followed = landmark(asked, known);
    Rows counted = followed.counted(before);
    List<SurvivalGroup> groups =
        IntStream.range(0, made.size())
            .mapToObj(place -> {
              Followed own = followed.where(i -> made.of(followed.row(i)) == place);
              Rows in = new Rows(own.size(), counted.out());
              return new SurvivalGroup(made.labels().get(place), made.slugs().get(place), own, in);
            })
            .toList();
    return new SurvivalPeople(label, followed, before, made, groups);
  }

  /// Those still observed without the event at the landmark, with their time from there.
  private static Followed landmark(SurvivalQuestion asked, Followed people) {
    Optional<Landmark> landmark = asked.spec().wishes().landmark();
    if (landmark.isEmpty()) {
      return people;
    }
    double later = later(asked, landmark.get());
    return people
        .where(
            i -> people.time(i) > later,
            "event or last contact within " + landmark.get().words() + " (landmark)")
        .from(later);
  }

  /// A landmark in the unit of the times.
  static double later(SurvivalQuestion asked, Landmark landmark) {
    double days = Watch.unit(asked.cohort(), asked.clock()).days();
    return landmark.unit().map(it -> landmark.time() * it.days() / days).orElse(landmark.time());
  }

  boolean isEverybody() {
    return label.isEmpty();
  }

  /// The beginning of their addresses.
  Address address(Address base) {
    return isEverybody() ? base : base.with("restricted").with(label);
  }

  /// A title with the subset behind it.
  String title(String words) {
    return isEverybody() ? words : words + ": " + label;
  }

  /// Who is in and who was left out, why.
  Rows rows() {
    return followed.counted(before);
  }

  /// The group of each person.
  int[] codes() {
    return IntStream.of(followed.rows()).map(made::of).toArray();
  }

  /// The groups with somebody in them.
  List<SurvivalGroup> present() {
    return groups.stream().filter(it -> it.people().size() > 0).toList();
  }
}
