// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import casebook.study.render.Renderer.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder that a run fills. Files are written beside it and then renamed, so that a folder is
/// always one whole run; a folder that no run has made is never touched.
public final class ResultFolder {
  private static final String MARK = "findings.json";

  private ResultFolder() {}

  /// Says whether results may go there: the folder does not exist, is empty, or holds an earlier
  /// run.
  public static boolean free(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return Files.exists(folder.resolve(MARK)) || entries.findAny().isEmpty();
    }
  }

  /// Writes the files of a run, in place of those of the run before.
  ///
  /// @param folder where they go; must be `free`
  public static void write(Path folder, List<OutputFile> files) throws IOException {
    Path whole = folder.toAbsolutePath();
    Files.createDirectories(whole.getParent());
    Path fresh = beside(whole, "new");
    Path former = beside(whole, "old");
    delete(fresh);
    delete(former);
    for (OutputFile file : files) {
      Path target = fresh.resolve(file.path());
      Files.createDirectories(target.getParent());
      Files.write(target, file.bytes());
    }
    if (Files.exists(whole)) {
      Files.move(whole, former, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE);
    delete(former);
  }

  private static Path beside(Path folder, String ending) {
    return folder.resolveSibling("." + folder.getFileName() + "." + ending);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
