// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is to become of one patient of the study `cyclosporine-itp`, read from
/// `cyclosporine-itp.txt`.
///
/// @param id the number of the patient
/// @param lines what is said under each key, in order
record ItpStory(String id, Map<String, List<String>> lines) {
  private static final Pattern TIME = Pattern.compile("(?:(\\d+)y)?(?:(\\d+)m)?(?:(-?\\d+)d)?");

  /// A value at a day.
  record At(LocalDate day, String value) {}

  /// All patients, in the order of their numbers.
  static List<ItpStory> all() {
    List<ItpStory> stories = new ArrayList<>();
    text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> {
          if (line.startsWith("[")) {
            stories.add(new ItpStory(line.substring(1, line.length() - 1), new LinkedHashMap<>()));
          } else {
            String[] parts = line.split(": ", 2);
            stories
                .getLast()
                .lines()
                .computeIfAbsent(parts[0], any -> new ArrayList<>())
                .add(parts[1]);
          }
        });
    return stories;
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(ItpStory.class.getResourceAsStream("cyclosporine-itp.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What is said once.
  String said(String key) {
    return lines.getOrDefault(key, List.of("")).getFirst();
  }

  /// The parts of each line under a key.
  List<List<String>> rows(String key) {
    return lines.getOrDefault(key, List.of()).stream()
        .map(line -> List.of(line.split(", ", -1)))
        .toList();
  }

  /// A word of the line `who`: `sex` is its first, the others follow their names.
  String fact(String name) {
    List<String> words = List.of(said("who").split(" "));
    return name.equals("sex") ? words.getFirst() : words.get(words.indexOf(name) + 1);
  }

  double number(String name) {
    return Double.parseDouble(fact(name));
  }

  /// Says whether the letter shows this patient in its table.
  boolean published() {
    return said("row").equals("published");
  }

  LocalDate start() {
    return LocalDate.parse(fact("start"));
  }

  LocalDate last() {
    return day(fact("last"));
  }

  /// The day so many years, months and days after the first dose: `56m7d`.
  LocalDate day(String time) {
    Matcher steps = TIME.matcher(time);
    if (!steps.matches()) {
      throw new IllegalArgumentException("not a time: " + time);
    }
    return start()
        .plusYears(whole(steps.group(1)))
        .plusMonths(whole(steps.group(2)))
        .plusDays(whole(steps.group(3)));
  }

  private static long whole(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /// The pairs of time and value under a key, in order.
  List<At> at(String key) {
    List<At> all = new ArrayList<>();
    for (List<String> row : rows(key)) {
      for (String part : row) {
        String[] pair = part.split(" ", 2);
        all.add(new At(day(pair[0]), pair[1]));
      }
    }
    return all;
  }
}
