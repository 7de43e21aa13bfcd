// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Statistic;
import casebook.study.report.style.CellText;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The lines of a forest plot: every ratio of a table of estimates, under the row and the model
/// that it belongs to.
///
/// @param groups heads of the columns of counts
/// @param head head of the printed estimates
/// @param axis title of the axis
/// @param entries the lines
public record ForestRows(List<String> groups, String head, String axis, List<Entry> entries) {
  public ForestRows {
    groups = List.copyOf(groups);
    entries = List.copyOf(entries);
  }

  /// A line.
  ///
  /// @param heading whether it only names what follows
  /// @param counts one for each group, or none
  /// @param countAddresses their addresses
  /// @param estimate what is drawn
  record Entry(
      String label,
      int indent,
      boolean heading,
      List<String> counts,
      List<String> countAddresses,
      String printed,
      String address,
      Optional<Estimate> estimate) {
    Entry {
      counts = List.copyOf(counts);
      countAddresses = List.copyOf(countAddresses);
    }
  }

  /// The lines of a table of estimates.
  public static ForestRows of(Finding.Estimates table, Numbers numbers, String level) {
    return new Builder(table, numbers).rows(level);
  }

  /// The estimates that are drawn.
  List<Estimate> estimates() {
    return entries.stream().flatMap(e -> e.estimate().stream()).toList();
  }

  /// Whether there is something to compare: two estimates at least.
  public boolean worthDrawing() {
    return estimates().stream().filter(e -> Double.isFinite(e.value()) && e.value() > 0).count()
        >= 2;
  }

  /// The lines in words.
  public String words() {
    List<String> sentences = new ArrayList<>();
    String under = "";
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.printed().isEmpty()) {
        under = entry.heading() || above(i) ? entry.label() + ", " : under;
      } else {
        String before = entry.indent() > 0 ? under : "";
        sentences.add(before + entry.label() + ": " + entry.printed() + ".");
      }
    }
    return head + ". " + String.join(" ", sentences);
  }

  /// Says whether the next line stands below a line.
  private boolean above(int place) {
    int next = place + 1;
    return next < entries.size() && entries.get(next).indent() > entries.get(place).indent();
  }

  private static final class Builder {
    private final Finding.Estimates table;
    private final Numbers numbers;
    private final CellText text;
    private final List<Integer> groups = new ArrayList<>();
    private final List<Integer> models = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    Builder(Finding.Estimates table, Numbers numbers) {
      this.table = table;
      this.numbers = numbers;
      this.text = new CellText(numbers);
      for (int i = 0; i < table.columns().size(); i++) {
        int place = i;
        if (table.columns().get(i).n() > 0) {
          groups.add(i);
        } else if (table.rows().stream()
            .anyMatch(r -> r.cells().get(place).form() == Cell.Form.RATIO)) {
          models.add(i);
        }
      }
    }

    ForestRows rows(String level) {
      for (Finding.Row row : table.rows()) {
        // a test of each model has nothing to draw
        if (models.stream().noneMatch(m -> form(row, m) == Cell.Form.P) && !onlyTest(row)) {
          add(row);
        }
      }
      List<String> heads = groups.stream().map(g -> table.columns().get(g).label()).toList();
      String measure = measure();
      return new ForestRows(
          heads, measure + " (" + level + "% CI)", measure + ", log scale", entries);
    }

    private String measure() {
      return table.rows().stream()
          .flatMap(r -> r.cells().stream())
          .filter(c -> c.form() == Cell.Form.RATIO)
          .map(c -> c.statistics().getFirst().statistic().replace('_', ' '))
          .findFirst()
          .map(m -> m.substring(0, 1).toUpperCase(Locale.ROOT) + m.substring(1))
          .orElse("Ratio");
    }

    private void add(Finding.Row row) {
      boolean ratios = models.stream().anyMatch(m -> form(row, m) == Cell.Form.RATIO);
      boolean reference = models.stream().anyMatch(m -> form(row, m) == Cell.Form.REFERENCE);
      if (!ratios) {
        String printed = reference ? text.of(row, models.getFirst()) : "";
        boolean heading = !reference && (row.indent() == 0 || uncounted(row));
        entries.add(entry(row, row.label(), row.indent(), heading, true, printed));
      } else if (models.size() == 1) {
        entries.add(ratio(row, models.getFirst(), row.label(), row.indent(), true));
      } else {
        entries.add(entry(row, row.label(), row.indent(), row.indent() == 0, true, ""));
        for (int model : models) {
          if (form(row, model) == Cell.Form.RATIO) {
            String label = table.columns().get(model).label();
            entries.add(ratio(row, model, label, row.indent() + 1, false));
          }
        }
      }
    }

    private boolean uncounted(Finding.Row row) {
      return counts(row).stream().allMatch(String::isEmpty);
    }

    /// A test that stands in a row of its own below another.
    private boolean onlyTest(Finding.Row row) {
      boolean bare =
          row.cells().stream()
              .map(Cell::form)
              .allMatch(form -> form == Cell.Form.P || form == Cell.Form.EMPTY);
      boolean tested = row.cells().stream().anyMatch(cell -> cell.form() == Cell.Form.P);
      return row.indent() > 0 && bare && tested;
    }

    private static Cell.Form form(Finding.Row row, int place) {
      return row.cells().get(place).form();
    }

    private Entry entry(
        Finding.Row row,
        String label,
        int indent,
        boolean heading,
        boolean counted,
        String printed) {
      return new Entry(
          label,
          indent,
          heading,
          counted ? counts(row) : List.of(),
          counted ? addresses(row) : List.of(),
          printed,
          "",
          Optional.empty());
    }

    private Entry ratio(Finding.Row row, int model, String label, int indent, boolean counted) {
      Statistic statistic = row.cells().get(model).statistics().getFirst();
      return new Entry(
          label,
          indent,
          false,
          counted ? counts(row) : List.of(),
          counted ? addresses(row) : List.of(),
          text.of(row, model),
          statistic.address().path(),
          statistic.estimate());
    }

    private List<String> counts(Finding.Row row) {
      return groups.stream().map(g -> count(row, g)).toList();
    }

    private List<String> addresses(Finding.Row row) {
      return groups.stream()
          .map(g -> row.cells().get(g).statistics())
          .map(s -> s.isEmpty() ? "" : s.getFirst().address().path())
          .toList();
    }

    /// `12/244` for shares, what the table prints for anything else.
    private String count(Finding.Row row, int place) {
      Cell cell = row.cells().get(place);
      return switch (cell.form()) {
        case COUNT_PERCENT, COUNT_OF_PERCENT, PROPORTION -> {
          double n = cell.statistics().getFirst().estimate().map(Estimate::value).orElse(0.0);
          long of = CellText.denominator(cell.statistics());
          yield numbers.count(Math.round(n)) + "/" + numbers.count(of);
        }
        case COUNT,
            MEAN_SD,
            MEAN_SE,
            MEDIAN_QUARTILES,
            MEDIAN_RANGE,
            RATIO,
            DIFFERENCE,
            CORRELATION,
            RATE,
            P,
            NUMBER,
            QUANTITY,
            TIME,
            TIME_QUARTILES,
            TIME_RANGE,
            PERCENT,
            REFERENCE,
            NOT_APPLICABLE,
            EMPTY ->
            text.of(row, place);
      };
    }
  }
}
