// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Column;
import casebook.study.data.PartialDate;
import casebook.study.data.Presence;
import casebook.study.language.DataFiles.DateOrder;
import casebook.study.language.Dictionary;
import casebook.study.problem.NearestWord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The cells of one variable while the rows are read, of the kind that its type asks for.
interface Cells {
  /// Takes the next row's text; answers when something is wrong with it.
  Optional<Flaw> add(String text);

  /// Takes an empty cell for the next row.
  void addMissing();

  /// The column that was read.
  Column column();

  /// Levels, yes and no.
  final class Levels implements Cells {
    private final String name;
    private final LevelWords words;
    private final IntStream.Builder codes = IntStream.builder();
    private final List<Presence> presence = new ArrayList<>();

    Levels(String name, LevelWords words) {
      this.name = name;
      this.words = words;
    }

    @Override
    public Optional<Flaw> add(String text) {
      Reading<Integer> read = words.read(text);
      if (read instanceof Reading.Good<Integer>(Integer code)) {
        codes.add(code);
        presence.add(Presence.KNOWN);
      } else {
        addMissing();
      }
      return read.problem();
    }

    @Override
    public void addMissing() {
      codes.add(0);
      presence.add(Presence.MISSING);
    }

    @Override
    public Column column() {
      return new Column.Leveled(name, words.levels(), codes.build().toArray(), marks(presence));
    }
  }

  /// Genotypes.
  final class Genotypes implements Cells {
    private final String name;
    private final GenotypeCalls calls;
    private final IntStream.Builder codes = IntStream.builder();
    private final List<Presence> presence = new ArrayList<>();

    Genotypes(String name, GenotypeCalls calls) {
      this.name = name;
      this.calls = calls;
    }

    @Override
    public Optional<Flaw> add(String text) {
      Reading<Optional<Integer>> read = calls.read(text);
      if (read instanceof Reading.Good<Optional<Integer>>(Optional<Integer> code)
          && code.isPresent()) {
        codes.add(code.get());
        presence.add(Presence.KNOWN);
      } else {
        addMissing();
      }
      return read.problem();
    }

    @Override
    public void addMissing() {
      codes.add(0);
      presence.add(Presence.MISSING);
    }

    @Override
    public Column column() {
      return new Column.Leveled(name, calls.levels(), codes.build().toArray(), marks(presence));
    }
  }

  /// Dates.
  final class Days implements Cells {
    private final String name;
    private final DateOrder order;
    private final List<LocalDate> values = new ArrayList<>();
    private final List<Presence> presence = new ArrayList<>();
    private final Map<Integer, PartialDate> partial = new HashMap<>();

    Days(String name, DateOrder order) {
      this.name = name;
      this.order = order;
    }

    @Override
    public Optional<Flaw> add(String text) {
      Reading<WrittenDay> read = DateText.read(text, order);
      if (read instanceof Reading.Good<WrittenDay>(WrittenDay day)) {
        return add(day);
      }
      addMissing();
      return read.problem();
    }

    private Optional<Flaw> add(WrittenDay day) {
      if (day instanceof WrittenDay.Whole(LocalDate date)) {
        values.add(date);
        presence.add(Presence.KNOWN);
        return Optional.empty();
      }
      return addPart(((WrittenDay.Part) day).date());
    }

    private Optional<Flaw> addPart(PartialDate date) {
      partial.put(presence.size(), date);
      addMissing();
      return Optional.of(
          Flaw.warning(
              "data/partial-date",
              "A date without its day is kept as far as it is known, and counts as missing"
                  + " where a day is needed.",
              ""));
    }

    @Override
    public void addMissing() {
      values.add(LocalDate.EPOCH);
      presence.add(Presence.MISSING);
    }

    @Override
    public Column column() {
      return new Column.Dates(name, values.toArray(LocalDate[]::new), marks(presence), partial);
    }
  }

  /// Texts and identifiers.
  final class Words implements Cells {
    private final String name;
    private final boolean identifier;
    private final List<String> values = new ArrayList<>();
    private final List<Presence> presence = new ArrayList<>();

    /// Makes what reads texts.
    ///
    /// @param identifier whether a text that a spreadsheet rounded is an error
    Words(String name, boolean identifier) {
      this.name = name;
      this.identifier = identifier;
    }

    @Override
    public Optional<Flaw> add(String text) {
      values.add(text);
      presence.add(Presence.KNOWN);
      return NumberText.roundedBySpreadsheet(text) ? Optional.of(rounded(text)) : Optional.empty();
    }

    private Flaw rounded(String text) {
      String message =
          Shown.text(text)
              + " looks like a long number that a spreadsheet has rounded; digits are lost.";
      String fix =
          "Format the column as text in the spreadsheet and enter it again from the source.";
      return identifier
          ? Flaw.error("data/rounded-by-spreadsheet", message, fix)
          : Flaw.warning("data/rounded-by-spreadsheet", message, fix);
    }

    @Override
    public void addMissing() {
      values.add("");
      presence.add(Presence.MISSING);
    }

    @Override
    public Column column() {
      return new Column.Text(name, values, marks(presence));
    }
  }

  /// Lists of items, such as `P,G,A`: with a comma, a semicolon, a plus sign or a space between.
  /// The column holds the items in the order of the declared list, `P, G, A`; `none` is an empty
  /// list.
  final class Items implements Cells {
    private static final int MOST_KNOWN = 10_000;

    private final String name;
    private final Dictionary.Type.Several type;
    private final List<String> values = new ArrayList<>();
    private final List<Presence> presence = new ArrayList<>();

    /// Lists that were read before, by their texts: they repeat.
    private final Map<String, String> known = new HashMap<>();

    Items(String name, Dictionary.Type.Several type) {
      this.name = name;
      this.type = type;
    }

    @Override
    public Optional<Flaw> add(String text) {
      String before = known.get(text);
      if (before != null) {
        values.add(before);
        presence.add(Presence.KNOWN);
        return Optional.empty();
      }
      Set<String> found = new LinkedHashSet<>();
      boolean none = text.equals(Dictionary.Type.Several.NONE);
      for (String item : none ? List.<String>of() : List.of(text.split("[,;+\\s]+", -1))) {
        if (!type.items().contains(item)) {
          addMissing();
          return Optional.of(unknown(item));
        }
        if (!found.add(item)) {
          addMissing();
          return Optional.of(
              Flaw.error(
                  "data/item-twice",
                  Shown.text(item) + " stands twice in one list.",
                  "Write each item once."));
        }
      }
      String list =
          String.join(
              Dictionary.Type.Several.BETWEEN,
              type.items().stream().filter(found::contains).toList());
      if (known.size() < MOST_KNOWN) {
        known.put(text, list);
      }
      values.add(list);
      presence.add(Presence.KNOWN);
      return Optional.empty();
    }

    private Flaw unknown(String item) {
      String nearest = item.length() < 3 ? "" : NearestWord.question(item, type.items());
      String items = String.join(", ", type.items());
      return Flaw.error(
          "data/unknown-item",
          Shown.text(item) + " is not an item of the list: " + items + ", or none.",
          nearest.isEmpty() ? "Correct the cell, or declare the item under `levels:`." : nearest);
    }

    @Override
    public void addMissing() {
      values.add("");
      presence.add(Presence.MISSING);
    }

    @Override
    public Column column() {
      return new Column.Text(name, values, marks(presence));
    }
  }

  /// What is known of each row, in order.
  static Presence[] marks(List<Presence> presence) {
    return presence.toArray(Presence[]::new);
  }
}
