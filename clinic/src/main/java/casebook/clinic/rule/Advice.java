// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.record.Event;
import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What follows from protocol, events and a day. Each advice shows what it rests on; a clinician
/// decides.
public sealed interface Advice {
  /// What it rests on.
  Because because();

  /// What an advice rests on. Facts and sentence are only gathered where somebody reads them.
  ///
  /// @param clause the place in the study file
  /// @param events gives the events that it was taken from, with their dates and units
  /// @param words writes the sentence
  record Because(Span clause, Supplier<List<Event>> events, Supplier<String> words) {
    /// With facts that are there already.
    public Because(Span clause, List<Event> facts, Supplier<String> words) {
      this(clause, () -> List.copyOf(facts), words);
    }

    /// With facts and a sentence that are there already.
    public static Because of(Span clause, List<? extends Event> facts, String sentence) {
      return new Because(clause, List.<Event>copyOf(facts), () -> sentence);
    }

    /// The events that it was taken from.
    public List<Event> facts() {
      return events.get();
    }

    /// The rule, its inputs and its arithmetic in one or two sentences.
    public String sentence() {
      return words.get();
    }
  }

  /// A criterion of eligibility, judged on the day of start.
  ///
  /// @param criterion its name in the study file
  /// @param verdict whether it is met
  record Eligible(String criterion, Verdict verdict, Because because) implements Advice {}

  /// Whether something holds.
  enum Verdict {
    /// It holds.
    PASS,
    /// It does not hold.
    FAIL,
    /// It cannot be told.
    UNKNOWN
  }

  /// A daily dose.
  ///
  /// @param mgPerKgPerDay the true dose per kilogram, after rounding to capsules
  /// @param portions mg at each time of the day, in order; their sum is the daily dose
  /// @param from the first day with this dose
  /// @param until the last day with it; empty: until something changes it
  record Dose(
      BigDecimal mgPerKgPerDay,
      List<BigDecimal> portions,
      LocalDate from,
      Optional<LocalDate> until,
      Because because)
      implements Advice {
    public Dose {
      portions = List.copyOf(portions);
    }

    /// mg a day.
    public BigDecimal mgPerDay() {
      return portions.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /// The drug is stopped.
  ///
  /// @param until the last day without it; empty: until a clinician decides
  record Stop(LocalDate from, Optional<LocalDate> until, Because because) implements Advice {}

  /// Something is to be measured.
  ///
  /// @param line the line of the calendar, or what asks for it
  /// @param measures what to measure
  /// @param due the day
  /// @param window the first and the last day that count
  /// @param status where the day of the advice stands to it
  record TestDue(
      String line,
      List<String> measures,
      LocalDate due,
      Days window,
      Status status,
      Because because)
      implements Advice {
    public TestDue {
      measures = List.copyOf(measures);
    }
  }

  /// Some days, both ends included.
  record Days(LocalDate first, LocalDate last) {
    public Days {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException(last + " is before " + first);
      }
    }

    /// Says whether a day is one of them.
    public boolean contains(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /// Where a day stands to a visit.
  enum Status {
    /// The window has not begun.
    COMING,
    /// The day lies in the window.
    IN_WINDOW,
    /// The window is over and nothing was measured.
    OVERDUE
  }

  /// Something that somebody should know before deciding.
  ///
  /// @param words writes one sentence; only called where somebody reads it
  /// @param source who says so: `protocol`, or the name of a reference beside it
  record Warning(Supplier<String> words, String source, Because because) implements Advice {
    /// With a sentence that is there already.
    public Warning(String text, String source, Because because) {
      this(() -> text, source, because);
    }

    /// One sentence.
    public String text() {
      return words.get();
    }
  }

  /// Something to know, without alarm.
  ///
  /// @param words writes one sentence; only called where somebody reads it
  record Note(Supplier<String> words, Because because) implements Advice {
    /// With a sentence that is there already.
    public Note(String text, Because because) {
      this(() -> text, because);
    }

    /// Of which the sentence that it rests on is all there is to say.
    public Note(Because because) {
      this(because.words(), because);
    }

    /// One sentence.
    public String text() {
      return words.get();
    }
  }

  /// The state of the response on the day.
  ///
  /// @param response how good it is
  /// @param since the first day of this response
  /// @param onDrug whether the drug is being taken
  record State(Response response, LocalDate since, boolean onDrug, Because because)
      implements Advice {}

  /// Nothing can be said, because something is missing.
  ///
  /// @param question what cannot be told: `the starting dose`
  /// @param missing what is missing: `a weight of the last 30 days`
  record CannotTell(String question, String missing, Because because) implements Advice {}
}
