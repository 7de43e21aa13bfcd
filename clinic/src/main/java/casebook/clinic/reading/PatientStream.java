// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.reading.ChunkReading.Known;
import casebook.clinic.reading.ChunkReading.Met;
import casebook.clinic.record.Facts;
import casebook.clinic.record.Timeline;
import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.DataFiles.DateOrder;
import casebook.study.language.Study;
import casebook.study.problem.Problems;
import casebook.study.source.Sources;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Reads the patients of a study one after the other, while their events are read from the file:
/// memory holds some megabytes of it at a time, whatever its size. Several threads read pieces of
/// the file; what they find is put together in the order of the file.
///
/// That needs a separated text with one row an event that begins with patient and date, in which
/// the rows of a patient stand together and nothing is an error. Any other file is read at rest
/// ([ClinicData]).
///
/// @param folder the folder of the study file
/// @param study the study
/// @param patients gives the patients as they were read; asked while the events are read already
/// @param threads how many threads may work; never changes a result
/// @param size bytes of a piece of the file, about; never changes a result
public record PatientStream(
    Path folder, Study study, Supplier<Optional<Table>> patients, int threads, int size) {
  private static final int CHUNK = 1 << 22;
  private static final int PIECE = 1000;

  /// With pieces of 4 MB.
  public PatientStream(Path folder, Study study, Supplier<Optional<Table>> patients, int threads) {
    this(folder, study, patients, threads, CHUNK);
  }

  /// Takes the patients.
  ///
  /// @param takers makes what takes the patients of a piece of the file; patients of different
  ///   pieces may be taken at the same time
  /// @param bare says of whom nothing but events is asked; others come with all their facts, as in
  ///   [ClinicData]
  /// @param problems what is to be known of the events
  /// @return the takers in the order of the file, then those of patients without events; empty when
  ///   the file must be read at rest, and then nothing that was taken counts
  public <T extends Consumer<Timeline>> Optional<List<T>> read(
      Supplier<T> takers, Predicate<Timeline> bare, Problems problems) {
    Optional<DataFiles> files = study.data().ofEvents();
    Optional<Path> file =
        files.filter(PatientStream::plain).flatMap(it -> Sources.locate(folder, it).value());
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file.get()), 1 << 16)) {
      Optional<List<String>> header = header(in, files.get());
      Places places = new Places(patients, study.data().subject());
      return header.isEmpty()
          ? Optional.empty()
          : new Run<>(StreamPlan.of(study, places, header.get()), takers, bare, threads)
              .all(in, size, problems);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + files.get().file(), e);
    }
  }

  private static boolean plain(DataFiles files) {
    String name = files.file().toLowerCase(Locale.ROOT);
    return (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt"))
        && files.writing().dates() == DateOrder.ISO
        && files.writing().missing().stream().noneMatch(it -> it.matches("[\\d-]+"));
  }

  /// The headers, if the file is one that can be read so.
  private Optional<List<String>> header(InputStream in, DataFiles files) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n' && line.size() < 1 << 16; c = in.read()) {
      line.write(c);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    String bare = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    List<String> names = List.of(bare.split("[" + files.writing().separator() + "]", -1));
    boolean known =
        names.size() > 4
            && (names.getFirst().equals("patient")
                || names.getFirst().equals(study.data().subject()))
            && names.get(1).equals("date")
            && EventTable.known(names.subList(1, names.size()))
            && names.stream().distinct().count() == names.size();
    return known ? Optional.of(names) : Optional.empty();
  }

  /// One reading of a file.
  private static final class Run<T extends Consumer<Timeline>> {
    private final StreamPlan plan;
    private final Supplier<T> takers;
    private final Predicate<Timeline> bare;
    private final int threads;
    private final ThreadLocal<Known> known = ThreadLocal.withInitial(Known::nothing);
    private final List<Met> met = new ArrayList<>();
    private final List<T> taken = new ArrayList<>();
    private final RowFlaws flaws;

    Run(StreamPlan plan, Supplier<T> takers, Predicate<Timeline> bare, int threads) {
      this.plan = plan;
      this.takers = takers;
      this.bare = bare;
      this.threads = threads;
      this.flaws = new RowFlaws(plan.files().file());
    }

    /// What became of a piece of the file.
    private record Piece<T>(T taker, ChunkReading reading) {}

    Optional<List<T>> all(InputStream in, int size, Problems problems) throws IOException {
      Chunk.Cutter cutter =
          new Chunk.Cutter(in, (byte) plan.files().writing().separator(), 2, size);
      Deque<Future<Piece<T>>> open = new ArrayDeque<>();
      try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
        Optional<Chunk> next = cutter.next();
        boolean fit = true;
        while (fit && (next.isPresent() || !open.isEmpty())) {
          if (next.isPresent() && open.size() < threads + 2) {
            Chunk chunk = next.get();
            open.add(pool.submit(() -> piece(chunk)));
            next = cutter.next();
          } else {
            fit = put(result(open.remove()));
          }
        }
        if (!fit) {
          return Optional.empty();
        }
      }
      Optional<BitSet> seen = seen();
      seen.ifPresent(this::without);
      flaws.into(problems);
      return seen.map(all -> taken);
    }

    private Piece<T> piece(Chunk chunk) {
      T taker = takers.get();
      ChunkReading reading = new ChunkReading(plan, known.get(), chunk);
      List<Timeline> others = new ArrayList<>();
      reading.read(
          bare,
          patient -> {
            if (bare.test(patient)) {
              taker.accept(patient);
            } else {
              others.add(patient);
            }
          });
      if (reading.fit() && !others.isEmpty()) {
        ClinicData.placed(plan.study(), others).forEach(taker);
      }
      return new Piece<>(taker, reading);
    }

    /// Puts a piece to those before; says whether it fits.
    private boolean put(Piece<T> piece) {
      met.addAll(piece.reading().met());
      taken.add(piece.taker());
      flaws.takeAll(piece.reading().flaws());
      return piece.reading().fit();
    }

    /// The rows of the patients that were met; empty when one is unknown, stands in two places, or
    /// has a birth or a start that does not fit.
    private Optional<BitSet> seen() {
      if (plan.patients().table().isEmpty()) {
        return Optional.empty();
      }
      BitSet seen = new BitSet();
      for (Met one : met) {
        Optional<Facts> facts = plan.patients().facts(one.id());
        if (facts.isEmpty() || seen.get(facts.get().row()) || !fits(one, facts.get())) {
          return Optional.empty();
        }
        seen.set(facts.get().row());
      }
      return Optional.of(seen);
    }

    private static boolean fits(Met one, Facts facts) {
      Optional<LocalDate> start = facts.date("start");
      return facts.date("birth").filter(one.first()::isBefore).isEmpty()
          && (start.isEmpty() || one.start().isEmpty() || start.equals(one.start()));
    }

    /// The patients of whom no event is known.
    private void without(BitSet seen) {
      Table patients = plan.patients().table().orElseThrow();
      int rows = patients.rows();
      T taker = takers.get();
      List<Timeline> some = new ArrayList<>();
      for (int row = seen.nextClearBit(0); row < rows; row = seen.nextClearBit(row + 1)) {
        some.add(ClinicData.without(plan.patients().id(row), patients, row));
        if (some.size() == PIECE) {
          ClinicData.placed(plan.study(), some).forEach(taker);
          some.clear();
        }
      }
      if (!some.isEmpty()) {
        ClinicData.placed(plan.study(), some).forEach(taker);
      }
      taken.add(taker);
    }

    private static <R> R result(Future<R> future) {
      try {
        return future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a piece of the file could not be read", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while reading", e);
      }
    }
  }
}
