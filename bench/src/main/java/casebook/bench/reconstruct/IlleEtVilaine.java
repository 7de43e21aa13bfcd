// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Makes `participants.csv` of the bundled study `ille-et-vilaine`: the published counts of cases and
/// controls by age, alcohol and tobacco, with one row a participant.
///
/// Source: Breslow and Day 1980, Statistical Methods in Cancer Research I, IARC Scientific Publications
/// 32, appendix I.
///
///     ./dev reconstruct ille-et-vilaine FILE
public final class IlleEtVilaine {
  private IlleEtVilaine() {}

  /// Writes the file.
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), csv());
  }

  /// The file's content: 200 cases and 775 controls.
  static String csv() {
    StringBuilder csv = new StringBuilder("id,group,age,alcohol,tobacco\n");
    int id = 1;
    for (String line : counts()) {
      String[] cell = line.split(",");
      String levels = cell[0] + "," + cell[1] + "," + cell[2];
      for (int group = 1; group >= 0; group--) {
        int persons = Integer.parseInt(cell[group == 1 ? 3 : 4]);
        for (int person = 0; person < persons; person++) {
          csv.append(id++).append(',').append(group).append(',').append(levels).append('\n');
        }
      }
    }
    return csv.toString();
  }

  private static List<String> counts() {
    try (InputStream in =
        Objects.requireNonNull(IlleEtVilaine.class.getResourceAsStream("ille-et-vilaine.csv"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
