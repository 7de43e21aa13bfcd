// SPDX-License-Identifier: Apache-2.0
package casebook.study.amendment;

import casebook.study.language.Clause;
import casebook.study.language.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// All that two study files say otherwise. Every key and every value of both is compared; comments,
/// quotes and the order of keys are not, but for the order of rules that are read from the top.
///
/// @param list the amendments, by part of the study
/// @param same the parts in which both say the same
public record Amendments(List<Amendment> list, List<String> same) {
  public Amendments {
    list = List.copyOf(list);
    same = List.copyOf(same);
  }

  /// Compares two study files.
  ///
  /// @param before the clauses of the earlier file; the root has no keyword
  /// @param after the clauses of the later file
  /// @param fields what a study file may hold, for what holds where a file does not say
  public static Amendments between(Clause before, Clause after, List<Field> fields) {
    List<Amendment> list = new ArrayList<>(StudyComparison.of(before, after, fields));
    list.sort(Comparator.comparingInt(it -> Parts.place(it.part())));
    TreeSet<String> same =
        new TreeSet<>(Comparator.comparingInt(Parts::place).thenComparing(it -> it));
    for (Clause section : before.children()) {
      if (after.child(section.keyword()).isPresent()) {
        parts(section).forEach(same::add);
      }
    }
    list.forEach(it -> same.remove(it.part()));
    return new Amendments(list, List.copyOf(same));
  }

  private static List<String> parts(Clause section) {
    return section.keyword().equals("treatment")
        ? section.children().stream()
            .map(it -> Parts.of(List.of(section.keyword(), it.keyword())))
            .toList()
        : List.of(Parts.of(List.of(section.keyword())));
  }
}
