// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import casebook.study.problem.Problem;
import java.util.List;

/// Everything a run found, ready to be reported or stored.
///
/// @param version the version of Casebook
/// @param study the study file
/// @param data the data files that were read
/// @param settings what the run was done with
/// @param title the paper's title
/// @param note a sentence that belongs wherever the data are shown; may be empty
/// @param findings in the order of the paper
/// @param remarks warnings and notes on study and data, shown in the report
public record Findings(
    String version,
    StudyFile study,
    List<DataFile> data,
    Settings settings,
    String title,
    String note,
    List<Finding> findings,
    List<Problem> remarks) {
  public Findings {
    data = List.copyOf(data);
    findings = List.copyOf(findings);
    remarks = List.copyOf(remarks);
  }

  /// The study file.
  ///
  /// @param file its name
  /// @param sha256 digest of its bytes
  /// @param lines its text, so that an explanation can quote the line that asked for a number
  /// @param declared what it says of how the study was done
  public record StudyFile(String file, String sha256, List<String> lines, Declared declared) {
    public StudyFile {
      lines = List.copyOf(lines);
    }

    /// A study file of which only the lines are known.
    public StudyFile(String file, String sha256, List<String> lines) {
      this(file, sha256, lines, Declared.NOTHING);
    }
  }

  /// A data file.
  public record DataFile(String file, String sha256, int rows) {}
}
