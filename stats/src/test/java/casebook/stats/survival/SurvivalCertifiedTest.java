// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import casebook.stats.regress.Design;
import casebook.stats.regress.Fit;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The certified suite `survival`, 40 digits: rows of time, event, x1, x2. The rows of the curve
/// asked for are the first, the middle (number of event times / 2, from 0) and the last with
/// events.
class SurvivalCertifiedTest {
  @TestFactory
  Stream<DynamicTest> survival() {
    return CertifiedSuite.read("survival").tests(SurvivalCertifiedTest::certify);
  }

  private static void certify(CertifiedCase one) {
    double[][] rows = Json.matrix(one.input().get("rows"));
    double[] time = Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
    boolean[] event = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      event[i] = rows[i][1] == 1;
    }
    var times = new Times(time, event);
    curve(one, times);
    int[] groups = Arrays.stream(rows).mapToInt(row -> (int) row[2]).toArray();
    var logRank = LogRank.standard().test(times, groups).orThrow();
    one.check("logrank_chi2", logRank.test().statistic().orElseThrow());
    one.check("logrank_p", logRank.test().p().value());
    one.check("logrank_expected_group1", logRank.expected(1));
    var design =
        Design.withoutIntercept(rows.length)
            .and("x1", Arrays.stream(rows).mapToDouble(row -> row[2]).toArray())
            .and("x2", Arrays.stream(rows).mapToDouble(row -> row[3]).toArray());
    cox(one, "cox_breslow_", Cox.standard().withTies(Ties.BRESLOW).fit(times, design).fit());
    cox(one, "cox_efron_", Cox.standard().fit(times, design).fit());
  }

  private static void curve(CertifiedCase one, Times times) {
    var curve = KaplanMeier.standard().fit(times);
    int[] rows = IntStream.range(0, curve.size()).filter(i -> curve.events(i) > 0).toArray();
    int last = rows[rows.length - 1];
    one.check("km_time_last", curve.time(last));
    one.check("km_surv_last", curve.survival(last));
    row(one, "first", curve, rows[0]);
    row(one, "mid", curve, rows[rows.length / 2]);
    one.check("km_median", curve.median().time().orElseThrow());
    var reversed = KaplanMeier.standard().fit(times.reversed());
    one.check("median_followup_reverse_km", reversed.median().time().orElseThrow());
  }

  private static void row(CertifiedCase one, String name, SurvivalCurve curve, int row) {
    Interval limits = curve.interval(row).orElseThrow();
    one.check("km_time_" + name, curve.time(row));
    one.check("km_surv_" + name, curve.survival(row));
    one.check("km_se_" + name, curve.standardError(row).orElseThrow());
    one.check("km_loglog_lower_" + name, limits.low());
    one.check("km_loglog_upper_" + name, limits.high());
  }

  private static void cox(CertifiedCase one, String name, Fit fit) {
    one.check(name + "loglik", fit.logLikelihood());
    one.check(name + "lr_chi2", fit.likelihoodRatio().orThrow().statistic().orElseThrow());
    one.check(name + "score_chi2", fit.score("x1", "x2").orThrow().statistic().orElseThrow());
    for (int j = 0; j < 2; j++) {
      one.check(name + "beta[" + j + "]", fit.terms().get(j).value());
      one.check(name + "se[" + j + "]", fit.terms().get(j).standardError());
    }
  }
}
