// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.text.StudyText;
import casebook.study.problem.Checked;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Definitions of response that were published, each a file of the language with its source.
public final class PublishedResponses {
  /// Their names.
  public static final List<String> NAMES =
      List.of("itp-letter-2007", "itp-iwg-2009", "itp-replication");

  private static final String IWG = "itp-iwg-2009";

  private static final String IWG_PAPER =
      "Rodeghiero F, Stasi R, Gernsheimer T, et al. Blood 2009;113:2386-2393";

  private static final Map<String, String> TITLES =
      Map.of(
          "itp-letter-2007",
          "the letter of 2007",
          IWG,
          "IWG 2009",
          "itp-replication",
          "the Indian replication");

  private static final String FOLDER = "/casebook/clinic/response/";

  private PublishedResponses() {}

  /// The definition with a name; empty when there is none.
  public static Optional<ResponseDefinition> find(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  /// A study file whose `response` is written out where it only names a published definition; its
  /// name stands in an entry `definition`. Any other file is as it was.
  ///
  /// @param root the clauses of the file
  public static Clause writtenOut(Clause root) {
    return new Clause(
        root.keyword(),
        root.words(),
        root.shape(),
        root.children().stream().map(PublishedResponses::response).toList(),
        root.at(),
        root.wordsAt());
  }

  private static Clause response(Clause section) {
    boolean named =
        section.keyword().equals("response")
            && section.isWords()
            && NAMES.contains(section.words());
    if (!named) {
      return section;
    }
    Clause name =
        new Clause(
            "definition",
            section.words(),
            section.shape(),
            List.of(),
            section.wordsAt(),
            section.wordsAt());
    // what the definition says stands in no line of the study file but this one
    Stream<Clause> rules =
        clause(section.words()).children().stream()
            .map(it ->
                new Clause(
                    it.keyword(),
                    it.words(),
                    it.shape(),
                    it.children(),
                    section.wordsAt(),
                    section.wordsAt()));
    return new Clause(
        section.keyword(),
        "",
        Clause.Shape.MAP,
        Stream.concat(Stream.of(name), rules).toList(),
        section.at(),
        section.wordsAt());
  }

  /// How a paper calls a published definition; empty when there is none of that name.
  public static Optional<String> title(String name) {
    return Optional.ofNullable(TITLES.get(name));
  }

  /// The paper of a published definition, as the references name it; empty when the study whose
  /// definition it is has no other source.
  public static Optional<String> source(String name) {
    return name.equals(IWG) ? Optional.of(IWG_PAPER) : Optional.empty();
  }

  /// The definition that a study file names.
  static Checked<ResponseDefinition> named(Clause clause) {
    Optional<ResponseDefinition> found = find(clause.words());
    if (found.isPresent()) {
      return Checked.of(found.get());
    }
    String nearest = NearestWord.question(clause.words(), NAMES);
    return Checked.none(
        List.of(
            Problem.error(
                Entries.UNKNOWN_WORD,
                clause.wordsAt(),
                "There is no published definition of response `" + clause.words() + "`.",
                nearest.isEmpty()
                    ? "There are " + String.join(", ", NAMES) + "; or write your own."
                    : nearest)));
  }

  private static ResponseDefinition read(String name) {
    return ResponseReader.read(clause(name), name).orThrow();
  }

  private static Clause clause(String name) {
    String file = name + ".yaml";
    try (InputStream in = PublishedResponses.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FOLDER + file);
      }
      Clause root = StudyText.read(file, in.readAllBytes()).orThrow().root();
      return root.child("response").orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
