// SPDX-License-Identifier: Apache-2.0
package casebook.bench.kernel;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs [Kernels] with JMH and prints one table: time and bytes allocated for each call.
public final class Run {
  private Run() {}

  /// Runs the benchmarks.
  ///
  /// @param arguments a regular expression for their names; none means all
  public static void main(String[] arguments) throws RunnerException {
    String names = arguments.length == 0 ? ".*" : arguments[0];
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("casebook.bench.kernel.*" + names)
                    .addProfiler(GCProfiler.class)
                    .build())
            .run();
    System.out.println("| kernel | time | B/op |");
    System.out.println("|---|---|---|");
    for (RunResult result : results) {
      System.out.println(line(result));
    }
  }

  private static String line(RunResult result) {
    Result<?> time = result.getPrimaryResult();
    String steps = result.getParams().getParam("steps");
    return String.format(
        Locale.ROOT,
        "| %s%s | %.3g ± %.1g µs | %.0f |",
        time.getLabel(),
        steps == null ? "" : ", " + steps + " steps",
        time.getScore(),
        time.getScoreError(),
        bytes(result));
  }

  private static double bytes(RunResult result) {
    Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return Objects.requireNonNull(allocated, "the profiler gave no bytes").getScore();
  }
}
