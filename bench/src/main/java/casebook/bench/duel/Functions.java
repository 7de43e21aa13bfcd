// SPDX-License-Identifier: Apache-2.0
package casebook.bench.duel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The duel of functions, `./dev bench duels [NAME...]`: methods of the library against R's, both
/// warm in a process of their own, on the same data. Numbers are compared before a time is taken;
/// rounds alternate, so that what else the machine does falls on both sides.
public final class Functions {
  private static final int ROUNDS = 9;
  private static final double ROUND_SECONDS = 0.4;
  private static final double WARM_SECONDS = 3;

  private Functions() {}

  /// Runs the duel from the root of the checkout.
  ///
  /// @param names the bouts to run; none means all
  public static void main(String[] names) throws IOException {
    Path folder = Files.createTempDirectory("duel");
    DuelData data = new DuelData();
    data.write(folder);
    List<String> wanted = List.of(names);
    try (Peer peer = new Peer(folder)) {
      System.out.println(WholeProcess.machine() + "; " + peer.versions());
      System.out.println("| method | peer | ours, median | R, median | R / ours | same to |");
      System.out.println("|---|---|---|---|---|---|");
      for (Bout bout : new Bouts(data).all()) {
        if (wanted.isEmpty() || wanted.contains(bout.name())) {
          System.out.println(fight(bout, peer));
        }
      }
    }
  }

  private static String fight(Bout bout, Peer peer) throws IOException {
    double difference = bout.agree(peer.ask("check " + bout.name()));
    warm(bout);
    double one = Math.max(1e-7, median(time(bout, 5)));
    double other = median(peer.ask("time " + bout.name() + " 3"));
    int calls = calls(one);
    int asked = calls(other);
    double[] ours = new double[ROUNDS];
    double[] theirs = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      theirs[round] = median(peer.ask("time " + bout.name() + " " + asked));
      ours[round] = median(time(bout, calls));
      ratios[round] = theirs[round] / ours[round];
    }
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT,
        "| %s | `%s` | %s | %s | **%.1f** (%.1f-%.1f) | %s |",
        bout.what(),
        bout.peer(),
        words(median(ours)),
        words(median(theirs)),
        ratios[ROUNDS / 2],
        ratios[0],
        ratios[ROUNDS - 1],
        difference == 0 ? "the bit" : String.format(Locale.ROOT, "%.0e", difference));
  }

  private static int calls(double seconds) {
    return (int) Math.clamp(ROUND_SECONDS / seconds, 3, 20_000);
  }

  private static void warm(Bout bout) {
    long end = System.nanoTime() + (long) (WARM_SECONDS * 1e9);
    while (System.nanoTime() < end) {
      time(bout, 5);
    }
  }

  /// Returns the seconds of each call.
  private static double[] time(Bout bout, int calls) {
    double[] seconds = new double[calls];
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      double[] numbers = bout.ours().get();
      seconds[i] = (System.nanoTime() - start) / 1e9;
      if (numbers.length == 0) {
        throw new IllegalStateException(bout.name() + " gave nothing");
      }
    }
    return seconds;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static String words(double seconds) {
    if (seconds < 1e-3) {
      return String.format(Locale.ROOT, "%.3g µs", seconds * 1e6);
    }
    return seconds < 1
        ? String.format(Locale.ROOT, "%.3g ms", seconds * 1e3)
        : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
