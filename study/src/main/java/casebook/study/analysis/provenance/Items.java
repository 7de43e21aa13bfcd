// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Type.Several;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Reads a variable that is a list as one yes/no variable an item.
public final class Items {
  private Items() {}

  /// An item of a list.
  ///
  /// @param slug its part of an address
  /// @param label what it means, in words
  /// @param variable it as a variable of its own
  /// @param column whether each person has it
  public record Item(String slug, String label, StudyVariable variable, Column.Leveled column) {}

  /// The items that a list may hold, in the order of the study file.
  ///
  /// @param variable a list
  public static List<Item> of(StudyVariable variable, Column.Text column) {
    Several list = (Several) variable.type();
    List<String> slugs = Slugs.distinct(list.items());
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      String item = list.items().get(i);
      String meaning = list.meanings().getOrDefault(item, item);
      StudyVariable own =
          new StudyVariable(
              variable.name(),
              variable.label() + " " + meaning,
              variable.of(),
              new Dictionary.Type.YesNo(Map.of()));
      items.add(new Item(slugs.get(i), meaning, own, has(column, item)));
    }
    return List.copyOf(items);
  }

  /// The items of a person, in the order of the data; none where there are none.
  public static List<String> of(Column.Text column, int row) {
    String text = column.value(row);
    return text.isEmpty() || text.equals(Several.NONE)
        ? List.of()
        : List.of(text.split(Several.BETWEEN, -1));
  }

  private static Column.Leveled has(Column.Text column, String item) {
    int rows = column.size();
    int[] codes = new int[rows];
    Presence[] presence = new Presence[rows];
    Arrays.setAll(presence, column::presence);
    for (int row = 0; row < rows; row++) {
      codes[row] = column.known(row) && of(column, row).contains(item) ? 1 : 0;
    }
    return new Column.Leveled(column.name(), List.of("no", "yes"), codes, presence);
  }
}
