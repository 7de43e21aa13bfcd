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
import java.util.HashSet;
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

  @Test
  void packagesPointOneWay() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : HOUSE) {
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        JavaClass to = arrow.getTargetClass();
        if (to.getPackageName().startsWith("casebook.")
            && !HousePlan.allowed(room(from), room(to))) {
          wrong.add(room(from) + " -> " + room(to) + " (" + from.getSimpleName() + ")");
        }
      }
    }
    assertThat(wrong).as("arrows that the house does not allow").isEmpty();
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
    Set<String> jars = HousePlan.jars(room);
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
