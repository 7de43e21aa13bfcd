// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// Every `./casebook` command in the README and in `docs/` runs, in the order of its page, in one
/// folder a page that holds the bundled studies; what stands under it is what it prints. In a block
/// of kind `console` a command begins with `$ `; a line `...` in its output stands for any lines.
class DocumentedCommandsIT {
  private static final Pattern EXEMPT =
      Pattern.compile("^(git clone|cd |mvn |\\./dev |sudo |apt).*");

  @TestFactory
  List<DynamicNode> commandsOfThePagesRun() throws IOException {
    List<DynamicNode> pages = new ArrayList<>();
    for (Path page : pages()) {
      List<Shown> commands = commands(Files.readAllLines(page));
      if (!commands.isEmpty()) {
        Path folder = folder();
        pages.add(
            dynamicContainer(
                Launched.HOUSE.relativize(page).toString(),
                commands.stream()
                    .map(shown -> dynamicTest(shown.command(), () -> check(shown, folder)))));
      }
    }
    return pages;
  }

  private static void check(Shown shown, Path folder) {
    Launched run =
        Launched.command(
            folder,
            Map.of(
                "CASEBOOK_NO_BUILD",
                "1",
                "CASEBOOK_CACHE",
                Launched.HOUSE.resolve("cli/target/cache").toString()),
            List.of("/bin/sh", "-c", shown.command()));
    assertThat(run.exit()).as(run.err()).isZero();
    if (!shown.output().isBlank()) {
      String pattern =
          shown
              .output()
              .lines()
              .map(line -> line.equals("...") ? "(.*\n)*?" : Pattern.quote(line) + "\n")
              .collect(Collectors.joining());
      String printed =
          run.out().lines().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
      assertThat(printed).matches(Pattern.compile(pattern));
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Launched.HOUSE.resolve("docs"))) {
      return Stream.concat(
              Stream.of(Launched.HOUSE.resolve("README.md")),
              docs.filter(path -> path.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static Path folder() throws IOException {
    Path folder = Files.createTempDirectory("page");
    Files.createSymbolicLink(folder.resolve("casebook"), Launched.HOUSE.resolve("casebook"));
    copy(Launched.HOUSE.resolve("studies"), folder.resolve("studies"));
    return folder;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  /// A command with the output shown under it.
  private record Shown(String command, String output) {}

  private static List<Shown> commands(List<String> lines) {
    List<Shown> commands = new ArrayList<>();
    String block = "";
    for (String line : lines) {
      if (line.startsWith("```")) {
        block = block.isEmpty() ? line.substring(3).strip() + " " : "";
      } else if (block.equals("console ") && line.startsWith("$ ")) {
        commands.add(new Shown(line.substring(2), ""));
      } else if (block.equals("console ")) {
        Shown last = commands.removeLast();
        commands.add(new Shown(last.command(), last.output() + line.stripTrailing() + "\n"));
      } else if (block.equals("sh ") && !line.isBlank()) {
        commands.add(new Shown(line, ""));
      }
    }
    return commands.stream().filter(shown -> !EXEMPT.matcher(shown.command()).matches()).toList();
  }
}
