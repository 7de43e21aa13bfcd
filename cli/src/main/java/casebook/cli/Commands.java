// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Every command there is. Only the one that was asked for is made, so that a start stays quick.
final class Commands {
  private static final Map<String, Supplier<Command>> MAKERS = makers();

  private Commands() {}

  private static Map<String, Supplier<Command>> makers() {
    Map<String, Supplier<Command>> all = new LinkedHashMap<>();
    all.put("new", New::new);
    all.put("form", EntryForms::new);
    all.put("check", Check::new);
    all.put("run", Run::new);
    all.put("explain", Explain::new);
    all.put("match", Match::new);
    all.put("advise", Advise::new);
    all.put("due", Due::new);
    all.put("response", Responses::new);
    all.put("diff", Diff::new);
    all.put("calc", Calc::new);
    all.put("fingerprint", Fingerprint::new);
    all.put("help", () -> new Help(Commands::named));
    return all;
  }

  /// The names, in the order in which a user meets them.
  static List<String> names() {
    return List.copyOf(MAKERS.keySet());
  }

  /// All commands.
  static List<Command> all() {
    return MAKERS.values().stream().map(Supplier::get).toList();
  }

  /// The command with that name.
  static Optional<Command> named(String name) {
    return Optional.ofNullable(MAKERS.get(name)).map(Supplier::get);
  }
}
