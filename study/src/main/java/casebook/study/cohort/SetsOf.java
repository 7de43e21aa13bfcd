// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.sample.Eligibility;
import casebook.study.cohort.Cohort.Groups;
import casebook.study.data.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/// The matched sets that the data name: a control names its set, a case names it or is its own id.
final class SetsOf {
  private final Groups groups;
  private final SetNames names;

  /// @param set the variable that names the set, such as the id of the case
  /// @param subject the variable that names a person
  SetsOf(Groups groups, Column set, Optional<Column> subject) {
    this.groups = groups;
    names = new SetNames(set, subject);
  }

  /// What became of a control.
  private enum Fate {
    IN_ORDER,
    WITHOUT_SET,
    ALONE,
    AGAINST_RULE,
    NOT_JUDGED
  }

  /// Counts sets, people alone in theirs, and controls against the declared rule.
  ///
  /// @param eligibility which controls meet the rule for which case
  /// @param judged whether the matching variables of a row are known
  MatchedSets check(Eligibility eligibility, IntPredicate judged) {
    Map<String, List<Integer>> cases = casesBySet();
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    Set<String> named = new HashSet<>();
    for (int control = 0; control < groups.controls().size(); control++) {
      Optional<String> name = names.name(groups.controls().row(control), false);
      name.ifPresent(named::add);
      List<Integer> mates = name.map(it -> cases.getOrDefault(it, List.of())).orElse(List.of());
      Fate fate = name.isEmpty() ? Fate.WITHOUT_SET : fate(control, mates, eligibility, judged);
      fates.merge(fate, 1, Integer::sum);
    }
    int complete = (int) cases.keySet().stream().filter(named::contains).count();
    int casesAlone =
        cases.entrySet().stream()
            .filter(set -> !named.contains(set.getKey()))
            .mapToInt(set -> set.getValue().size())
            .sum();
    return new MatchedSets(
        complete,
        casesAlone,
        fates.getOrDefault(Fate.ALONE, 0),
        fates.getOrDefault(Fate.WITHOUT_SET, 0),
        fates.getOrDefault(Fate.AGAINST_RULE, 0),
        fates.getOrDefault(Fate.NOT_JUDGED, 0));
  }

  /// The cases of each set, counted from 0 among the cases.
  private Map<String, List<Integer>> casesBySet() {
    Map<String, List<Integer>> cases = new HashMap<>();
    for (int i = 0; i < groups.cases().size(); i++) {
      int index = i;
      names
          .name(groups.cases().row(i), true)
          .ifPresent(name -> cases.computeIfAbsent(name, any -> new ArrayList<>()).add(index));
    }
    return cases;
  }

  private Fate fate(
      int control, List<Integer> mates, Eligibility eligibility, IntPredicate judged) {
    if (mates.isEmpty()) {
      return Fate.ALONE;
    }
    if (mates.stream().anyMatch(mate -> allows(eligibility, mate, control))) {
      return Fate.IN_ORDER;
    }
    boolean known =
        judged.test(groups.controls().row(control))
            && mates.stream().allMatch(mate -> judged.test(groups.cases().row(mate)));
    return known ? Fate.AGAINST_RULE : Fate.NOT_JUDGED;
  }

  private static boolean allows(Eligibility eligibility, int caseIndex, int control) {
    for (int k = 0; k < eligibility.count(caseIndex); k++) {
      if (eligibility.control(caseIndex, k) == control) {
        return true;
      }
    }
    return false;
  }
}
