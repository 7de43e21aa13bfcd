// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.DataFiles.Duplicates;
import casebook.study.language.DataFiles.Writing;
import casebook.study.language.Dictionary;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final Span AT = new Span("study.yaml", 4, 1, 4);
  private static final Dictionary NOTHING = new Dictionary(List.of(), List.of(), List.of());

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void twoFolders() throws IOException {
    folder = Files.createDirectories(temporary.resolve("study"));
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/people.csv"), "id\n1\n");
    Files.writeString(temporary.resolve("secret.csv"), "id\n1\n");
  }

  private static DataFiles named(String file) {
    return new DataFiles(
        file, Optional.empty(), "id", Writing.standard(), Duplicates.REFUSE, Optional.empty(), AT);
  }

  private List<String> codes(String file) {
    return Sources.read(folder, named(file), NOTHING).problems().stream()
        .map(Problem::code)
        .toList();
  }

  @Test
  void filesInsideTheFolderAreRead() {
    assertThat(codes("data/people.csv")).isEmpty();
    assertThat(codes("data/../data/people.csv")).isEmpty();
  }

  @Test
  void addressesOutsideTheFolderAreRefused() {
    String outside = "study/data-outside-folder";
    assertThat(codes("../secret.csv")).containsExactly(outside);
    assertThat(codes("data/../../secret.csv")).containsExactly(outside);
    assertThat(codes(temporary.resolve("secret.csv").toString())).containsExactly(outside);
    assertThat(codes("https://example.org/people.csv")).containsExactly(outside);
    assertThat(codes("file:people.csv")).containsExactly(outside);
    assertThat(codes("C:\\people.csv")).containsExactly(outside);
    assertThat(codes("~/people.csv")).containsExactly(outside);
    assertThat(codes("people\u0000.csv")).containsExactly(outside);
  }

  @Test
  void linksThatLeadOutAreRefused() throws IOException {
    Files.createSymbolicLink(folder.resolve("inside.csv"), folder.resolve("data/people.csv"));
    Files.createSymbolicLink(folder.resolve("out.csv"), temporary.resolve("secret.csv"));
    assertThat(codes("inside.csv")).isEmpty();
    assertThat(codes("out.csv")).containsExactly("study/data-outside-folder");
  }

  @Test
  void folderMayItselfBeALink() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
    assertThat(Sources.read(link, named("data/people.csv"), NOTHING).problems()).isEmpty();
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertThat(codes("data")).containsExactly("data/no-file");
    assertThat(codes("poeple.csv")).containsExactly("data/no-file");
  }

  @Test
  void fileOfTheCommandLineMayLieAnywhereAndKeepsItsName() {
    Checked<Table> read =
        Sources.readFile(temporary.resolve("secret.csv"), temporary, named("people.csv"), NOTHING);
    assertThat(read.problems()).isEmpty();
    assertThat(read.orThrow().origin().file()).isEqualTo("secret.csv");
  }

  @Test
  void fileThatWasReplacedIsNoticed() throws IOException {
    Path file = folder.resolve("data/people.csv");
    Table.Origin before =
        Sources.read(folder, named("data/people.csv"), NOTHING).orThrow().origin();
    assertThat(Sources.replaced(file, before)).isEmpty();
    Files.writeString(file, "id\n1\n2\n");
    Table.Origin now = Sources.read(folder, named("data/people.csv"), NOTHING).orThrow().origin();
    Problem problem = Sources.replaced(file, before).orElseThrow();
    assertThat(problem.code()).isEqualTo("data/file-replaced");
    assertThat(problem.message()).contains(before.sha256(), now.sha256());
    Files.delete(file);
    assertThat(Sources.replaced(file, before).orElseThrow().message()).contains("is gone");
  }
}
