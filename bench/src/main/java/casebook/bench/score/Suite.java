// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A file of cases about one topic.
///
/// @param name what the file calls itself
record Suite(String name, List<SuiteCase> cases) {
  Suite {
    cases = List.copyOf(cases);
  }

  /// Reads the suites among the `.json` files of folders, in the order of folder and file name.
  static List<Suite> in(List<Path> folders) throws IOException {
    List<Suite> suites = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
          Json root = Json.read(file);
          if (root.has("suite") && root.has("cases")) {
            suites.add(of(root));
          }
        }
      }
    }
    return suites;
  }

  static Suite of(Json root) {
    String name = root.at("suite").text();
    return new Suite(
        name, root.at("cases").items().stream().map(one -> SuiteCase.of(name, one)).toList());
  }
}
