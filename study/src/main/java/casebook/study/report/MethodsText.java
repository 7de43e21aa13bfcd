// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Flow;
import casebook.study.finding.Findings;
import casebook.study.finding.Method;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.report.Document.Block;
import casebook.study.report.style.Journal;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The methods section of a paper, from what was declared and from what ran: people, limits,
/// descriptions, associations, missing values, software; every method with its reference.
final class MethodsText {
  private final Findings findings;
  private final Numbers numbers;
  private final String style;
  private final Citations citations;
  private final Places places;
  private final List<Block> paragraphs = new ArrayList<>();

  MethodsText(Findings findings, Journal journal, Citations citations, Places places) {
    this.findings = findings;
    this.numbers = new Numbers(journal);
    this.style = journal.name();
    this.citations = citations;
    this.places = places;
  }

  /// The paragraphs, in order.
  List<Block> paragraphs() {
    add(people());
    add(calibrations());
    add(limits());
    add(descriptions());
    add(OutcomeProse.methods(shapes(Finding.Outcomes.class), new Prose(citations), citations));
    add(genotypes());
    boolean sparse = findings.settings().profile() == Profile.CASEBOOK;
    add(new AssociationProse(shapes(Finding.Estimates.class), level(), sparse).in(citations));
    add(FamilyProse.methods(findings.findings(), citations));
    add(
        SpecificationProse.methods(
            shapes(Finding.Specifications.class),
            places.of(Finding.Specifications.class),
            new Prose(citations)));
    add(missing());
    add(software());
    return List.copyOf(paragraphs);
  }

  private void add(Prose prose) {
    if (!prose.isEmpty()) {
      paragraphs.add(prose.paragraph());
    }
  }

  private String level() {
    return Numbers.level(findings.settings().level());
  }

  private <T extends Finding> List<T> shapes(Class<T> shape) {
    return findings.findings().stream().filter(shape::isInstance).map(shape::cast).toList();
  }

  private Prose people() {
    Prose prose = new Prose(citations);
    String design = findings.study().declared().words("design");
    if (!design.isEmpty()) {
      String article = "aeiou".indexOf(design.charAt(0)) < 0 ? "a " : "an ";
      prose.sentence("This is " + article + design + (design.endsWith("s") ? "." : " study."));
    }
    String version = findings.study().declared().words("version");
    if (!version.isEmpty()) {
      prose.sentence("The study file is version " + MethodNotes.stopped(version));
    }
    for (String section : List.of("setting", "period", "study size")) {
      String words = findings.study().declared().words(section);
      if (!words.isEmpty()) {
        prose.sentence(MethodNotes.capital(section) + ": " + MethodNotes.stopped(words));
      }
    }
    shapes(Flow.class).forEach(flow -> flow(prose, flow));
    for (Finding.Matching matching : shapes(Finding.Matching.class)) {
      matching.heading().notes().stream()
          .findFirst()
          .ifPresent(note -> prose.sentence(note.split("(?<=\\.) ", 2)[0]));
      Set<Method> methods = referenced(MethodList.statistics(matching));
      if (!methods.isEmpty()) {
        prose.sentence("How the matching stands in the data is described by ");
        prose.methods(methods, "and").say(".");
      }
    }
    return prose;
  }

  private void flow(Prose prose, Flow flow) {
    Flow.Step first = flow.steps().getFirst();
    Flow.Step last = flow.steps().getLast();
    prose.sentence("The data held " + persons(first) + ".");
    if (flow.steps().size() > 1) {
      List<String> criteria = flow.steps().stream().skip(1).map(Flow.Step::label).toList();
      prose.sentence("Eligibility was applied in this order: " + String.join("; ", criteria));
      prose.say(". " + MethodNotes.capital(persons(last)) + " remained");
      places.of(Flow.class).stream().findFirst().ifPresent(it -> prose.say(" (").link(it).say(")"));
      prose.say(".");
    }
    long unknown =
        flow.steps().stream()
            .flatMap(step -> step.out().stream())
            .filter(Flow.Out::unknown)
            .mapToLong(out -> total(out.groups()))
            .sum();
    if (unknown > 0) {
      prose.sentence(
          "Those for whom a criterion could not be judged ("
              + numbers.count(unknown)
              + ") were left out.");
    }
  }

  private static long total(List<Flow.GroupCount> groups) {
    return groups.stream().mapToLong(MethodsText::count).sum();
  }

