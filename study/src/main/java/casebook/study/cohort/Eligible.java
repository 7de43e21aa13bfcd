// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.cohort.Attrition.Out;
import casebook.study.cohort.Attrition.Step;
import casebook.study.data.RowSet;
import casebook.study.language.Selection.Criterion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// Walks through the criteria in order; who does not meet one, or cannot be judged, leaves there.
final class Eligible {
  private static final String NOT_MET = "not met";

  private final Evaluate evaluate;
  private final GroupOf groups;
  private final Queries queries;
  private final List<Step> steps = new ArrayList<>();
  private RowSet rows;

  private Eligible(Evaluate evaluate, GroupOf groups, Queries queries) {
    this.evaluate = evaluate;
    this.groups = groups;
    this.queries = queries;
    this.rows = RowSet.all(evaluate.table().rows());
  }

  /// Who stays, and how the others left.
  record Result(RowSet rows, Attrition attrition) {}

  static Result walk(List<Criterion> criteria, Evaluate evaluate, GroupOf groups, Queries queries) {
    Eligible walk = new Eligible(evaluate, groups, queries);
    Attrition.Count start = groups.count(walk.rows);
    if (groups.declared() && start.other() > 0) {
      walk.step("case or control", "neither case nor control", groups::inEither);
    }
    for (Criterion criterion : criteria) {
      walk.step(criterion.label(), NOT_MET, row -> walk.judged(criterion, row));
    }
    return new Result(walk.rows, new Attrition(start, walk.steps));
  }

  private Value judged(Criterion criterion, int row) {
    return groups.concerns(criterion.of(), row)
        ? evaluate.value(criterion.require(), row)
        : new Value.NotApplicable();
  }

  private void step(String label, String reason, IntFunction<Value> judge) {
    Map<String, BitSet> notMet = new TreeMap<>();
    Map<String, BitSet> unknown = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.row(i);
      Value met = judge.apply(row);
      if (met instanceof Value.Unknown why) {
        unknown.computeIfAbsent(why.because(), any -> new BitSet()).set(row);
        queries.unknown(row, why, "Eligibility: `" + label + "` is " + why.because());
      } else if (met == Value.Truth.NO) {
        notMet.computeIfAbsent(reason, any -> new BitSet()).set(row);
      }
    }
    List<Out> out = new ArrayList<>();
    notMet.forEach((why, left) -> out.add(out(why, false, left)));
    unknown.forEach((why, left) -> out.add(out(why, true, left)));
    steps.add(new Step(label, out, groups.count(rows)));
  }

  private Out out(String reason, boolean unknown, BitSet left) {
    RowSet leaving = rows.where(left::get);
    rows = rows.where(row -> !leaving.contains(row));
    return new Out(reason, unknown, groups.count(leaving));
  }
}
