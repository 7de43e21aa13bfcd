// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.family;

import casebook.stats.result.PValue;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Contrast;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.language.Clause;
import casebook.study.language.Study;
import casebook.study.language.Study.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Adjusts the P values of families and sets them beside the raw ones.
public final class Families {
  private final Members members;
  private final List<Finding> findings;
  private final Map<Address, Statistic> adjusted = new HashMap<>();
  private final Map<Address, List<String>> lacking = new HashMap<>();

  private Families(List<Address> analyses, List<Finding> findings) {
    this.members = new Members(analyses);
    this.findings = findings;
  }

  /// The findings with a column of adjusted P values wherever a member stands; as they are where
  /// the study declares no family.
  ///
  /// @param analyses the beginnings of the addresses of all analyses
  public static List<Finding> beside(Study study, List<Address> analyses, List<Finding> findings) {
    if (study.families().isEmpty()) {
      return findings;
    }
    Families families = new Families(analyses, findings);
    study.families().forEach(families::adjust);
    return findings.stream().map(families::beside).toList();
  }

  private void adjust(Family family) {
    Map<Address, Statistic> raw = new LinkedHashMap<>();
    for (Clause member : family.members()) {
      List<Statistic> found = tests(member.words());
      found.forEach(it -> raw.put(it.address(), it));
      if (found.isEmpty()) {
        members
            .analysis(member.words())
            .or(() -> members.owner(member.words()))
            .ifPresent(analysis ->
                lacking
                    .computeIfAbsent(analysis, it -> new ArrayList<>())
                    .add(
                        "The family “"
                            + family.name()
                            + "” names "
                            + member.words()
                            + ", which has no P value."));
      }
    }
    List<Statistic> tests = List.copyOf(raw.values());
    Method method =
        FamilyMethods.of(family, tests.stream().map(it -> it.address().path()).toList());
    List<PValue> own = adjust(family, tests.stream().map(it -> it.p().orElseThrow()).toList());
    List<PValue> casebook = adjust(family, tests.stream().map(Families::casebook).toList());
    for (int i = 0; i < tests.size(); i++) {
      Statistic test = tests.get(i);
      Address address = test.address().with("adjusted");
      Statistic plain = adjusted(test, address, method, own.get(i), List.of());
      List<Basis.Other> others =
          own.get(i).equals(casebook.get(i))
              ? List.of()
              : List.of(
                  new Basis.Other(
                      Basis.CASEBOOK,
                      adjusted(
                          test, address.with(Basis.CASEBOOK), method, casebook.get(i), List.of())));
      adjusted.put(
          test.address(),
          others.isEmpty() ? plain : adjusted(test, address, method, own.get(i), others));
    }
  }

  private static List<PValue> adjust(Family family, List<PValue> raw) {
    return FamilyMethods.adjustment(family).of(raw);
  }

  /// What profile `casebook` prints in the place of a test.
  private static PValue casebook(Statistic test) {
    return test.basis().others().stream()
        .filter(other -> other.label().equals(Basis.CASEBOOK))
        .flatMap(other -> other.statistic().p().stream())
        .findFirst()
        .orElseGet(() -> test.p().orElseThrow());
  }

  private static Statistic adjusted(
      Statistic test, Address address, Method method, PValue p, List<Basis.Other> others) {
    Basis basis = test.basis();
    return new Statistic(
        address,
        test.label() + ", adjusted P",
        Optional.empty(),
        Optional.of(p),
        "",
        method,
        new Basis(basis.counts(), basis.rows(), basis.at(), basis.data(), others),
        "");
  }

  /// The tests that a member stands for: all of a table of characteristics, the first of another
  /// table, or the number with that address.
  private List<Statistic> tests(String words) {
    Optional<Address> analysis = members.analysis(words);
    if (analysis.isEmpty()) {
      return findings.stream()
          .flatMap(Families::numbers)
          .filter(it -> it.address().path().equals(words) && it.p().isPresent())
          .limit(1)
          .toList();
    }
    for (Finding finding : findings) {
      if (finding.heading().address().equals(analysis.get())) {
        List<Statistic> tests =
            cells(finding)
                .filter(cell -> cell.form() == Form.P)
                .flatMap(cell -> cell.statistics().stream())
                .filter(it -> it.p().isPresent())
                .toList();
        return switch (finding) {
          case Finding.Characteristics it -> tests;
          case Finding.Comparison it -> primary(it, tests);
          default -> tests.stream().limit(1).toList();
        };
      }
    }
    return List.of();
  }

