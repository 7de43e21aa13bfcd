// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes `patients.csv` and `events.csv` of the bundled study `cyclosporine-itp`: the twelve patients
/// of the letter on low-dose cyclosporine. The nine of its table have the values that it prints; their
/// days, doses, levels and laboratory values, and the three others, are invented so that every number
/// of the letter comes out. A row says where it is from: `Table 1`, `Figure 1`, `text`, or `invented`.
///
///     ./dev reconstruct cyclosporine-itp FOLDER
public final class CyclosporineItp {
  private CyclosporineItp() {}

  /// Writes both files into a folder.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.writeString(folder.resolve("patients.csv"), patients());
    Files.writeString(folder.resolve("events.csv"), events());
  }

  /// The content of `patients.csv`.
  static String patients() {
    return file(
        "patient,row,sex,birth,diagnosed,last_therapy,start,diagnosis,prior,bleeding,hp",
        ItpStory.all().stream().map(CyclosporineItp::patient));
  }

  /// The content of `events.csv`.
  static String events() {
    return file(
        "patient," + ItpRow.COLUMNS,
        ItpStory.all().stream().flatMap(it -> ItpEvents.of(it).stream()));
  }

  private static String file(String header, Stream<String> rows) {
    return Stream.concat(Stream.of(header), rows).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String patient(ItpStory it) {
    return String.join(
        ",",
        List.of(
            it.id(),
            it.said("row"),
            it.fact("sex"),
            it.fact("born"),
            it.fact("diagnosed"),
            it.start().minusDays(Long.parseLong(it.said("off"))).toString(),
            it.fact("start"),
            "ITP",
            "\"" + it.said("prior") + "\"",
            it.said("bleeding"),
            it.said("hp")));
  }
}
