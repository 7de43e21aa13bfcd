// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.Dictionary;
import casebook.study.problem.Checked;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of places that a table can come from.
public final class Sources {
  /// All sources, in the order in which they are asked.
  public static final List<Source> ALL =
      List.of(new CsvSource(), new XlsxSource(), new RdmlSource());

  private Sources() {}

  /// Reads the data file that the study names.
  ///
  /// The address is relative to the study's folder and stays inside it: an absolute path, `..`, an
  /// internet address, and a link that leads out are refused.
  ///
  /// @param folder the folder of the study file
  /// @param files which file, and how it is written
  /// @param dictionary the variables to read
  public static Checked<Table> read(Path folder, DataFiles files, Dictionary dictionary) {
    return withFurther(
        read(folder, files, Columns.of(dictionary.inData())), folder, files, dictionary);
  }

  /// The data with what the study names beside them: readings of assays, imputations.
  private static Checked<Table> withFurther(
      Checked<Table> data, Path folder, DataFiles files, Dictionary dictionary) {
    Checked<Table> measured =
        Readings.beside(
            data,
            files,
            dictionary,
            (plates, columns) -> read(folder, plates, Columns.of(columns)));
    return CompletedData.beside(
        measured, files, dictionary, (other, columns) -> read(folder, other, columns));
  }

  /// The same, with columns that depend on what the table holds.
  public static Checked<Table> read(Path folder, DataFiles files, Columns columns) {
    Checked<Path> found = locate(folder, files);
    return found.value().isPresent()
        ? read(found.value().get(), files.file(), files, columns)
        : Checked.none(found.problems());
  }

  /// Finds the data file that the study names, without reading it.
  ///
  /// @param folder the folder in which it is declared to lie
  /// @param files which file
  public static Checked<Path> locate(Path folder, DataFiles files) {
    Checked<Path> found = find(folder, files);
    Optional<Path> file = found.value();
    return file.isPresent() && !Files.isRegularFile(file.get())
        ? Checked.none(List.of(noFile(file.get(), files)))
        : found;
  }

  /// Reads a file that the user named on the command line instead of the one in the study file; it
  /// may lie anywhere, and problems and provenance show its own name.
  ///
  /// @param file a file that exists
  /// @param folder the folder of the study file, where the readings of assays lie
  public static Checked<Table> readFile(
      Path file, Path folder, DataFiles files, Dictionary dictionary) {
    Path name = file.getFileName();
    String own = name == null ? file.toString() : name.toString();
    return withFurther(
        read(file, own, files, Columns.of(dictionary.inData())), folder, files, dictionary);
  }

  private static Checked<Table> read(Path file, String name, DataFiles files, Columns columns) {
    return ALL.stream()
        .filter(source -> source.reads(name))
        .findFirst()
        .map(source -> source.read(file, files.named(name), columns))
        .orElseGet(() -> Checked.none(List.of(unknownKind(name, files))));
  }

  /// Answers when the file is no longer the one that was read.
  ///
  /// @param file where it lies
  /// @param before the file as it was read
  public static Optional<Problem> replaced(Path file, Table.Origin before) {
    String now = digest(file);
    return before.sha256().equals(now)
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                "data/file-replaced",
                Span.ofFile(before.file()),
                "The file is not the one that was read: its SHA-256 was "
                    + before.sha256()
                    + " and "
                    + (now.isEmpty() ? "the file is gone." : "is now " + now + "."),
                "Nothing was written. Run again when the file is whole, or put the old one back."));
  }

  /// The SHA-256 of a file; empty when it cannot be read.
  private static String digest(Path file) {
    MessageDigest digest = Digest.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
      return Digest.text(digest.digest());
    } catch (IOException gone) {
      return "";
    }
  }

  private static Checked<Path> find(Path folder, DataFiles files) {
    String address = files.file();
    try {
      Path relative = Path.of(address);
      boolean elsewhere =
          relative.isAbsolute()
              || address.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")
              || address.startsWith("~")
              || address.startsWith("\\")
              || relative.normalize().startsWith("..");
      if (elsewhere) {
        return Checked.none(List.of(outside(files)));
      }
      Path file = folder.resolve(relative);
      boolean leadsOut = Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath());
      return leadsOut ? Checked.none(List.of(outside(files))) : Checked.of(file);
    } catch (InvalidPathException e) {
      return Checked.none(List.of(outside(files)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look up " + address, e);
    }
  }

  private static Problem outside(DataFiles files) {
    return Problem.error(
        "study/data-outside-folder",
        files.at(),
        Shown.text(files.file())
            + " does not lie in the folder of the study file; data are read from there only.",
        "Put the file beside the study file and write its name, or use --data on the command line.");
  }

  private static Problem noFile(Path file, DataFiles files) {
    Path folder = file.toAbsolutePath().getParent();
    String name = file.toFile().getName();
    String question = folder == null ? "" : NearestWord.question(name, namesIn(folder));
    return Problem.error(
        "data/no-file",
        files.at(),
        "There is no file "
            + Shown.text(name)
            + " here."
            + (question.isEmpty() ? "" : " " + question),
        "Put the file beside the study file, or correct its name: `file:` under `data:`, `plates:`"
            + " under `calibration:`.");
  }

  private static List<String> namesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.toFile().getName()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the folder of the data", e);
    }
  }

  private static Problem unknownKind(String name, DataFiles files) {
    return Problem.error(
        "data/unknown-kind",
        files.at(),
        Shown.text(name) + " is not of a kind that is read: .csv, .tsv, .txt, .xlsx, .rdml.",
        "Save the table as \"CSV UTF-8\" and name that file.");
  }
}
