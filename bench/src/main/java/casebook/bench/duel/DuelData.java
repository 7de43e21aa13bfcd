// SPDX-License-Identifier: Apache-2.0
package casebook.bench.duel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/// The data of the duel of functions: drawn once from a fixed seed, and written as little-endian
/// doubles, one file a column, so that both sides read the same bits.
final class DuelData {
  /// Rows and columns of the logistic models.
  final double[][] logistic = new double[10][500];

  final double[] outcome = new double[500];

  /// 200 sets of one case and four controls.
  final double[][] matched = new double[5][1000];

  final int[] set = new int[1000];
  final double[] cases = new double[1000];

  /// 10,000 rows, times in days.
  final double[][] hazard = new double[5][10_000];

  final double[] time = new double[10_000];
  final boolean[] event = new boolean[10_000];

  /// A million rows, times in months with all their digits.
  final double[] months = new double[1_000_000];

  final double[] days = new double[1_000_000];
  final boolean[] died = new boolean[1_000_000];

  final long[][] table = {
    {5, 2, 3, 0, 1}, {1, 6, 2, 2, 0}, {2, 1, 7, 1, 3}, {0, 3, 1, 6, 2}, {1, 2, 0, 3, 6}
  };

  private final SplittableRandom random = new SplittableRandom(20);

  DuelData() {
    drawLogistic();
    drawSets();
    drawTimes();
    for (int i = 0; i < months.length; i++) {
      double censored = 120 * random.nextDouble();
      double death = -80 * Math.log(1 - random.nextDouble());
      months[i] = Math.min(death, censored) + 1e-3;
      days[i] = Math.ceil(months[i] * 30);
      died[i] = death <= censored;
    }
  }

  private void drawLogistic() {
    for (int i = 0; i < outcome.length; i++) {
      double eta = -1;
      for (int j = 0; j < logistic.length; j++) {
        boolean binary = j % 2 == 1;
        double x = binary ? (random.nextDouble() < 0.3 ? 1 : 0) : random.nextGaussian();
        logistic[j][i] = x;
        eta += (j % 3 - 1) * 0.5 * x;
      }
      outcome[i] = random.nextDouble() * (1 + Math.exp(-eta)) < 1 ? 1 : 0;
    }
  }

  private void drawSets() {
    for (int i = 0; i < set.length; i++) {
      set[i] = i / 5;
      cases[i] = i % 5 == 0 ? 1 : 0;
      for (int j = 0; j < matched.length; j++) {
        double shift = (j % 3 - 1) * 0.4 * cases[i];
        boolean binary = j % 2 == 1;
        matched[j][i] =
            binary
                ? (random.nextDouble() < 0.3 + shift / 2 ? 1 : 0)
                : random.nextGaussian() + shift;
      }
    }
  }

  private void drawTimes() {
    for (int i = 0; i < time.length; i++) {
      double eta = 0;
      for (int j = 0; j < hazard.length; j++) {
        boolean binary = j % 2 == 1;
        double x = binary ? (random.nextDouble() < 0.4 ? 1 : 0) : random.nextGaussian();
        hazard[j][i] = x;
        eta += (j % 3 - 1) * 0.3 * x;
      }
      double death = -2000 * Math.log(1 - random.nextDouble()) * Math.exp(-eta);
      double censored = 3650 * random.nextDouble();
      time[i] = Math.ceil(Math.min(death, censored));
      event[i] = death <= censored;
    }
  }

  /// Writes every column into a folder.
  void write(Path folder) throws IOException {
    write(folder, "logistic", logistic);
    write(folder.resolve("logistic-y"), outcome.length, i -> outcome[i]);
    write(folder, "clogit", matched);
    write(folder.resolve("clogit-y"), cases.length, i -> cases[i]);
    write(folder.resolve("clogit-set"), set.length, i -> set[i]);
    write(folder, "cox", hazard);
    write(folder.resolve("cox-time"), time.length, i -> time[i]);
    write(folder.resolve("cox-event"), event.length, i -> event[i] ? 1 : 0);
    write(folder.resolve("km-time"), months.length, i -> months[i]);
    write(folder.resolve("km-event"), died.length, i -> died[i] ? 1 : 0);
    write(folder.resolve("fisher-5x5"), 25, i -> table[i / 5][i % 5]);
  }

  private static void write(Path folder, String prefix, double[][] columns) throws IOException {
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      write(folder.resolve(prefix + "-x" + (j + 1)), column.length, i -> column[i]);
    }
  }

  private static void write(Path file, int rows, IntToDoubleFunction value) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 * rows).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rows; i++) {
      bytes.putDouble(value.applyAsDouble(i));
    }
    Files.write(file, bytes.array());
  }
}
