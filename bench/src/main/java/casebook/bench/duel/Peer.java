// SPDX-License-Identifier: Apache-2.0
package casebook.bench.duel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The R process of the duel of functions. It stays alive, so that both sides are warm.
final class Peer implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;
  private final String versions;

  /// Starts R on `bench/duel/functions.R`.
  ///
  /// @param folder where the data lie
  Peer(Path folder) throws IOException {
    process =
        new ProcessBuilder("Rscript", "bench/duel/functions.R", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = process.outputWriter(StandardCharsets.UTF_8);
    versions = line().strip();
  }

  /// Returns the versions of R and its packages.
  String versions() {
    return versions;
  }

  /// Asks for numbers.
  double[] ask(String question) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    return Stream.of(line().strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("R has ended");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
