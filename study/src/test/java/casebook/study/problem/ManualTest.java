// SPDX-License-Identifier: Apache-2.0
package casebook.study.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The manual `docs/problems.md` explains the codes that the sources raise: each, and no other.
class ManualTest {
  private static final Path MANUAL = Path.of("..", "docs", "problems.md");
  private static final Pattern CODE =
      Pattern.compile("\"((?:study|protocol|data)/[a-z0-9-]*[a-z0-9])\"");
  private static final Pattern PREFIX =
      Pattern.compile("\"((?:study|protocol|data)/[a-z0-9-]+-)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^## `([a-z]+/[a-z0-9-]+)`$");

  @Test
  void everyCodeHasOneHeadingAndEveryHeadingACode() throws IOException {
    TreeSet<String> raised = new TreeSet<>();
    List<String> prefixes = new ArrayList<>();
    for (String source : sources()) {
      raised.addAll(found(CODE, source));
      prefixes.addAll(found(PREFIX, source));
    }
    List<String> headings = found(HEADING, Files.readString(MANUAL));
    assertThat(headings).doesNotHaveDuplicates();
    assertThat(prefixes)
        .allSatisfy(prefix -> assertThat(headings).anyMatch(it -> it.startsWith(prefix)));
    assertThat(headings.stream().filter(it -> prefixes.stream().noneMatch(it::startsWith)))
        .containsExactlyInAnyOrderElementsOf(raised);
  }

  @Test
  void everyCodeIsOwnedByOneFile() throws IOException {
    List<String> owned = new ArrayList<>();
    for (String source : sources()) {
      owned.addAll(new TreeSet<>(found(CODE, source)));
    }
    assertThat(owned).doesNotHaveDuplicates();
  }

  private static List<String> sources() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String module : List.of("study", "clinic")) {
      try (Stream<Path> tree = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path path : tree.filter(it -> it.toString().endsWith(".java")).toList()) {
          texts.add(Files.readString(path));
        }
      }
    }
    return texts;
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
