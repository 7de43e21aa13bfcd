// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import casebook.study.report.style.Journal.IntervalRule;
import casebook.study.report.style.Journal.Marks;
import casebook.study.report.style.Journal.PRule;
import casebook.study.report.style.Journal.PStep;
import casebook.study.report.style.Journal.PercentStep;
import casebook.study.report.style.Journal.Thousands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a journal style: lines `key = value`, comments after `#` at the start of a line. Every key
/// must be there once, and no other.
final class JournalText {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "point",
          "thousands",
          "p letter",
          "p spaces",
          "p leading zero",
          "p below",
          "p above",
          "p digits",
          "p side",
          "percent decimals",
          "ratio limits",
          "interval dash",
          "sentence",
          "sentence with p",
          "marks");
  private static final Pattern P_STEP =
      Pattern.compile(
          "(?:(below|up to) ([0-9.]+)|otherwise): ([0-9]) (?:(decimals)|significant, at most ([0-9])"
              + " decimals)");
  private static final Pattern PERCENT_STEP = Pattern.compile("from ([0-9]{1,9}): ([0-9])");
  private static final Pattern THOUSANDS = Pattern.compile("(comma|thin space) from ([0-9]{1,9})");

  private final String file;
  private final Map<String, String> values = new LinkedHashMap<>();

  private JournalText(String file) {
    this.file = file;
  }

  /// Reads a style that Casebook carries.
  static Journal ofResource(String slug) {
    String path = "/casebook/profiles/" + slug + ".journal";
    try (InputStream in = JournalText.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + path);
      }
      return of(slug, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a style from text.
  static Journal of(String slug, String text) {
    JournalText reader = new JournalText(slug + ".journal");
    reader.lines(text);
    return reader.journal(slug);
  }

  private void lines(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String key = equals < 0 ? line : line.substring(0, equals).strip();
      if (!KEYS.contains(key)) {
        throw wrong("line " + (i + 1) + ": there is no key '" + key + "'");
      }
      if (values.put(key, line.substring(equals + 1).strip()) != null) {
        throw wrong("line " + (i + 1) + ": '" + key + "' stands twice");
      }
    }
    for (String key : KEYS.stream().sorted().toList()) {
      if (!values.containsKey(key)) {
        throw wrong("'" + key + "' is missing");
      }
    }
  }

  private Journal journal(String slug) {
    return new Journal(
        slug,
        text("name"),
        text("point"),
        thousands(),
        pRule(),
        percentSteps(),
        intervalRule(),
        choice("marks", Map.of("letters", Marks.LETTERS, "symbols", Marks.SYMBOLS)));
  }

  private PRule pRule() {
    String side = text("p side");
    return new PRule(
        text("p letter"),
        yes("p spaces"),
        yes("p leading zero"),
        number("p below", text("p below")),
        number("p above", text("p above")),
        pSteps(),
        side.equals("none") ? Optional.empty() : Optional.of(number("p side", side)));
  }

  private List<PStep> pSteps() {
    List<PStep> steps = new ArrayList<>();
    for (Matcher step : matches("p digits", P_STEP)) {
      Optional<BigDecimal> bound =
          Optional.ofNullable(step.group(2)).map(b -> number("p digits", b));
      int count = Integer.parseInt(step.group(3));
      boolean significant = step.group(4) == null;
      int atMost = significant ? Integer.parseInt(step.group(5)) : count;
      steps.add(new PStep(bound, "up to".equals(step.group(1)), count, significant, atMost));
    }
    if (steps.getLast().bound().isPresent()) {
      throw wrong("'p digits' must end with 'otherwise: ...'");
    }
    return steps;
  }

  private List<PercentStep> percentSteps() {
    List<PercentStep> steps = new ArrayList<>();
    for (Matcher step : matches("percent decimals", PERCENT_STEP)) {
      steps.add(new PercentStep(Long.parseLong(step.group(1)), Integer.parseInt(step.group(2))));
    }
    if (steps.getFirst().from() != 0) {
      throw wrong("'percent decimals' must begin with 'from 0: ...'");
    }
    return steps;
  }

  private Thousands thousands() {
    Matcher words = matches("thousands", THOUSANDS).getFirst();
    return new Thousands(
        words.group(1).equals("comma") ? "," : "\u2009", Long.parseLong(words.group(2)));
  }

  private IntervalRule intervalRule() {
    return new IntervalRule(
        choice("ratio limits", Map.of("own digits", true, "as estimate", false)),
        choice("interval dash", Map.of("–", "–", "to", " to ")),
        text("sentence"),
        text("sentence with p"));
  }

  /// The parts of a value between semicolons, each in the given form.
  private List<Matcher> matches(String key, Pattern form) {
    List<Matcher> found = new ArrayList<>();
    for (String part : text(key).split(";", -1)) {
      Matcher matcher = form.matcher(part.strip());
      if (!matcher.matches()) {
        throw wrong("'" + key + "' cannot be '" + part.strip() + "'");
      }
      found.add(matcher);
    }
    return found;
  }

  private boolean yes(String key) {
    return choice(key, Map.of("yes", true, "no", false));
  }

  private <T> T choice(String key, Map<String, T> allowed) {
    T value = allowed.get(text(key));
    if (value == null) {
      List<String> words = allowed.keySet().stream().sorted().toList();
      throw wrong("'" + key + "' is '" + text(key) + "'; it can be " + String.join(" or ", words));
    }
    return value;
  }

  private BigDecimal number(String key, String words) {
    try {
      return new BigDecimal(words);
    } catch (NumberFormatException e) {
      throw wrong("'" + key + "' is '" + words + "', which is no number");
    }
  }

  private String text(String key) {
    String value = values.getOrDefault(key, "");
    if (value.isEmpty()) {
      throw wrong("'" + key + "' is empty");
    }
    return value;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(file + ": " + what);
  }
}
