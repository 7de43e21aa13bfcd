// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.problem.Problems;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Complications of a drug that only a measurement finds, against what the calendar measures.
final class Undetected {
  private static final String FILE = "/casebook/clinic/detected-by.tsv";

  private Undetected() {}

  /// A complication and what finds it.
  ///
  /// @param measures one of these finds it
  private record Complication(String drug, String name, List<String> measures, String source) {}

  static void look(Treatment treatment, Measures measures, Problems problems) {
    for (Complication it : known()) {
      boolean taken = it.drug().equals(treatment.dosing().drug());
      boolean found =
          treatment.monitoring().stream()
              .flatMap(line -> line.measures().stream())
              .anyMatch(it.measures()::contains);
      if (taken && !found && !treatment.monitoring().isEmpty()) {
        String measure = it.measures().getFirst();
        problems.warning(
            "protocol/undetected",
            treatment.at(),
            "No line of the calendar would find "
                + it.name()
                + ", a known complication of "
                + it.drug()
                + " ("
                + it.source()
                + "): "
                + measure
                + " is not among what is measured.",
            measures.find(measure).isPresent()
                ? "Add `" + measure + "` to a line of `monitoring:`."
                : "Declare `" + measure + "` under `events:` and add it to `monitoring:`.");
      }
    }
  }

  private static List<Complication> known() {
    try (InputStream in = Undetected.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FILE);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines.lines().filter(line -> !line.startsWith("#")).map(Undetected::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  private static Complication read(String line) {
    String[] fields = line.split("\t", -1);
    return new Complication(fields[0], fields[1], List.of(fields[2].split(", ", -1)), fields[3]);
  }
}