  private static long count(Flow.GroupCount group) {
    return group.count().estimate().map(estimate -> Math.round(estimate.value())).orElse(0L);
  }

  private String persons(Flow.Step step) {
    long total = total(step.groups());
    String words = numbers.count(total) + (total == 1 ? " person" : " persons");
    List<String> groups =
        step.groups().stream()
            .map(
                group -> numbers.count(count(group)) + " " + group.group().toLowerCase(Locale.ROOT))
            .toList();
    return groups.size() < 2 ? words : words + " (" + Prose.list(groups) + ")";
  }

  private Prose calibrations() {
    Prose prose = new Prose(citations);
    for (Finding.Calibration calibration : shapes(Finding.Calibration.class)) {
      String measured = calibration.axes().along();
      prose.sentence("The " + measured.substring(0, 1).toLowerCase(Locale.ROOT));
      prose.say(measured.substring(1) + " was read off the " + calibration.method().name());
      prose.say(" of each plate").cite(calibration.method().reference());
      prose.say("; values beyond the lowest and highest standard were kept as such.");
      citations.say(calibration.method());
    }
    return prose;
  }

  private Prose limits() {
    Prose prose = new Prose(citations);
    for (Finding.Limits table : shapes(Finding.Limits.class)) {
      Map<Method, List<String>> rules = new LinkedHashMap<>();
      if (!table.heading().address().path().equals("limits")) {
        continue; // what an analysis says of one limit
      }
      for (Finding.Row row : table.rows()) {
        row.cells().getFirst().statistics().stream()
            .findFirst()
            .map(Statistic::method)
            .ifPresent(method ->
                rules.computeIfAbsent(method, rule -> new ArrayList<>()).add(row.label()));
      }
      rules.forEach((rule, labels) -> {
        prose.sentence("The reference limit of " + Prose.list(labels) + " was the ");
        prose.say(rule.settings().replaceFirst("^Limit", "limit")).cite(rule.reference()).say(".");
        citations.say(rule);
      });
      table.heading().notes().stream().findFirst().ifPresent(prose::sentence);
      Set<Method> tests = of(table.rows(), Form.P);
      if (!tests.isEmpty()) {
        prose.sentence("Cases above a limit that was taken from the controls were tested by ");
        prose.methods(tests, "and").say(".");
      }
    }
    return prose;
  }

  private Prose descriptions() {
    Prose prose = new Prose(citations);
    Set<String> forms = new LinkedHashSet<>();
    Set<Method> differences = new LinkedHashSet<>();
    Set<Method> tests = new LinkedHashSet<>();
    Set<Method> described = new LinkedHashSet<>();
    for (Finding.Characteristics table : shapes(Finding.Characteristics.class)) {
      if (Places.ofGenotypes(table)) {
        continue;
      }
      for (Finding.Row row : table.rows()) {
        row.cells().forEach(cell -> words(cell.form()).ifPresent(forms::add));
      }
      differences.addAll(of(table.rows(), Form.NUMBER));
      tests.addAll(of(table.rows(), Form.P));
      for (Form form : List.of(Form.MEAN_SD, Form.MEAN_SE, Form.MEDIAN_QUARTILES)) {
        described.addAll(of(table.rows(), form));
      }
    }
    if (!forms.isEmpty()) {
      prose.sentence("Characteristics are given as " + Prose.list(List.copyOf(forms)));
      described.removeIf(method -> method.reference().isBlank());
      described.forEach(citations::say);
      prose.cite(String.join("; ", described.stream().map(Method::reference).toList()));
      prose.say("; percentages are of those whose value is known.");
    }
    if (!differences.isEmpty()) {
      prose.sentence("Groups are compared by ").methods(differences, "and").say(".");
    }
    if (!tests.isEmpty()) {
      prose.sentence("Characteristics were tested by ").methods(tests, "or").say(".");
    }
    return prose;
  }

  /// What was said of genotypes, with the group in which equilibrium is judged.
  private Prose genotypes() {
    Prose prose = new Prose(citations);
    for (Finding.Characteristics table : shapes(Finding.Characteristics.class)) {
      if (Places.ofGenotypes(table) && prose.isEmpty()) {
        Set<Method> frequency = of(table.rows(), Form.RATIO);
        prose.sentence("Genotypes are given as counts with the call rate").cite(Strega.STATEMENT);
        prose.say("; limits of allele frequencies are by profile likelihood, without assuming");
        prose.say(" equilibrium").cite(frequency.iterator().next().reference()).say(". ");
        frequency.forEach(citations::say);
        prose.say(table.heading().notes().getFirst().replaceFirst("[.;].*", ""));
        prose.say(" by ").methods(of(table.rows(), Form.P), "or").say(" and described by the ");
        prose.methods(of(table.rows(), Form.NUMBER), "and").say(".");
      }
    }
    return prose;
  }

