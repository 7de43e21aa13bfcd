// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Threshold cycles in the exchange format of real-time PCR (RDML, .rdml): one row a sample.
///
/// The subject's column is the sample's id. Each target is a column of its name with its threshold
/// cycle; where a sample has several reactions of a target, the columns are `NAME_1`, `NAME_2` and
/// so on, in the order of the file. Annotations of samples are columns of their property's name.
/// Standards and controls are no rows, excluded reactions and negative cycles (not available) no
/// values. Both the zip and the bare XML are read; a document type is refused. Limits: 100 MB a
/// file, 300 MB unpacked.
///
/// Source: RDML 1.0 to 1.3 (www.rdml.org); Lefever and others, 2009, Nucleic Acids Research
/// 37:2065-2069.
public record RdmlSource() implements Source {
  private static final long LARGEST = 100_000_000;

  @Override
  public boolean reads(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".rdml");
  }

  @Override
  public Checked<Table> read(Path file, DataFiles files, Columns columns) {
    try {
      if (Files.size(file) > LARGEST) {
        return Checked.none(List.of(unfit(files.file(), "The file is larger than 100 MB.")));
      }
      byte[] bytes = Files.readAllBytes(file);
      return table(RdmlReader.read(bytes), bytes, files, columns);
    } catch (RdmlReader.Unfit unfit) {
      return Checked.none(List.of(unfit(files.file(), unfit.why())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + files.file(), e);
    }
  }

  private static Problem unfit(String file, String why) {
    return Problem.error(
        "data/not-rdml",
        Span.ofFile(file),
        why,
        "Export the run again as RDML 1.1 or later from the program of the instrument, or save the"
            + " cycles as \"CSV UTF-8\".");
  }

  private static Checked<Table> table(
      RdmlReader read, byte[] bytes, DataFiles files, Columns columns) {
    RdmlTable table = RdmlTable.of(read, files.subject());
    TableReading reading = new TableReading(files, columns);
    table.rows().forEach(reading::take);
    Checked<Table> made = reading.table(Optional.empty(), false, () -> Digest.sha256(bytes));
    Problems problems = new Problems();
    made.problems().forEach(problem -> problems.add(placed(problem, files.file(), table)));
    return new Checked<>(made.value(), problems.list());
  }

  /// The problem at its sample: the lines of an XML file say nothing to those who measured.
  private static Problem placed(Problem problem, String file, RdmlTable table) {
    Span at = problem.at();
    if (!at.file().equals(file) || at.line() < 2 || at.column() == 0) {
      return problem;
    }
    Span place =
        Span.ofFile(file + ", sample " + (at.line() - 1) + ", " + table.column(at.column()));
    return new Problem(problem.severity(), problem.code(), place, problem.message(), problem.fix());
  }
}
