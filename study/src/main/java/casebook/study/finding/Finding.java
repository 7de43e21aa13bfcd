// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A result in one of a few shapes. A finding outlives how it was made and how it will look: no
/// formatting, no patient data.
public sealed interface Finding {
  /// What it is, and who asked for it.
  Heading heading();

  /// What every finding carries.
  ///
  /// @param address the common beginning of the addresses of its numbers
  /// @param title the caption of its table or figure, such as `Characteristics of cases and
  ///   controls`
  /// @param at the clause of the study file that asked for it
  /// @param primary whether it is the declared primary analysis; others are exploratory
  /// @param notes footnotes that belong to the whole: tests, definitions, what was left out
  /// @param warnings what makes its numbers less trustworthy, each a sentence
  record Heading(
      Address address,
      String title,
      Span at,
      boolean primary,
      List<String> notes,
      List<String> warnings) {
    public Heading {
      notes = List.copyOf(notes);
      warnings = List.copyOf(warnings);
    }
  }

  /// A column of a table.
  ///
  /// @param slug its part of an address
  /// @param label its head, such as `Cases`
  /// @param n the number of persons, 0 when the column has none of its own (a model, a P column)
  /// @param note a footnote on the head, such as the covariates of a model; may be empty
  record Column(String slug, String label, int n, String note) {}

