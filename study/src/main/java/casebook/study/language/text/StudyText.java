// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.text;

import casebook.study.language.Clause;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the bytes of a study file to a tree of clauses.
///
/// YAML 1.2 is read event by event: no class is loaded, no alias is expanded, no scalar becomes
/// anything but text, and every key and value keeps its place. Where the text is no YAML, the line
/// is mended as its writer probably meant it, the problem says so, and reading goes on, so that all
/// problems come at once.
public final class StudyText {
  /// The largest study file, in bytes.
  public static final int LARGEST = 1 << 20;

  private static final int MOST_MENDED = 25;

  private StudyText() {}

  /// A study file that was read as text.
  ///
  /// @param source its name, digest and lines
  /// @param root the clauses; the root has no keyword
  /// @param mended the lines that were read otherwise than written, each with a problem told
  public record Text(Study.Source source, Clause root, Set<Integer> mended) {
    public Text {
      mended = Set.copyOf(mended);
    }
  }

  /// Reads the bytes of a file, at most twice the largest size. What is wrong with it (absent, a
  /// folder, too large) is a problem.
  public static Checked<byte[]> bytes(Path file) {
    String name = file.toString();
    if (!Files.isRegularFile(file)) {
      String found = Files.isDirectory(file) ? "This is a folder." : "There is no such file.";
      return refused("study/no-file", name, found, "Name the study file, such as study.yaml.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST
          ? refused(
              "study/too-large",
              name,
              "The file is larger than 1 MB, and was not read; a study file is a page or two.",
              "Data belong into a file of their own, named in `data:`.")
          : Checked.of(bytes);
    } catch (IOException e) {
      return refused(
          "study/no-file",
          name,
          "The file cannot be read: " + e.getClass().getSimpleName() + ".",
          "");
    }
  }

  /// The lines of a file, as far as it is text; for showing the place of a problem.
  public static List<String> lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return StudyEncoding.lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /// Reads a study file's text.
  ///
  /// @param name its name, as problems show it
  /// @param bytes its content
  public static Checked<Text> read(String name, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return refused("study/too-large", name, "The file is larger than 1 MB.", "");
    }
    Checked<String> text = StudyEncoding.decode(name, bytes);
    if (text.value().isEmpty()) {
      return Checked.none(text.problems());
    }
    List<String> lines = StudyEncoding.lines(text.value().get());
    Problems problems = new Problems();
    Set<Integer> touched = new TreeSet<>();
    Optional<Clause> root = root(name, lines, touched, problems);
    Study.Source source = new Study.Source(name, sha256(bytes), lines);
    return root.map(it -> problems.with(new Text(source, it, touched)))
        .orElseGet(() -> Checked.none(problems.list()));
  }

  /// Parses, mends the first line that cannot be parsed, and parses again.
  private static Optional<Clause> root(
      String name, List<String> lines, Set<Integer> touched, Problems problems) {
    List<String> mended = new ArrayList<>(lines);
    while (true) {
      ClausePlaces places = new ClausePlaces(name, mended);
      ClauseBuilder builder = new ClauseBuilder(places);
      try {
        parse(String.join("\n", mended), builder, places);
        builder.problems().stream()
            .filter(problem -> !touched.contains(problem.at().line()))
            .forEach(problems::add);
        touched.addAll(builder.doubtful());
        return builder.root();
      } catch (YamlEngineException e) {
        YamlTraps.Mended trap = YamlTraps.explain(name, mended, stop(e, places));
        problems.add(trap.problem());
        int line = trap.problem().at().line();
        if (trap.line().isEmpty() || !touched.add(line) || touched.size() > MOST_MENDED) {
          return Optional.empty();
        }
        mended.set(line - 1, trap.line().get());
      }
    }
  }

  private static YamlTraps.Stop stop(YamlEngineException e, ClausePlaces places) {
    if (e instanceof MarkedYamlEngineException marked) {
      Place at = place(marked.getProblemMark().or(marked::getContextMark), places);
      Place context = place(marked.getContextMark().or(marked::getProblemMark), places);
      return new YamlTraps.Stop(String.valueOf(marked.getProblem()), context, at);
    }
    Place start = new Place(0, 0);
    return new YamlTraps.Stop(String.valueOf(e.getMessage()), start, start);
  }

  private static void parse(String text, ClauseBuilder builder, ClausePlaces places) {
    LoadSettings settings = LoadSettings.builder().setLabel("study").build();
    for (Event event : new Parse(settings).parseString(text)) {
      Place from = place(event.getStartMark(), places);
      switch (event) {
        case ScalarEvent scalar -> {
          signs(
              scalar.getAnchor().isPresent() || scalar.getTag().isPresent(), builder, from, places);
          Place to = place(event.getEndMark(), places);
          builder.scalar(scalar.getValue(), scalar.isPlain(), from, to);
        }
        case CollectionStartEvent start -> {
          signs(start.getAnchor().isPresent() || start.getTag().isPresent(), builder, from, places);
          Clause.Shape shape =
              start instanceof MappingStartEvent ? Clause.Shape.MAP : Clause.Shape.LIST;
          builder.open(shape, start.isFlow(), from);
        }
        case CollectionEndEvent end -> builder.close();
        case AliasEvent alias -> {
          builder.doubt(YamlTraps.sign(places.name(), places.lines(), from));
          builder.scalar("", true, from, from);
        }
        case DocumentStartEvent start -> builder.document(from);
        default -> {}
      }
      if (builder.stopped()) {
        return;
      }
    }
  }

  /// An anchor or a tag before a value: nothing is remembered or loaded because of it.
  private static void signs(boolean sign, ClauseBuilder builder, Place from, ClausePlaces places) {
    if (sign) {
      builder.doubt(YamlTraps.sign(places.name(), places.lines(), from));
    }
  }

  private static Place place(Optional<Mark> mark, ClausePlaces places) {
    return mark.map(it -> places.characters(it.getLine(), it.getColumn())).orElse(new Place(0, 0));
  }

  private static <T> Checked<T> refused(String code, String name, String message, String fix) {
    return Checked.none(List.of(Problem.error(code, Span.ofFile(name), message, fix)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
