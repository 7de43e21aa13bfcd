// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page `docs/methods.md` names the estimators of the topic packages: each, and no other.
class MethodsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "methods.md");
  private static final Path SOURCES = Path.of("src", "main", "java", "casebook", "stats");
  private static final Set<String> BELOW = Set.of("dist", "math", "result");
  private static final Pattern NAME = Pattern.compile("`(?:[a-z]+/)?([A-Z]\\w+)`");
  private static final Pattern PLACE = Pattern.compile("`([a-z]+/[A-Z]\\w+)`");

  private static Set<String> found(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(PAGE))
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> topics() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES, 2)) {
      return files
          .filter(it -> it.toString().endsWith(".java"))
          .filter(it -> !BELOW.contains(SOURCES.relativize(it).getName(0).toString()))
          .toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  /// A public type whose documentation has a source is a method that somebody published.
  private static boolean published(Path file) throws IOException {
    String text = Files.readString(file);
    return text.contains("Source: ")
        && Pattern.compile("(?m)^public .*\\b" + name(file) + "\\b").matcher(text).find();
  }

  @Test
  void everyPublicEstimatorWithASourceIsNamed() throws IOException {
    TreeSet<String> published = new TreeSet<>();
    for (Path file : topics()) {
      if (published(file)) {
        published.add(name(file));
      }
    }
    assertThat(published).hasSizeGreaterThan(80);
    assertThat(found(NAME)).containsAll(published);
  }

  @Test
  void everyClassThatThePageNamesExists() throws IOException {
    assertThat(found(PLACE))
        .isNotEmpty()
        .allSatisfy(place -> assertThat(SOURCES.resolve(place + ".java")).exists());
  }
}