  /// A row of a table: one cell a column.
  ///
  /// @param label its head
  /// @param unit unit or form of its numbers, shown beside the label, such as `years, mean (SD)`
  /// @param indent 0 for a variable, 1 for a level or a subset below it
  /// @param cells one a column
  record Row(String label, String unit, int indent, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// Table 1: who the people are, by group.
  record Characteristics(Heading heading, List<Column> columns, List<Row> rows) implements Finding {
    public Characteristics {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// Table 2: counts by group and effect estimates by model, one row a level or a subset; also
  /// drawn as a forest plot of the cells of form `RATIO`.
  ///
  /// @param further numbers that the table does not show but that have addresses of their own:
  ///   further tests, the other terms of each model, its numbers of persons
  record Estimates(Heading heading, List<Column> columns, List<Row> rows, List<Statistic> further)
      implements Finding {
    public Estimates {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      further = List.copyOf(further);
    }

    /// Makes a table whose numbers are all shown.
    public Estimates(Heading heading, List<Column> columns, List<Row> rows) {
      this(heading, columns, rows, List.of());
    }
  }

  /// How participants came into the analysis, step by step.
  ///
  /// @param steps in order, the first is everybody
  record Flow(Heading heading, List<Step> steps) implements Finding {
    public Flow {
      steps = List.copyOf(steps);
    }

    /// One box of the flow diagram.
    ///
    /// @param label such as `Recruited` or `plasma available`
    /// @param groups how many remain, by group
    /// @param out who left at this step, by reason
    public record Step(String label, List<GroupCount> groups, List<Out> out) {
      public Step {
        groups = List.copyOf(groups);
        out = List.copyOf(out);
      }
    }

    /// A number of persons of one group.
    public record GroupCount(String group, Statistic count) {}

    /// Persons who left.
    ///
    /// @param reason such as `plasma available: no` or `unknown because igm_ps is missing`
    /// @param unknown whether the criterion could not be decided
    /// @param groups how many, by group
    public record Out(String reason, boolean unknown, List<GroupCount> groups) {
      public Out {
        groups = List.copyOf(groups);
      }
    }
  }

  /// Reference limits, one row a measurement: value, n, percentile, rule; and other tables of what
  /// was measured.
  ///
  /// @param head above the labels of the rows
  record Limits(Heading heading, List<Column> columns, List<Row> rows, String head)
      implements Finding {
    public Limits {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /// Makes a table with one row a measurement.
    public Limits(Heading heading, List<Column> columns, List<Row> rows) {
      this(heading, columns, rows, "Measurement");
    }
  }

  /// How the declared matching stands in the data.
  record Matching(Heading heading, List<Column> columns, List<Row> rows) implements Finding {
    public Matching {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// Numbers that a text prints, beside what they must equal.
  record Statements(Heading heading, List<Column> columns, List<Row> rows) implements Finding {
    public Statements {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// A measurement compared between groups: what each group measured, what each contrast says.
  ///
  /// @param contrasts what is said in words of the contrasts that matter most; may be empty
  /// @param figure the values, where they are drawn
  record Comparison(
      Heading heading,
      List<Column> columns,
      List<Row> rows,
      List<Contrast> contrasts,
      Optional<Plot> figure)
      implements Finding {
    public Comparison {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      contrasts = List.copyOf(contrasts);
    }
  }

  /// Two measurements with each other: correlations, by method or by group.
  ///
  /// @param figure the pairs, where they are drawn
  record Correlation(Heading heading, List<Column> columns, List<Row> rows, Optional<Plot> figure)
      implements Finding {
    public Correlation {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// What became of the patients: rates of response, numbers of complications.
  ///
  /// @param place the section of the paper, such as `Response`, and the head above the labels
  /// @param statements what the text of the paper says of it
  record Outcomes(
      Heading heading,
      Statement.Place place,
      List<Column> columns,
      List<Row> rows,
      List<Statement> statements)
      implements Finding {
    public Outcomes {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      statements = List.copyOf(statements);
    }
  }

  /// Single patients, one row each; made only where the study asks for it.
  record Listing(Heading heading, List<Column> columns, List<ListedPatient> patients)
      implements Finding {
    public Listing {
      columns = List.copyOf(columns);
      patients = List.copyOf(patients);
    }
  }

  /// The time until an event, by group: curves, the table of their numbers, tests.
  ///
  /// @param time what is waited for, from when, in which unit
  /// @param columns of the table
  /// @param rows one a group, then one a test
  /// @param groups the curves; none where only a table is shown
  /// @param further numbers that the table does not show
  record Survival(
      Heading heading,
      GroupCurve.Course time,
      List<Column> columns,
      List<Row> rows,
      List<GroupCurve> groups,
      List<Statistic> further)
      implements Finding {
    public Survival {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      groups = List.copyOf(groups);
      further = List.copyOf(further);
    }
  }

  /// An effect along a measured quantity, step by step, such as the odds ratio of lying above each
  /// cut-off.
  ///
  /// @param axes what is drawn along what
  /// @param method how the effect was estimated
  /// @param groups the persons counted at each step, one column a group
  /// @param steps from low to high, each beginning where the one before ends; at least one
  /// @param marks places on the quantity that are pointed out, the one in use first
  record Curve(
      Heading heading,
      Axes axes,
      Method method,
      List<Column> groups,
      List<Stretch> steps,
      List<Mark> marks)
      implements Finding {
    public Curve {
      groups = List.copyOf(groups);
      steps = List.copyOf(steps);
      marks = List.copyOf(marks);
      if (steps.isEmpty()) {
        throw new IllegalArgumentException(heading.address() + " has 0 steps, not at least 1");
      }
    }

    /// What is drawn along what.
    ///
    /// @param along the quantity, such as `Cut-off of IgM anti-protein S`
    /// @param unit its unit as printed; may be empty
    /// @param effect what is drawn, such as `Odds ratio`
    public record Axes(String along, String unit, String effect) {}

    /// A stretch of the quantity on which the effect is the same.
    ///
    /// @param from where it begins; belongs to it
    /// @param to where it ends; does not belong to it
    /// @param effect a ratio with its interval
    /// @param counts one a group
    public record Stretch(double from, double to, Estimate effect, List<Integer> counts) {
      public Stretch {
        counts = List.copyOf(counts);
        if (!(from < to)) {
          throw new IllegalArgumentException("a step from " + from + " to " + to);
        }
      }
    }

    /// A place on the quantity.
    ///
    /// @param label what it is, such as `Cut-off, 95% bootstrap interval`
    /// @param at the place
    /// @param range how far it may reach; empty for a place without uncertainty
    public record Mark(String label, double at, Optional<Interval> range) {}
  }

  /// One question answered under every combination of some choices.
  ///
  /// @param choices what was chosen, in the order in which a specification names it
  /// @param columns of the table, after the number of the specification and its choices
  /// @param specifications from the smallest answer to the largest; those without one stand last
  /// @param summary what they say together
  record Specifications(
      Heading heading,
      List<Choice> choices,
      List<Column> columns,
      List<Specification> specifications,
      SpecificationSummary summary)
      implements Finding {
    public Specifications {
      choices = List.copyOf(choices);
      columns = List.copyOf(columns);
      specifications = List.copyOf(specifications);
    }

    /// The rows of the table, without what was chosen.
    public List<Row> rows() {
      return specifications.stream().map(Specification::row).toList();
    }

    /// An answer.
    ///
    /// @param taken the place of its option in each choice
    /// @param main whether it is the answer that the analysis prints
    /// @param row its cells, the answer in that of form `RATIO`; the label is its number, from 1
    public record Specification(List<Integer> taken, boolean main, Row row) {
      public Specification {
        taken = List.copyOf(taken);
      }

      /// The answer, with the reason where there is none.
      public Statistic answer() {
        return row.cells().stream()
            .filter(cell -> cell.form() == Cell.Form.RATIO)
            .findFirst()
            .orElseThrow()
            .statistics()
            .getFirst();
      }

      /// The ratio of the answer; none where a count is empty, so that it is 0 or without end.
      public OptionalDouble ratio() {
        return answer()
            .estimate()
            .filter(it -> it.value() > 0 && Double.isFinite(it.value()))
            .map(it -> OptionalDouble.of(it.value()))
            .orElse(OptionalDouble.empty());
      }
    }
  }

  /// The curve of the standards of each plate, by which readings became values.
  ///
  /// @param axes what is drawn along what: the response along the concentration
  /// @param method how the curves were fitted
  /// @param plates in the order of the file; at least one
  record Calibration(
      Heading heading,
      Curve.Axes axes,
      Method method,
      List<PlateCurve> plates,
      List<Curve.Mark> marks)
      implements Finding {
    public Calibration {
      plates = List.copyOf(plates);
      marks = List.copyOf(marks);
      if (plates.isEmpty()) {
        throw new IllegalArgumentException(heading.address() + " has 0 plates, not at least 1");
      }
    }
  }

  /// What happened to each of some patients, drawn one by one in their order, with how many of them
  /// are drawn and how many have each mark. There may be no patients.
  record Timelines(
      Heading heading, TimelineFrame frame, List<PatientCourse> patients, List<Statistic> totals)
      implements Finding {
    public Timelines {
      patients = List.copyOf(patients);
      totals = List.copyOf(totals);
    }
  }
}
