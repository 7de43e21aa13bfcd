// SPDX-License-Identifier: Apache-2.0
package casebook.study.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Lets several threads do pieces of work that know nothing of each other. The results stand in the
/// order of the pieces, so that the number of threads changes nothing.
///
/// @param threads how many, at least 1
public record Workers(int threads) {

  /// Does every piece.
  public <T> List<T> all(List<Supplier<T>> pieces) {
    if (threads == 1 || pieces.size() < 2) {
      return pieces.stream().map(Supplier::get).toList();
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, pieces.size()))) {
      List<Future<T>> futures = new ArrayList<>();
      for (Supplier<T> piece : pieces) {
        futures.add(pool.submit(piece::get));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(result(future));
      }
      return List.copyOf(results);
    }
  }

  /// Begins a piece of work that is needed later only; the answer waits for its end. With one
  /// thread it is done when it is asked for.
  public <T> Supplier<T> begin(Supplier<T> piece) {
    FutureTask<T> task = new FutureTask<>(piece::get);
    if (threads == 1) {
      return () -> {
        task.run(); // once
        return result(task);
      };
    }
    Thread.ofPlatform().daemon().start(task);
    return () -> result(task);
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a piece of work failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a piece of work", e);
    }
  }
}