  private static Optional<String> words(Form form) {
    return Optional.of(
            switch (form) {
              case COUNT_PERCENT, COUNT_OF_PERCENT -> "count (percentage)";
              case MEAN_SD -> "mean (standard deviation)";
              case MEAN_SE -> "mean ± standard error";
              case MEDIAN_QUARTILES, TIME_QUARTILES -> "median (first to third quartile)";
              case MEDIAN_RANGE, TIME_RANGE -> "median (range)";
              case PROPORTION, RATE, COUNT, RATIO, DIFFERENCE, CORRELATION -> "";
              case P, NUMBER, QUANTITY, TIME, PERCENT -> "";
              case REFERENCE, NOT_APPLICABLE, EMPTY -> "";
            })
        .filter(words -> !words.isEmpty());
  }

  /// The methods of the numbers in places of a form.
  static Set<Method> of(List<Finding.Row> rows, Form form) {
    Set<Method> methods = new LinkedHashSet<>();
    for (Finding.Row row : rows) {
      for (Cell cell : row.cells()) {
        if (cell.form() == form) {
          cell.statistics().forEach(statistic -> methods.add(statistic.method()));
        }
      }
    }
    return methods;
  }

  private static Set<Method> referenced(List<Statistic> statistics) {
    Set<Method> methods = new LinkedHashSet<>();
    for (Statistic statistic : statistics) {
      if (!statistic.method().reference().isBlank()) {
        methods.add(statistic.method());
      }
    }
    return methods;
  }

  private Prose missing() {
    Prose prose = new Prose(citations);
    Map<String, Integer> reasons = new LinkedHashMap<>();
    List<Finding.Estimates> tables = shapes(Finding.Estimates.class);
    for (Finding.Estimates table : tables) {
      for (Statistic statistic : MethodList.statistics(table)) {
        statistic.basis().rows().out().stream()
            .filter(out -> !ImputationProse.isPooled(statistic))
            .filter(out -> out.reason().endsWith("is missing"))
            .forEach(out -> reasons.merge(out.reason(), out.count(), Math::max));
      }
    }
    ImputationProse imputations = ImputationProse.of(tables, numbers);
    if (imputations.isEmpty()) {
      prose.sentence(
          "No missing value was replaced: each number rests on everybody whose values it needs are"
              + " known.");
    } else {
      imputations.add(prose);
      imputations.methods().forEach(citations::say);
    }
    if (!tables.isEmpty() && reasons.isEmpty()) {
      prose.sentence("Nobody was left out of an association for a missing value.");
    }
    if (!reasons.isEmpty()) {
      List<String> words = new ArrayList<>();
      reasons.forEach((reason, count) -> words.add(numbers.count(count) + " where " + reason));
      prose.sentence("Left out of an association, at most: " + Prose.list(words) + ".");
    }
    return prose;
  }

  private Prose software() {
    Prose prose = new Prose(citations);
    Set<Method> rest = new LinkedHashSet<>();
    boolean random = false;
    for (Finding finding : findings.findings()) {
      for (Statistic statistic : MethodList.statistics(finding)) {
        random |= statistic.method().settings().contains("seed");
        if (!statistic.method().reference().isBlank() && !citations.isSaid(statistic.method())) {
          rest.add(statistic.method());
        }
      }
    }
    if (!rest.isEmpty()) {
      prose.sentence("Further numbers in the tables and in the supplement are by ");
      prose.methods(rest, "and").say(".");
    }
    prose.sentence(
        "All analyses were done with Casebook "
            + findings.version()
            + " (methods of profile "
            + findings.settings().profile().word()
            + ", numbers in the style "
            + style
            + "). Intervals have a confidence level of "
            + level()
            + "%; P values are two-sided unless said otherwise.");
    if (random) {
      prose.sentence("Random numbers began with seed " + findings.settings().seed() + ".");
    }
    if (findings.settings().profile() != Profile.CASEBOOK) {
      prose.sentence("Where profile casebook prints another number, a footnote gives it.");
    }
    return prose;
  }
}
