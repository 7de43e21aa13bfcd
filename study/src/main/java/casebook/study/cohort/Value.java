// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Censoring;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What an expression gives for one person: a value, *unknown because something is missing*, or not
/// applicable.
public sealed interface Value {
  /// Why the value is not, or not wholly, known; empty when it is, and when it is not applicable.
  default List<Cause> causes() {
    return List.of();
  }

  /// A number, in the unit that the expression was brought to.
  record Decimal(BigDecimal value) implements Value {}

  /// A number of which only one bound is known, such as `<10`.
  ///
  /// @param limit the bound; the value itself lies beyond it
  /// @param side `BELOW` or `ABOVE`
  /// @param cause why the value is not known
  record Beyond(BigDecimal limit, Censoring side, Cause cause) implements Value {
    @Override
    public List<Cause> causes() {
      return List.of(cause);
    }
  }

  /// A day: some calendar steps from an anchor. Steps that follow each other are added before they
  /// are taken, so that 31 January, a month, and another month is 31 March.
  ///
  /// @param anchor where the steps begin
  /// @param months months to go, taken first; the day is clamped to the month's end
  /// @param days days to go
  record Day(LocalDate anchor, long months, long days) implements Value {
    /// A day as it stands.
    static Day of(LocalDate date) {
      return new Day(date, 0, 0);
    }

    /// The day after all steps.
    public LocalDate date() {
      return anchor.plusMonths(months).plusDays(days);
    }
  }

  /// A day of which only the first and the last possibility are known.
  record PartialDay(Day first, Day last, Cause cause) implements Value {
    @Override
    public List<Cause> causes() {
      return List.of(cause);
    }
  }

  /// A number of calendar steps.
  record Steps(long months, long days) implements Value {}

  /// Yes or no.
  enum Truth implements Value {
    NO,
    YES;

    static Truth of(boolean yes) {
      return yes ? YES : NO;
    }

    /// Whether it is yes.
    public boolean yes() {
      return this == YES;
    }
  }

  /// One of several levels, a genotype, or a text.
  record Word(String text) implements Value {}

  /// Not known, because of these.
  record Unknown(List<Cause> causes) implements Value {
    public Unknown {
      causes = causes.size() < 2 ? List.copyOf(causes) : List.copyOf(new LinkedHashSet<>(causes));
      if (causes.isEmpty()) {
        throw new IllegalArgumentException("an unknown value has at least 1 cause, not 0");
      }
    }

    static Unknown missing(String variable) {
      return new Unknown(List.of(new Cause(variable, Cause.MISSING)));
    }

    /// The reason in words: `unknown because igm_ps is missing`.
    public String because() {
      Set<String> missing =
          causes.stream()
              .filter(cause -> cause.what().equals(Cause.MISSING))
              .map(Cause::variable)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      List<String> phrases = new ArrayList<>();
      if (!missing.isEmpty()) {
        phrases.add(
            String.join(" and ", missing)
                + (missing.size() == 1 ? " is " : " are ")
                + Cause.MISSING);
      }
      causes.stream()
          .filter(cause -> !cause.what().equals(Cause.MISSING))
          .forEach(cause -> phrases.add(cause.variable() + " " + cause.what()));
      return "unknown because " + String.join(" and ", phrases);
    }

    /// The variables concerned, with a comma between.
    public String variables() {
      return causes.stream().map(Cause::variable).distinct().collect(Collectors.joining(", "));
    }
  }

  /// Was not asked of this person.
  record NotApplicable() implements Value {}

  /// Why a value is not known.
  ///
  /// @param variable the variable's name
  /// @param what what is wrong with it, such as `missing`, or a phrase such as `has no day`
  record Cause(String variable, String what) {
    static final String MISSING = "missing";
  }
}