  /// The test of the primary contrast; that over all groups where none of several is primary.
  private static List<Statistic> primary(Finding.Comparison table, List<Statistic> tests) {
    Optional<Statistic> contrast =
        table.contrasts().stream().filter(Contrast::primary).map(Contrast::effect).findFirst();
    return contrast.isPresent()
        ? contrast.filter(it -> it.p().isPresent()).stream().toList()
        : tests.stream().filter(it -> it.statistic().equals("p")).limit(1).toList();
  }

  private static Stream<Statistic> numbers(Finding finding) {
    Stream<Statistic> shown = cells(finding).flatMap(cell -> cell.statistics().stream());
    return finding instanceof Finding.Estimates table
        ? Stream.concat(shown, table.further().stream())
        : shown;
  }

  private static Stream<Cell> cells(Finding finding) {
    List<Row> rows =
        switch (finding) {
          case Finding.Characteristics it -> it.rows();
          case Finding.Estimates it -> it.rows();
          case Finding.Limits it -> it.rows();
          case Finding.Matching it -> it.rows();
          case Finding.Statements it -> it.rows();
          case Finding.Comparison it -> it.rows();
          case Finding.Correlation it -> it.rows();
          case Finding.Outcomes it -> it.rows();
          case Finding.Survival it -> it.rows();
          case Finding.Specifications it -> List.of();
          case Finding.Flow it -> List.of();
          case Finding.Listing it -> List.of();
          case Finding.Curve it -> List.of();
          case Finding.Calibration it -> List.of();
          case Finding.Timelines it -> List.of();
        };
    return rows.stream().flatMap(row -> row.cells().stream());
  }

  private Finding beside(Finding finding) {
    Finding.Heading heading = heading(finding.heading());
    return switch (finding) {
      case Finding.Characteristics it -> {
        AdjustedTable table = new AdjustedTable(it.columns(), it.rows(), adjusted);
        yield new Finding.Characteristics(heading, table.newColumns(), table.newRows());
      }
      case Finding.Estimates it -> {
        AdjustedTable table = new AdjustedTable(it.columns(), it.rows(), adjusted);
        List<Statistic> further = new ArrayList<>();
        for (Statistic statistic : it.further()) {
          further.add(statistic);
          Optional.ofNullable(adjusted.get(statistic.address())).ifPresent(further::add);
        }
        yield new Finding.Estimates(heading, table.newColumns(), table.newRows(), further);
      }
      case Finding.Limits it -> {
        AdjustedTable table = new AdjustedTable(it.columns(), it.rows(), adjusted);
        yield new Finding.Limits(heading, table.newColumns(), table.newRows(), it.head());
      }
      case Finding.Comparison it -> {
        AdjustedTable table = new AdjustedTable(it.columns(), it.rows(), adjusted);
        if (!table.showsP()) {
          yield it; // what could have been shown: the P values stand in the table of the groups
        }
        yield new Finding.Comparison(
            heading, table.newColumns(), table.newRows(), it.contrasts(), it.figure());
      }
      case Finding.Correlation it -> {
        AdjustedTable table = new AdjustedTable(it.columns(), it.rows(), adjusted);
        yield new Finding.Correlation(heading, table.newColumns(), table.newRows(), it.figure());
      }
      case Finding.Survival it -> {
        AdjustedTable table = new AdjustedTable(it.columns(), it.rows(), adjusted);
        yield new Finding.Survival(
            heading, it.time(), table.newColumns(), table.newRows(), it.groups(), it.further());
      }
      case Finding.Matching it -> it;
      case Finding.Outcomes it -> it; // it tests nothing
      case Finding.Statements it -> it;
      case Finding.Specifications it -> it;
      case Finding.Flow it -> it;
      case Finding.Listing it -> it;
      case Finding.Curve it -> it;
      case Finding.Calibration it -> it;
      case Finding.Timelines it -> it;
    };
  }

  private Finding.Heading heading(Finding.Heading heading) {
    List<String> more = lacking.getOrDefault(heading.address(), List.of());
    if (more.isEmpty()) {
      return heading;
    }
    List<String> warnings = new ArrayList<>(heading.warnings());
    warnings.addAll(more);
    return new Finding.Heading(
        heading.address(),
        heading.title(),
        heading.at(),
        heading.primary(),
        heading.notes(),
        warnings);
  }
}
