// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Expr;
import casebook.study.language.Names;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each line of `expressions.txt` before `=>` is an expression, and what stands behind is the tree
/// in words with all brackets, or the problems with column and length. `-Dgolden.update=true`
/// writes the file anew.
class ExprTextTest {
  private static final Path GOLDEN = Path.of("src/test/resources/language/expressions.txt");
  private static final Span NOWHERE = Span.ofFile("study.yaml");

  private static Unit unit(String words) {
    return Units.read(words).orElseThrow();
  }

  private static Variable variable(String name, Dictionary.Type type) {
    return new Variable(name, name, name, type, "all", List.of(), new Span("study.yaml", 9, 1, 1));
  }

  private static Dictionary.Type measure(String unit) {
    Unit read = unit.isEmpty() ? Unit.NONE : unit(unit);
    return new Dictionary.Type.Measure(read, Optional.empty(), false);
  }

  private static final Names NAMES = names();

  private static Names names() {
    List<Variable> variables = new ArrayList<>();
    Dictionary.Type yesNo = new Dictionary.Type.YesNo(Map.of());
    for (String name : List.of("own_vt", "related", "la", "acl", "anti-ps", "dead", "any")) {
      variables.add(variable(name, yesNo));
    }
    for (String name : List.of("referred", "sampled", "last_event", "birth", "start")) {
      variables.add(variable(name, new Dictionary.Type.Date()));
    }
    variables.add(variable("age", measure("years")));
    variables.add(variable("event_age", measure("years")));
    variables.add(variable("igm", measure("AU")));
    variables.add(variable("platelets", measure("10^9/L")));
    variables.add(variable("creatinine", measure("mg/dL")));
    variables.add(variable("cya", measure("ng/mL")));
    variables.add(variable("cya_ug", measure("ug/L")));
    variables.add(variable("weight", measure("kg")));
    variables.add(variable("height", measure("m")));
    variables.add(variable("ratio", measure("")));
    variables.add(variable("follow_up", measure("days")));
    variables.add(variable("a-b", measure("")));
    variables.add(variable("a", measure("")));
    variables.add(variable("b", measure("")));
    variables.add(
        variable(
            "site",
            new Dictionary.Type.Levels(
                List.of("DVT", "PE", "other", "sinus thrombosis"), Map.of(), false)));
    variables.add(
        variable(
            "sex",
            new Dictionary.Type.Levels(List.of("male", "female"), Map.of("male", "1"), false)));
    variables.add(
        variable(
            "kind",
            new Dictionary.Type.Levels(List.of("known", "missing", "own_vt"), Map.of(), false)));
    variables.add(variable("fvl", new Dictionary.Type.Genotype("G", "A", Map.of("GG", "wt"))));
    variables.add(variable("pai", new Dictionary.Type.Genotype("4G", "5G", Map.of())));
    variables.add(variable("id", new Dictionary.Type.Text()));
    return Names.of(new Dictionary(variables, List.of(), List.of()))
        .withLimits(Set.of("igm"))
        .with(Map.of("unreadable", new Names.Name(Optional.empty(), 20, false)));
  }

  private static Clause clause(String words) {
    Span at = new Span("study.yaml", 1, 1, words.length());
    return new Clause("", words, Clause.Shape.PLAIN, List.of(), NOWHERE, at);
  }

  private static String read(String words) {
    Checked<ExprText.Value> value = ExprText.value(clause(words), NAMES);
    String problems =
        value.problems().stream().map(ExprTextTest::problem).collect(Collectors.joining(" | "));
    return value.value().map(it -> ExprWords.of(it.expr())).orElse("") + problems;
  }

  private static String problem(Problem problem) {
    return problem.code()
        + " at "
        + problem.at().column()
        + "+"
        + problem.at().length()
        + ": "
        + problem.message()
        + (problem.fix().isEmpty() ? "" : " " + problem.fix());
  }

  @TestFactory
  Stream<DynamicTest> eachExpressionGivesItsTreeOrItsProblems() throws IOException {
    List<String> lines = Files.readAllLines(GOLDEN);
    if (Boolean.getBoolean("golden.update")) {
      Files.write(GOLDEN, lines.stream().map(ExprTextTest::updated).toList());
    }
    return Files.readAllLines(GOLDEN).stream()
        .filter(line -> line.contains(" => ") && !line.startsWith("#"))
        .map(line -> {
          String words = line.substring(0, line.indexOf(" => "));
          String expected = line.substring(line.indexOf(" => ") + 4);
          return DynamicTest.dynamicTest(words, () -> assertThat(read(words)).isEqualTo(expected));
        });
  }

  private static String updated(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return line;
    }
    int arrow = line.indexOf(" => ");
    String words = arrow < 0 ? line : line.substring(0, arrow);
    return words + " => " + read(words);
  }

  @Test
  void everyPartKeepsItsPlace() {
    Expr expr = ExprText.truth(clause("  age < 70 and site is PE"), NAMES).orThrow();
    assertThat(expr).isInstanceOf(Expr.And.class);
    Expr.And and = (Expr.And) expr;
    assertThat(and.at()).isEqualTo(new Span("study.yaml", 1, 3, 23));
    assertThat(and.parts().get(0).at()).isEqualTo(new Span("study.yaml", 1, 3, 8));
    assertThat(((Expr.Comparison) and.parts().get(0)).right().at())
        .isEqualTo(new Span("study.yaml", 1, 9, 2));
    assertThat(and.parts().get(1).at()).isEqualTo(new Span("study.yaml", 1, 16, 10));
  }

  @Test
  void writtenNumbersTakeTheUnitOfWhatTheyAreComparedWith() {
    Expr expr = ExprText.truth(clause("platelets < 150000 /uL"), NAMES).orThrow();
    Expr.NumberLiteral number = (Expr.NumberLiteral) ((Expr.Comparison) expr).right();
    assertThat(number.value()).isEqualByComparingTo("150");
    assertThat(number.unit()).isEqualTo(unit("10^9/L"));
  }

  @Test
  void aTruthIsNeededForACondition() {
    assertThat(ExprText.truth(clause("age + 3"), NAMES).problems())
        .extracting(Problem::code)
        .containsExactly("study/not-a-condition");
  }

  @Test
  void theWordsOfAnExpressionAreAnExpressionWithTheSameWords() throws IOException {
    for (String line : Files.readAllLines(GOLDEN)) {
      int arrow = line.indexOf(" => ");
      if (arrow < 0 || line.startsWith("#") || line.substring(arrow).contains("study/")) {
        continue;
      }
      String words = line.substring(arrow + 4);
      assertThat(read(words)).as(line).isEqualTo(words);
    }
  }

  @Test
  void deepAndLongExpressionsAreRefusedByNumber() {
    for (String words :
        List.of(
            "(".repeat(1999) + "la" + ")".repeat(1999),
            "not ".repeat(900) + "la",
            "-".repeat(3990) + "1 < 2",
            "1" + "+1".repeat(1900) + " < 2",
            "la or ".repeat(600) + "la",
            "(".repeat(500_000))) {
      assertThat(ExprText.truth(clause(words), NAMES).problems())
          .extracting(Problem::code)
          .containsExactly("study/expression-too-long");
    }
  }
}
