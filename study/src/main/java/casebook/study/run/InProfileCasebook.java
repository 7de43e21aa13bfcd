// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts what profile `casebook` prints beside the numbers of another profile whose reference limits
/// are other percentiles, so that other persons are above them.
///
/// @param own the numbers of profile `casebook` by address
record InProfileCasebook(Map<String, Statistic> own) {
  InProfileCasebook {
    own = Map.copyOf(own);
  }

  /// The numbers of a run in profile `casebook`.
  static InProfileCasebook of(List<Finding> findings) {
    Map<String, Statistic> own = new HashMap<>();
    for (Finding finding : findings) {
      for (Statistic statistic : statistics(finding)) {
        own.put(statistic.address().path(), statistic);
      }
    }
    return new InProfileCasebook(own);
  }

  private static List<Statistic> statistics(Finding finding) {
    return switch (finding) {
      case Finding.Characteristics it -> statistics(it.rows());
      case Finding.Estimates it -> {
        List<Statistic> all = new ArrayList<>(statistics(it.rows()));
        all.addAll(it.further());
        yield all;
      }
      case Finding.Limits it -> statistics(it.rows());
      case Finding.Matching it -> statistics(it.rows());
      case Finding.Statements it -> statistics(it.rows());
      case Finding.Comparison it -> statistics(it.rows());
      case Finding.Correlation it -> statistics(it.rows());
      case Finding.Outcomes it -> statistics(it.rows());
      case Finding.Survival it -> {
        List<Statistic> all = new ArrayList<>(statistics(it.rows()));
        all.addAll(it.further());
        yield all;
      }
      case Finding.Flow it -> List.of();
      case Finding.Listing it -> List.of();
      case Finding.Curve it -> List.of();
      case Finding.Specifications it -> List.of();
      case Finding.Calibration it -> List.of();
      case Finding.Timelines it -> List.of();
    };
  }

  private static List<Statistic> statistics(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.statistics().stream())
        .toList();
  }

  /// A finding with these numbers beside its own. Who takes part does not depend on a limit.
  Finding beside(Finding finding) {
    return switch (finding) {
      case Finding.Characteristics it ->
          new Finding.Characteristics(it.heading(), it.columns(), rows(it.rows()));
      case Finding.Estimates it ->
          new Finding.Estimates(
              it.heading(),
              it.columns(),
              rows(it.rows()),
              it.further().stream().map(this::beside).toList());
      case Finding.Limits it ->
          new Finding.Limits(it.heading(), it.columns(), rows(it.rows()), it.head());
      case Finding.Matching it -> new Finding.Matching(it.heading(), it.columns(), rows(it.rows()));
      case Finding.Statements it ->
          new Finding.Statements(it.heading(), it.columns(), rows(it.rows()));
      case Finding.Comparison it ->
          new Finding.Comparison(
              it.heading(), it.columns(), rows(it.rows()), it.contrasts(), it.figure());
      case Finding.Correlation it ->
          new Finding.Correlation(it.heading(), it.columns(), rows(it.rows()), it.figure());
      case Finding.Outcomes it -> it; // no profile changes who responded
      case Finding.Survival it ->
          new Finding.Survival(
              it.heading(),
              it.time(),
              it.columns(),
              rows(it.rows()),
              it.groups(),
              it.further().stream().map(this::beside).toList());
      case Finding.Flow it -> it;
      case Finding.Listing it -> it;
      case Finding.Curve it -> it;
      case Finding.Specifications it -> it; // its heading says whose methods it shows
      case Finding.Calibration it -> it;
      case Finding.Timelines it -> it;
    };
  }

  private List<Row> rows(List<Row> rows) {
    return rows.stream()
        .map(row ->
            new Row(
                row.label(),
                row.unit(),
                row.indent(),
                row.cells().stream().map(this::cell).toList()))
        .toList();
  }

  private Cell cell(Cell cell) {
    return new Cell(
        cell.form(), cell.statistics().stream().map(this::beside).toList(), cell.notes());
  }

  private Statistic beside(Statistic statistic) {
    Optional<Statistic> casebook = Optional.ofNullable(own.get(statistic.address().path()));
    List<Basis.Other> others = new ArrayList<>(statistic.basis().others());
    boolean known = others.removeIf(other -> other.label().equals(Basis.CASEBOOK));
    if (casebook.isEmpty() || (!known && same(statistic, casebook.get()))) {
      return statistic;
    }
    Address place = statistic.address().with(Basis.CASEBOOK);
    others.addFirst(new Basis.Other(Basis.CASEBOOK, with(casebook.get(), place, List.of())));
    return with(statistic, statistic.address(), others);
  }

  private static boolean same(Statistic one, Statistic other) {
    return one.estimate().equals(other.estimate()) && one.p().equals(other.p());
  }

  private static Statistic with(Statistic it, Address address, List<Basis.Other> others) {
    Basis basis = it.basis();
    return new Statistic(
        address,
        it.label(),
        it.estimate(),
        it.p(),
        it.unit(),
        it.method(),
        new Basis(basis.counts(), basis.rows(), basis.at(), basis.data(), others),
        it.whyNot());
  }
}
