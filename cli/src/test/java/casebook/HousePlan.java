// SPDX-License-Identifier: Apache-2.0
package casebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The plan of the house: which rooms a room may know, and which jars.
final class HousePlan {
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
    ARROWS.put("study.report.style", Set.of("study.finding", "stats.result"));
    ARROWS.put(
        "study.report.figure", Set.of("study.report.style", "study.finding", "stats.result"));
    ARROWS.put(
        "study.report",
        Set.of(
            "study.report.figure",
            "study.report.style",
            "study.finding",
            "study.work",
            "study.problem",
            "stats.result"));
    ARROWS.put("study.check", LANGUAGE);
    ARROWS.put(
        "study.cohort",
        Set.of(
            "study.plate",
            "study.imputed",
            "study.language",
            "study.data",
            "study.unit",
            "study.csv",
            "study.problem",
            "stats.*"));
    ARROWS.put(
        "study.plate",
        Set.of("study.language", "study.data", "study.unit", "study.problem", "stats.*"));
    ARROWS.put("study.imputed", Set.of("study.language", "study.data", "study.problem"));
    ARROWS.put(
        "study.render",
        Set.of(
            "study.report",
            "study.report.figure",
            "study.report.style",
            "study.finding",
            "study.csv",
            "study.problem",
            "stats.result"));
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
        "study.analysis.people",
        Set.of(
            "study.cohort",
            "study.finding",
            "study.language",
            "study.language.expression",
            "study.data",
            "study.problem"));
    ARROWS.put(
        "study.analysis.statement",
        Set.of(
            "study.analysis.people",
            "study.analysis.provenance",
            "study.cohort",
            "study.finding",
            "study.language",
            "study.language.expression",
            "study.data",
            "study.unit",
            "study.problem"));
    ARROWS.put(
        "study.analysis.family",
        Set.of(
            "study.finding", "study.language", "study.problem", "stats.compare", "stats.result"));
    ARROWS.put(
        "study.analysis.imputation",
        Set.of("study.analysis.provenance", "study.finding", "stats.impute", "stats.result"));
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
    ARROWS.put("study.analysis.survival", ARROWS.get("study.analysis.comparison"));
    allow("study.analysis.comparison", "study.analysis.people"); // subsets are read in one place
    allow("study.analysis.survival", "study.analysis.people");
    ARROWS.put(
        "study.analysis",
        Set.of(
            "study.analysis.survival",
            "study.analysis.assay",
            "study.analysis.comparison",
            "study.analysis.genotype",
            "study.analysis.imputation",
            "study.analysis.sensitivity",
            "study.analysis.statement",
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
    ARROWS.put("study.amendment", Set.of("study.language", "study.problem"));
    ARROWS.put(
        "study.change",
        Set.of(
            "study.render",
            "study.report",
            "study.report.style",
            "study.finding",
            "study.problem",
            "stats.result"));
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
            "clinic.response",
            "study.source",
            "study.cohort",
            "study.report.style",
            "study.language",
            "study.data",
            "study.unit",
            "study.problem"));
    ARROWS.put(
        "clinic.response",
        Set.of(
            "clinic.record",
            "clinic.protocol",
            "study.data")); // on which side of a limit a count is
    ARROWS.put(
        "clinic.amendment",
        Set.of("clinic.rule", "clinic.response", "clinic.record", "clinic.protocol"));
    ARROWS.put(
        "clinic.rule",
        Set.of(
            "clinic.response",
            "clinic.interaction",
            "clinic.record",
            "clinic.protocol",
            "study.report.style",
            "study.cohort",
            "study.language",
            "study.language.expression",
            "study.data",
            "study.unit",
            "study.problem",
            "stats.*"));
    ARROWS.put(
        "clinic.analysis",
        Set.of(
            "clinic.response",
            "clinic.record",
            "clinic.protocol",
            "study.analysis",
            "study.analysis.people",
            "study.analysis.provenance",
            "study.cohort",
            "study.finding",
            "study.language",
            "study.data",
            "study.unit",
            "study.problem",
            "stats.*"));
    ARROWS.put("study.sheet", Set.of());
    allow("study.render", "study.sheet"); // BookFile writes them
    allow("study.render", "study.work"); // a page is written in pieces
    allow("study.analysis.assay", "study.work");
    ARROWS.put(
        "clinic.entry",
        Set.of("clinic.protocol", "study.sheet", "study.language", "study.unit", "study.problem"));
    ARROWS.put(
        "clinic.worklist",
        Set.of(
            "clinic.reading", // patients come as a stream
            "study.work", // and a long list is written by several threads
            "clinic.rule",
            "clinic.record",
            "clinic.protocol",
            "study.sheet",
            "study.problem"));
    ARROWS.put("clinic.analysis.course", ARROWS.get("clinic.analysis"));
    allow("clinic.analysis", "clinic.analysis.course");
    ARROWS.put("cli", Set.of("clinic.*", "study.*", "stats.*"));
    for (String room :
        List.of(
            "bench",
            "bench.duel",
            "bench.reconstruct",
            "bench.score",
            "bench.coverage",
            "bench.patients")) {
      ARROWS.put(room, Set.of("bench", "cli", "clinic.*", "study.*", "stats.*"));
    }
    allow("bench.patients", "bench.duel");

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

  private HousePlan() {}

  static boolean allowed(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    Set<String> rooms = ARROWS.get(from);
    return rooms != null && (rooms.contains(to) || rooms.contains(to.split("\\.")[0] + ".*"));
  }

  /// The jars that a room may know, its own and those of its module.
  static Set<String> jars(String room) {
    Set<String> jars = new HashSet<>(JARS.getOrDefault(room, Set.of()));
    jars.addAll(JARS.getOrDefault(room.split("\\.")[0], Set.of()));
    return jars;
  }
}
