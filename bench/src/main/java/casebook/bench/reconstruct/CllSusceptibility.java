// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes `participants.csv` of the bundled study `cll-susceptibility`: the published genotypes of MDM2
/// SNP309 in 166 patients with chronic lymphocytic leukaemia and 260 controls, with one row a
/// participant.
///
/// The source prints percentages, 22.9, 48.2 and 28.9 of the patients, 31.5, 54.2 and 14.2 of the
/// controls, which only these counts give.
///
/// Source: Blood 2010;116(21):2424, meeting abstract.
///
///     ./dev reconstruct cll-susceptibility FILE
public final class CllSusceptibility {
  private static final List<String> GENOTYPES = List.of("T/T", "T/G", "G/G");
  private static final List<Integer> PATIENTS = List.of(38, 80, 48);
  private static final List<Integer> CONTROLS = List.of(82, 141, 37);

  private CllSusceptibility() {}

  /// Writes the file.
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), csv());
  }

  /// The file's content: patients first.
  static String csv() {
    StringBuilder csv = new StringBuilder("id,group,snp309\n");
    int id = 1;
    for (int group = 1; group >= 0; group--) {
      for (int genotype = 0; genotype < GENOTYPES.size(); genotype++) {
        int people = (group == 1 ? PATIENTS : CONTROLS).get(genotype);
        for (int person = 0; person < people; person++) {
          csv.append(id++).append(',').append(group).append(',');
          csv.append(GENOTYPES.get(genotype)).append('\n');
        }
      }
    }
    return csv.toString();
  }
}
