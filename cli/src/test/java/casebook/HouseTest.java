// SPDX-License-Identifier: Apache-2.0
package casebook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The rules of the house: which way packages point, and what stays out of them.
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("casebook");

  /// For each room, the rooms it may know. Widen it only with a reason in the commit.
  private static final Map<String, Set<String>> ARROWS = new HashMap<>();

  /// The rooms of the study language; what stands above it may know them all.
  private static final Set<String> LANGUAGE =
      Set.of(
          "study.language",
          "study.language.text",
          "study.language.expression",
          "study.unit",
          "study.problem");

  /// For each room, the jars it may know beside the JDK and JSpecify.
  private static final Map<String, Set<String>> JARS = new HashMap<>();

  static {
    ARROWS.put("stats.result", Set.of());
    ARROWS.put("stats.math", Set.of("stats.result"));
    ARROWS.put("stats.dist", Set.of("stats.result", "stats.math"));
    for (String topic :
        List.of(
            "contingency",
            "regress",
            "survival",
            "compare",
            "describe",
            "reference",
            "genetic",
            "curve",
            "sample",
            "impute",
            "dosing")) {
      ARROWS.put("stats." + topic, Set.of("stats.result", "stats.math", "stats.dist"));
    }
    allow("stats.sample", "stats.describe", "stats.regress");
    allow("stats.reference", "stats.describe", "stats.compare");
    allow("stats.compare", "stats.describe");
    allow("stats.genetic", "stats.contingency", "stats.describe", "stats.regress");
    allow("stats.contingency", "stats.describe");
    allow("stats.survival", "stats.regress", "stats.describe");
    allow("stats.impute", "stats.describe");
    allow("stats.curve", "stats.regress");

    ARROWS.put("study.problem", Set.of());
    ARROWS.put("study.unit", Set.of("study.problem"));
    ARROWS.put("study.data", Set.of("study.unit", "study.problem"));
    ARROWS.put("study.language", Set.of("study.unit", "study.problem"));
    ARROWS.put("study.language.text", Set.of("study.language", "study.problem"));
    ARROWS.put(
        "study.language.expression", Set.of("study.language", "study.unit", "study.problem"));
    ARROWS.put("study.language.form", LANGUAGE);
    ARROWS.put("study.draft", Set.of("study.data"));
    ARROWS.put("study.csv", Set.of());
    ARROWS.put("study.work", Set.of());
    ARROWS.put("study.finding", Set.of("study.problem", "stats.result"));
    ARROWS.put(
        "study.source", Set.of("study.language", "study.data", "study.unit", "study.problem"));
    ARROWS.put(
        "study.report", Set.of("study.finding", "study.work", "study.problem", "stats.result"));
    ARROWS.put("study.check", LANGUAGE);
    ARROWS.put(
        "study.cohort",
        Set.of(
            "study.plate",
            "study.language",
            "study.data",
            "study.unit",
            "study.csv",
            "study.problem",
            "stats.*"));
    ARROWS.put(
        "study.plate",
        Set.of("study.language", "study.data", "study.unit", "study.problem", "stats.*"));
    ARROWS.put(
        "study.render",
        Set.of("study.report", "study.finding", "study.csv", "study.problem", "stats.result"));
    ARROWS.put(
        "study.analysis.provenance",
        Set.of(
            "study.cohort",
            "study.finding",
            "study.language",
            "study.data",
            "study.unit",
            "study.problem",
            "stats.*"));
    ARROWS.put(
        "study.analysis.assay",
        Set.of(
            "study.analysis.provenance",
            "study.cohort",
            "study.plate",
            "study.finding",
            "study.language",
            "study.data",
            "study.unit",
            "study.problem",
            "stats.*"));
    ARROWS.put("study.analysis.genotype", ARROWS.get("study.analysis.assay"));
    ARROWS.put(
        "study.analysis.family",
        Set.of(
            "study.finding", "study.language", "study.problem", "stats.compare", "stats.result"));
    ARROWS.put(
        "study.analysis.sensitivity",
        Set.of(
            "study.analysis.provenance",
            "study.cohort",
            "study.finding",
            "study.language",
            "study.data",
            "study.problem",
            "stats.result"));
    ARROWS.put(
        "study.analysis.comparison",
        Set.of(
            "study.analysis.provenance",
            "study.cohort",
            "study.finding",
            "study.language",
            "study.language.expression", // subsets are read where they are used
            "study.data",
            "study.unit",
            "study.problem",
            "stats.*"));
    ARROWS.put(
        "study.analysis",
        Set.of(
            "study.analysis.assay",
            "study.analysis.comparison",
            "study.analysis.genotype",
            "study.analysis.sensitivity",
            "study.analysis.family",
            "study.analysis.provenance",
            "study.cohort",
            "study.finding",
            "study.work",
            "study.language",
            "study.language.expression",
            "study.data",
            "study.unit",
            "study.problem",
            "stats.*"));
    ARROWS.put(
        "study.change",
        Set.of("study.render", "study.report", "study.finding", "study.problem", "stats.result"));
    ARROWS.put("study.run", Set.of("study.*", "stats.result"));
    ARROWS.put("clinic.record", Set.of("study.data", "study.unit", "study.problem"));
    ARROWS.put(
        "clinic.protocol",
        Set.of(
            "study.language",
            "study.language.text",
            "study.language.expression",
            "study.unit",
            "study.problem"));
    ARROWS.put("clinic.interaction", Set.of());
    ARROWS.put(
        "clinic.reading",
        Set.of(
            "clinic.record",
            "clinic.protocol",
            "study.source",
            "study.cohort",
            "study.report",
            "study.language",
            "study.data",
            "study.unit",
            "study.problem"));
    ARROWS.put("clinic.response", Set.of("clinic.record", "clinic.protocol"));
    ARROWS.put(
        "clinic.rule",
        Set.of(
            "clinic.response",
            "clinic.interaction",
            "clinic.record",
            "clinic.protocol",
            "study.report",
            "study.cohort",
            "study.language",
            "study.language.expression",
            "study.data",
            "study.unit",
            "study.problem",
            "stats.*"));
    ARROWS.put("cli", Set.of("clinic.*", "study.*", "stats.*"));
    for (String room :
        List.of("bench", "bench.duel", "bench.reconstruct", "bench.score", "bench.coverage")) {
      ARROWS.put(room, Set.of("bench", "cli", "clinic.*", "study.*", "stats.*"));
    }

    JARS.put("stats", Set.of("org.apache.commons.statistics", "org.apache.commons.numbers"));
    JARS.put("stats.math", Set.of("org.ejml"));
    JARS.put("stats.regress", Set.of("org.ejml"));
    JARS.put("study.language.text", Set.of("org.snakeyaml.engine"));
    JARS.put("study.source", Set.of("de.siegmar.fastcsv", "org.dhatim.fastexcel"));
    JARS.put(
        "study.render",
        Set.of(
            "tools.jackson",
            "com.fasterxml.jackson",
            "org.apache.commons.compress",
            "org.apache.fop",
            "org.apache.xmlgraphics",
            "org.xml.sax",
            "org.apache.poi",
            "org.apache.xmlbeans",
            "org.openxmlformats.schemas",
            "org.dhatim.fastexcel",
            "com.github.weisj.jsvg"));
    JARS.put("cli", Set.of("com.fasterxml.jackson"));
    JARS.put(
        "bench",
        Set.of("org.openjdk.jmh", "com.fasterxml.jackson", "org.apache.commons.statistics"));
  }

  private static void allow(String room, String... more) {
    Set<String> all = new HashSet<>(ARROWS.get(room));
    all.addAll(List.of(more));
    ARROWS.put(room, Set.copyOf(all));
  }

  @Test
  void packagesPointOneWay() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : HOUSE) {
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        JavaClass to = arrow.getTargetClass();
        if (to.getPackageName().startsWith("casebook.") && !allowed(room(from), room(to))) {
          wrong.add(room(from) + " -> " + room(to) + " (" + from.getSimpleName() + ")");
        }
      }
    }
    assertThat(wrong).as("arrows that the house does not allow").isEmpty();
  }

  private static boolean allowed(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    Set<String> rooms = ARROWS.get(from);
    return rooms != null && (rooms.contains(to) || rooms.contains(to.split("\\.")[0] + ".*"));
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.length() > "casebook.".length() ? name.substring("casebook.".length()) : name;
  }

  @Test
  void jarsStayAtTheEdges() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : HOUSE) {
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        String target = arrow.getTargetClass().getBaseComponentType().getPackageName();
        if (!target.isEmpty() && !own(target) && !jarAllowed(room(from), target)) {
          wrong.add(room(from) + " -> " + target + " (" + from.getSimpleName() + ")");
        }
      }
    }
    assertThat(wrong).as("jars used where the house does not allow them").isEmpty();
  }

  private static boolean own(String name) {
    return name.startsWith("casebook")
        || name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jdk.")
        || name.startsWith("org.jspecify");
  }

  private static boolean jarAllowed(String room, String target) {
    Set<String> jars = new HashSet<>(JARS.getOrDefault(room, Set.of()));
    jars.addAll(JARS.getOrDefault(room.split("\\.")[0], Set.of()));
    return jars.stream().anyMatch(target::startsWith);
  }

  @Test
  void filesStandInNoCircle() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass from : HOUSE) {
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        JavaClass to = arrow.getTargetClass().getBaseComponentType();
        if (to.getPackageName().startsWith("casebook.") && !file(from).equals(file(to))) {
          arrows.computeIfAbsent(file(from), name -> new TreeSet<>()).add(file(to));
        }
      }
    }
    Set<String> inCircle = new TreeSet<>();
    for (String start : arrows.keySet()) {
      if (reaches(start, start, arrows)) {
        inCircle.add(start);
      }
    }
    assertThat(inCircle).as("files that reach themselves").isEmpty();
  }

  private static boolean reaches(String start, String goal, Map<String, Set<String>> arrows) {
    Deque<String> next = new ArrayDeque<>(arrows.getOrDefault(start, Set.of()));
    Set<String> seen = new HashSet<>();
    while (!next.isEmpty()) {
      String here = next.pop();
      if (here.equals(goal)) {
        return true;
      }
      if (seen.add(here)) {
        next.addAll(arrows.getOrDefault(here, Set.of()));
      }
    }
    return false;
  }

  private static String file(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  @Test
  void noClockBelowTheFaces() {
    belowTheFaces()
        .should()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .because("day and seed are parameters")
        .check(HOUSE);
  }

  @Test
  void noDefaultOfTheMachineAnywhere() {
    ArchRule rule =
        noClasses()
            .should()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Charset.class, "defaultCharset")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callConstructor(String.class, byte[].class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .because("same study, same data, same bytes on every machine");
    rule.check(HOUSE);
  }

  @Test
  void nothingBelowTheFacesPrints() {
    belowTheFaces()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(HOUSE);
  }

  private static GivenClassesConjunction belowTheFaces() {
    return noClasses().that().resideOutsideOfPackages("casebook.cli..", "casebook.bench..");
  }
}
