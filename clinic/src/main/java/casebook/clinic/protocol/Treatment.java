// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.language.Expr.Relation;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How patients are treated and followed, as the study file says it.
///
/// @param dosing the drug and its doses
/// @param level the window of the drug level; empty: levels steer nothing
/// @param baselines how the values before start are taken
/// @param monitoring what is measured when
/// @param doseRules what changes the dose
/// @param coMedication other drugs and foods that matter
/// @param forecast whether the file asks for the forecast of levels
/// @param at the place of the clause
public record Treatment(
    Dosing dosing,
    Optional<LevelWindow> level,
    List<Baseline> baselines,
    List<MonitoringLine> monitoring,
    List<DoseRule> doseRules,
    List<CoMedicationRule> coMedication,
    boolean forecast,
    Span at) {
  public Treatment {
    baselines = List.copyOf(baselines);
    monitoring = List.copyOf(monitoring);
    doseRules = List.copyOf(doseRules);
    coMedication = List.copyOf(coMedication);
  }

  /// How the value before start of a measurement is taken; empty when the file does not say.
  public Optional<Baseline> baseline(String measure) {
    for (Baseline baseline : baselines) {
      if (baseline.measure().equals(measure)) {
        return Optional.of(baseline);
      }
    }
    return Optional.empty();
  }

  /// The drug and its doses.
  ///
  /// @param drug its name among the events, such as `cyclosporine`
  /// @param stages one after the other; the last has no end
  /// @param timesPerDay 1, 2 or 3
  /// @param capsules the strengths that exist, mg, rising; empty: not declared
  /// @param stops when treatment ends by the response
  /// @param at the place of `dose`
  /// @param capsulesAt the place of `capsules`, or of the whole clause
  public record Dosing(
      String drug,
      List<Stage> stages,
      int timesPerDay,
      List<BigDecimal> capsules,
      List<StopRule> stops,
      Span at,
      Span capsulesAt) {
    public Dosing {
      stages = List.copyOf(stages);
      capsules = List.copyOf(capsules);
      stops = List.copyOf(stops);
    }

    /// Doses that no response ends.
    public Dosing(
        String drug,
        List<Stage> stages,
        int timesPerDay,
        List<BigDecimal> capsules,
        Span at,
        Span capsulesAt) {
      this(drug, stages, timesPerDay, capsules, List.of(), at, capsulesAt);
    }

    /// The stage that holds so many days after the first dose.
    ///
    /// @param daysSinceStart 0 on the day of the first dose
    public Stage stage(long daysSinceStart) {
      long begins = 0;
      for (Stage stage : stages) {
        if (stage.days().isEmpty() || daysSinceStart < begins + stage.days().get()) {
          return stage;
        }
        begins += stage.days().get();
      }
      return stages.getLast();
    }
  }

  /// When treatment ends by the response.
  ///
  /// @param response whether it ends in response, rather than for want of one
  /// @param after how long after the first day of the response, or after the first dose
  /// @param label the words of the file: `no response after 3 months`
  /// @param at the place
  public record StopRule(boolean response, Steps after, String label, Span at) {}

  /// A dose, or a band of doses, for some time.
  ///
  /// @param low mg/kg/d
  /// @param high mg/kg/d; equal to `low` for a single dose
  /// @param days how long; empty: from then on
  /// @param at the place
  public record Stage(BigDecimal low, BigDecimal high, Optional<Integer> days, Span at) {
    /// Says whether this is a band rather than one dose.
    public boolean band() {
      return low.compareTo(high) != 0;
    }
  }

  /// Closed limits in a unit.
  public record Window(BigDecimal low, BigDecimal high, Unit unit) {
    /// Says where a value lies: below 0, within 0, above 0 as of `compareTo`.
    public int side(BigDecimal value) {
      return value.compareTo(low) < 0 ? -1 : value.compareTo(high) > 0 ? 1 : 0;
    }
  }

  /// The window of a drug level.
  ///
  /// @param measure the event that holds the level, such as `cya_level`
  /// @param kind `trough` or `peak`
  /// @param window the limits, both included, in the unit of the event
  /// @param specimen the specimen for which they hold; empty: any
  /// @param hours the hours after the last dose at which a sample counts; empty: any
  /// @param steadyAfterDays how many days of one dose make a steady state
  /// @param at the place
  public record LevelWindow(
      String measure,
      String kind,
      Window window,
      Optional<String> specimen,
      Optional<Hours> hours,
      int steadyAfterDays,
      Span at) {}

  /// Hours after the last dose, both ends included.
  public record Hours(BigDecimal from, BigDecimal to) {}

  /// How the value before start of a measurement is taken: the mean of the last values in some days
  /// before start.
  ///
  /// @param measure such as `creatinine`
  /// @param least how many values it needs
  /// @param most how many values at most count, the last ones
  /// @param days how far back, the day of start included
  /// @param at the place
  public record Baseline(String measure, int least, int most, int days, Span at) {}

  /// A line of the monitoring calendar.
  ///
  /// @param name such as `blood count`
  /// @param measures the events that it asks for; it is met when all of them are there
  /// @param phases one after the other; the last has no end
  /// @param stable the phase from stable remission on; empty: the phases go on
  /// @param at the place
  public record MonitoringLine(
      String name, List<String> measures, List<Phase> phases, Optional<Phase> stable, Span at) {
    public MonitoringLine {
      measures = List.copyOf(measures);
      phases = List.copyOf(phases);
    }
  }

  /// Visits at equal distances.
  ///
  /// @param every the distance; months are calendar months, counted from the anchor and clamped to
  ///   the month's end
  /// @param window so many days before and after the day still count
  /// @param declared whether the file says the window, or it is our default
  /// @param lasting how long; empty: from then on
  /// @param at the place
  public record Phase(
      Steps every, int window, boolean declared, Optional<Steps> lasting, Span at) {}

  /// A number of calendar steps.
  ///
  /// @param amount at least 1
  /// @param unit days, weeks, months or years
  public record Steps(int amount, Step unit) {
    public Steps {
      if (amount < 1) {
        throw new IllegalArgumentException(amount + " steps; at least 1");
      }
    }

    /// The day that lies `times` of these steps after an anchor: months and years are counted from
    /// the anchor, and the day is clamped to the month's end.
    public LocalDate after(LocalDate anchor, int times) {
      long steps = (long) amount * times;
      return switch (unit) {
        case DAYS -> anchor.plusDays(steps);
        case WEEKS -> anchor.plusWeeks(steps);
        case MONTHS -> anchor.plusMonths(steps);
        case YEARS -> anchor.plusYears(steps);
      };
    }

    /// The fewest days that the steps can be.
    public int leastDays() {
      return switch (unit) {
        case DAYS -> amount;
        case WEEKS -> 7 * amount;
        case MONTHS -> 28 * amount;
        case YEARS -> 365 * amount;
      };
    }

    /// As a sentence says it: `2 months`, `1 week`.
    public String words() {
      String name = unit.word();
      return amount + " " + (amount == 1 ? name : name + "s");
    }
  }

  /// The steps of the calendar.
  public enum Step {
    DAYS("day"),
    WEEKS("week"),
    MONTHS("month"),
    YEARS("year");

    private final String word;

    Step(String word) {
      this.word = word;
    }

    /// The word for one of them.
    public String word() {
      return word;
    }
  }

  /// What changes the dose, and how it goes on.
  ///
  /// @param label the words of the file: `creatinine > 150 % of baseline`
  /// @param trigger when it holds
  /// @param actions what is done: one of them, where there are several
  /// @param resume when the dose before is given again
  /// @param otherwise what is done when it cannot be resumed
  /// @param at the place
  public record DoseRule(
      String label,
      Trigger trigger,
      List<Action> actions,
      Optional<Trigger> resume,
      List<Action> otherwise,
      Span at) {
    public DoseRule {
      actions = List.copyOf(actions);
      otherwise = List.copyOf(otherwise);
    }
  }

  /// When a rule holds.
  public sealed interface Trigger {
    /// A share of the value before start: `creatinine > 150 % of baseline`.
    record OfBaseline(String measure, Relation relation, BigDecimal percent, Span at)
        implements Trigger {}

    /// A value: `bilirubin > 2 mg/dL`. The unit converts into that of the event.
    record OfValue(String measure, Relation relation, BigDecimal value, Unit unit, Span at)
        implements Trigger {}

    /// A complication of one of these names: `infection or intolerance`.
    record Happening(List<String> names, Span at) implements Trigger {
      public Happening {
        names = List.copyOf(names);
      }
    }

    /// The place.
    Span at();
  }

  /// What is done.
  public sealed interface Action {
    /// The dose is reduced by a share for some days.
    record Reduce(BigDecimal percent, Optional<Integer> days) implements Action {}

    /// The drug is stopped for some days.
    record Stop(Optional<Integer> days) implements Action {}

    /// A clinician is asked.
    record Ask() implements Action {}
  }

  /// What the file says of another drug or food.
  ///
  /// @param name its name among the events
  /// @param stance whether the protocol permits it
  /// @param then what follows its start and its stop
  /// @param at the place
  public record CoMedicationRule(String name, Stance stance, Optional<LevelAfter> then, Span at) {}

  /// What a protocol says to another drug.
  public enum Stance {
    /// It is permitted.
    PERMITTED,
    /// It is not permitted.
    NOT_PERMITTED,
    /// It is noted.
    NOTE,
    /// It is given before or after the treatment, not during it.
    BEFORE_OR_AFTER
  }

  /// A level so many days after a start or stop.
  ///
  /// @param fromDays the first day that counts
  /// @param toDays the last day that counts
  public record LevelAfter(int fromDays, int toDays) {}
}
