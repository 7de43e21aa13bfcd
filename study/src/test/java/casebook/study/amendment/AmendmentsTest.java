// SPDX-License-Identifier: Apache-2.0
package casebook.study.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.amendment.Amendment.Kind;
import casebook.study.language.Clause;
import casebook.study.language.Clause.Shape;
import casebook.study.language.Field;
import casebook.study.language.form.StudyForms;
import casebook.study.language.text.StudyText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AmendmentsTest {
  private static final List<Field> FIELDS = StudyForms.sections(List.of());

  private static Clause read(String text) {
    return StudyText.read("study.yaml", text.getBytes(StandardCharsets.UTF_8)).orThrow().root();
  }

  private static List<String> between(String before, String after) {
    return said(read(before), read(after));
  }

  private static List<String> said(Clause before, Clause after) {
    return Amendments.between(before, after, FIELDS).list().stream()
        .map(it ->
            it.part()
                + " | "
                + String.join(", ", it.path())
                + " | "
                + it.kind().word()
                + " | "
                + it.before()
                + " | "
                + it.after())
        .toList();
  }

  static Stream<Path> studies() throws IOException {
    try (Stream<Path> bundled = Files.walk(Path.of("..", "studies"))) {
      return bundled.filter(it -> it.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  private static Clause file(Path study) {
    try {
      return read(Files.readString(study));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Every way to the leaves of a file, as indices of children.
  private static List<List<Integer>> ways(Clause clause) {
    List<List<Integer>> ways = new ArrayList<>();
    for (int i = 0; i < clause.children().size(); i++) {
      Clause child = clause.children().get(i);
      ways.add(List.of(i));
      for (List<Integer> below : ways(child)) {
        List<Integer> way = new ArrayList<>(List.of(i));
        way.addAll(below);
        ways.add(way);
      }
    }
    return ways;
  }

  private static Clause at(Clause root, List<Integer> way) {
    Clause clause = root;
    for (int index : way) {
      clause = clause.children().get(index);
    }
    return clause;
  }

  /// The tree with another clause at the end of a way; without that clause where `change` gives the
  /// same one back.
  private static Clause changed(Clause root, List<Integer> way, UnaryOperator<Clause> change) {
    List<Clause> children = new ArrayList<>(root.children());
    int index = way.getFirst();
    Clause child = children.get(index);
    if (way.size() > 1) {
      children.set(index, changed(child, way.subList(1, way.size()), change));
    } else {
      Clause other = change.apply(child);
      if (other.equals(child)) {
        children.remove(index);
      } else {
        children.set(index, other);
      }
    }
    return new Clause(
        root.keyword(), root.words(), root.shape(), children, root.at(), root.wordsAt());
  }

  private static Clause other(Clause clause) {
    return new Clause(
        clause.keyword(),
        clause.words() + " 7q",
        Shape.PLAIN,
        List.of(),
        clause.at(),
        clause.wordsAt());
  }

  private static Clause renamed(Clause clause) {
    return new Clause(
        clause.keyword() + " 7q",
        clause.words(),
        clause.shape(),
        clause.children(),
        clause.at(),
        clause.wordsAt());
  }

  @ParameterizedTest
  @MethodSource("studies")
  void fileEqualsItself(Path study) {
    Clause root = file(study);
    assertThat(said(root, root)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("studies")
  void everyValueThatChangesShowsUp(Path study) {
    Clause root = file(study);
    for (List<Integer> way : ways(root)) {
      if (at(root, way).isWords()) {
        List<String> said = said(root, changed(root, way, AmendmentsTest::other));
        assertThat(said).as("%s %s", study, at(root, way).at()).isNotEmpty();
        assertThat(String.join("\n", said)).contains("7q");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void everythingThatIsLeftOutOrAddedShowsUp(Path study) {
    Clause root = file(study);
    for (List<Integer> way : ways(root)) {
      Clause without = changed(root, way, same -> same);
      assertThat(said(root, without)).as("%s without %s", study, at(root, way).at()).isNotEmpty();
      assertThat(said(without, root)).as("%s with %s", study, at(root, way).at()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void everyKeyThatIsRenamedShowsUp(Path study) {
    Clause root = file(study);
    for (List<Integer> way : ways(root)) {
      if (!at(root, way).keyword().isEmpty()) {
        List<String> said = said(root, changed(root, way, AmendmentsTest::renamed));
        assertThat(String.join("\n", said)).as("%s %s", study, at(root, way).at()).contains("7q");
      }
    }
  }

  @Test
  void quotesCommentsAndTheOrderOfKeysSayNothing() {
    assertThat(
            between(
                "title: A\nvariables:\n  sex: {levels: [f, m], label: Sex}\n",
                "title: \"A\"  # as before\nvariables:\n  sex: {label: Sex, levels: [f, m]}\n"))
        .isEmpty();
  }

  @Test
  void valueAndItsLongFormAreTheSame() {
    assertThat(
            between(
                "eligibility:\n  adult: age >= 18\n",
                "eligibility:\n  adult: {require: age >= 18}\n"))
        .isEmpty();
    assertThat(
            between(
                "eligibility:\n  adult: age >= 18\n",
                "eligibility:\n  adult: {require: age >= 18, of: cases}\n"))
        .containsExactly("eligibility | adult, of | new |  | cases");
  }

  @Test
  void namesThatShareALineAreComparedOneByOne() {
    assertThat(
            between(
                "variables:\n  \"a, b\": {is: number, unit: kg}\n",
                "variables:\n  a: {is: number, unit: kg}\n  b: {is: number, unit: g}\n"))
        .containsExactly("variables | b, unit | changed | kg | g");
  }

  @Test
  void criterionUnderAnotherNameIsRenamed() {
    assertThat(
            between(
                "eligibility:\n  adult: age >= 18\n  alive: not dead\n",
                "eligibility:\n  grown up: age >= 18\n  alive: not dead\n"))
        .containsExactly("eligibility |  | renamed | adult | grown up");
  }

  @Test
  void orderOfRulesThatAreReadFromTheTopMatters() {
    assertThat(
            between(
                "response:\n  complete: p >= 150\n  partial: p >= 80\n",
                "response:\n  partial: p >= 80\n  complete: p >= 150\n"))
        .containsExactly("response |  | order | complete, partial | partial, complete");
  }

  @Test
  void analysisIsKnownByWhatItBeginsWith() {
    assertThat(
            between(
                "analyses:\n  - association: smoker\n    primary: yes\n  - association: alcohol\n",
                "analyses:\n  - association: smoker\n  - association: weight\n"))
        .containsExactly(
            "analyses | association smoker, primary | left out | yes | ",
            "analyses | association alcohol | left out |  | ",
            "analyses | association weight | new |  | ");
  }

  @Test
  void sectionInOneFileIsToldEntryByEntry() {
    assertThat(between("title: A\n", "title: A\neligibility:\n  adult: age >= 18\n"))
        .containsExactly("eligibility | adult | new |  | age >= 18");
  }

  @Test
  void defaultIsNamedWhereAFileDoesNotSay() {
    Amendment amendment =
        Amendments.between(
                read("report: {journal: plain, methods: r}\n"),
                read("report: {journal: plain}\n"),
                FIELDS)
            .list()
            .getFirst();
    assertThat(amendment.kind()).isEqualTo(Kind.LEFT_OUT);
    assertThat(amendment.otherwise()).isEqualTo("casebook");
  }

  @Test
  void partsThatSayTheSameAreNamed() {
    Clause before = read("title: A\ncases: a is b\ncontrols: a is c\n");
    Clause after = read("title: A\ncases: a is d\ncontrols: a is c\n");
    assertThat(Amendments.between(before, after, FIELDS).same())
        .containsExactly("controls", "the study");
  }

  @Test
  void versionIsAPartOfTheHeading() {
    assertThat(between("version: 1\n", "version: 2, amended 2026-03-01\n"))
        .containsExactly("the study | version | changed | 1 | 2, amended 2026-03-01");
  }
}
