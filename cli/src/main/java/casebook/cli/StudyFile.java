// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.language.text.StudyText;
import casebook.study.problem.Checked;
import java.nio.file.Path;
import java.util.List;

/// The study file that a command names.
///
/// @param path where it lies
/// @param name its name, as problems and results show it
/// @param bytes its content, or why it cannot be read
record StudyFile(Path path, String name, Checked<byte[]> bytes) {
  /// Reads the file.
  static StudyFile at(String word) {
    Path path = Path.of(word);
    Path name = path.getFileName();
    return new StudyFile(path, name == null ? word : name.toString(), StudyText.bytes(path));
  }

  /// The folder in which its data lie.
  Path folder() {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }

  /// Its lines, for showing places; none when it cannot be read.
  List<String> lines() {
    return bytes.value().map(StudyText::lines).orElse(List.of());
  }
}
