// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.interaction;

import casebook.clinic.interaction.Interaction.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The interactions of a drug that are known here. A name that is not in the list is unknown: it
/// may interact.
///
/// Names are compared without regard to case, accents, blanks and hyphens, and to a final *e*
/// (felodipine, felodipin); an ATC code is known by its beginning.
public final class InteractionList {
  private static final Pattern CODE = Pattern.compile("[A-Z]\\d\\d([A-Z]([A-Z](\\d\\d)?)?)?");
  private static final InteractionList CYCLOSPORINE = read("cyclosporine.tsv");

  private final List<Interaction> all;
  private final Map<String, List<Interaction>> byName = new HashMap<>();

  private InteractionList(List<Interaction> all) {
    this.all = List.copyOf(all);
    for (Interaction interaction : all) {
      interaction.names().stream()
          .map(InteractionList::key)
          .distinct()
          .forEach(key -> byName.computeIfAbsent(key, any -> new ArrayList<>()).add(interaction));
    }
  }

  /// Makes a list.
  public static InteractionList of(List<Interaction> all) {
    return new InteractionList(all);
  }

  /// Returns the list for cyclosporine.
  public static InteractionList cyclosporine() {
    return CYCLOSPORINE;
  }

  /// Returns all interactions, in the order of the file.
  public List<Interaction> all() {
    return all;
  }

  /// Finds the interactions of a drug or food; empty where it is not in the list.
  ///
  /// @param written its name, or its ATC code
  public List<Interaction> find(String written) {
    String code = written.strip().toUpperCase(Locale.ROOT);
    if (CODE.matcher(code).matches()) {
      return all.stream().filter(it -> it.codes().stream().anyMatch(code::startsWith)).toList();
    }
    return List.copyOf(byName.getOrDefault(key(written), List.of()));
  }

  private static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String letters = plain.replaceAll("[^a-z0-9/]", "");
    return letters.endsWith("e") ? letters.substring(0, letters.length() - 1) : letters;
  }

  private static InteractionList read(String file) {
    try (InputStream in = InteractionList.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new InteractionList(
          text.lines()
              .filter(line -> !line.startsWith("#"))
              .skip(1)
              .map(InteractionList::row)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static Interaction row(String line) {
    String[] cells = line.split("\t", -1);
    return new Interaction(
        parts(cells[0]),
        parts(cells[1]),
        Effect.valueOf(cells[2].toUpperCase(Locale.ROOT)),
        cells[3],
        cells[4]);
  }

  private static List<String> parts(String cell) {
    return Arrays.stream(cell.split("\\|")).filter(it -> !it.isEmpty()).toList();
  }
}
