// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.FisherExact;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.TestResult;
import casebook.study.analysis.provenance.TestMethods;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tests of a 2x2 table, the printed one by profile.
///
/// @param table rows are groups
/// @param label what is tested, such as `IgM anti-PS`
/// @param basis the counts
record TableTests(TwoByTwo table, String label, Basis basis) {

  /// Whether the chi-square of profile `casebook` holds: every expected count is at least 1.
  ///
  /// Source: Campbell, Statistics in Medicine 26 (2007) 3661.
  static boolean largeEnough(TwoByTwo table) {
    return table.smallestExpected() >= 1;
  }

  /// The printed test with all others beside it.
  Statistic headline(Address address, Profile profile) {
    return headline(address, profile, Optional.empty());
  }

  /// The printed test with all others beside it.
  ///
  /// @param instead what profile `casebook` prints instead of its test of the counts
  Statistic headline(Address address, Profile profile, Optional<Statistic> instead) {
    List<Other> others = new ArrayList<>();
    if (profile != Profile.CASEBOOK) {
      Address place = address.with(Basis.CASEBOOK);
      Statistic own = instead.map(it -> moved(it, place)).orElseGet(() -> casebook(place));
      others.add(new Other(Basis.CASEBOOK, own));
    }
    Method printed = printed(profile, instead);
    if (!printed.equals(TestMethods.PEARSON)) {
      others.add(new Other("Pearson", pearson(address.with("pearson"))));
    }
    if (!printed.equals(TestMethods.N_MINUS_ONE)) {
      others.add(new Other("N-1", nMinusOne(address.with("n_1"))));
    }
    if (!printed.equals(TestMethods.MID_P)) {
      others.add(new Other("mid-P", midP(address.with("mid_p"))));
    }
    others.add(new Other("Fisher", fisher(address.with("fisher"))));
    Basis wider = basis.withOthers(others);
    TableTests main = new TableTests(table, label, wider);
    return switch (profile.tableTest()) {
      case N_MINUS_ONE_OR_MID_P ->
          instead.map(it -> moved(it, address, wider)).orElseGet(() -> main.casebook(address));
      case PEARSON -> main.pearson(address);
      case YATES -> main.yates(address);
    };
  }

  private Method printed(Profile profile, Optional<Statistic> instead) {
    return switch (profile.tableTest()) {
      case N_MINUS_ONE_OR_MID_P ->
          instead
              .map(Statistic::method)
              .orElse(largeEnough(table) ? TestMethods.N_MINUS_ONE : TestMethods.MID_P);
      case PEARSON -> TestMethods.PEARSON;
      case YATES -> TestMethods.YATES;
    };
  }

  private static Statistic moved(Statistic test, Address address) {
    return moved(test, address, test.basis());
  }

  private static Statistic moved(Statistic test, Address address, Basis basis) {
    return new Statistic(
        address,
        test.label(),
        test.estimate(),
        test.p(),
        test.unit(),
        test.method(),
        basis,
        test.whyNot());
  }

  private Statistic casebook(Address address) {
    return largeEnough(table) ? nMinusOne(address) : midP(address);
  }

  Statistic pearson(Address address) {
    return statistic(address, ChiSquare.pearson(table), TestMethods.PEARSON);
  }

  private Statistic yates(Address address) {
    return statistic(address, ChiSquare.yates(table), TestMethods.YATES);
  }

  Statistic nMinusOne(Address address) {
    return statistic(address, ChiSquare.nMinusOne(table), TestMethods.N_MINUS_ONE);
  }

  Statistic midP(Address address) {
    return statistic(address, exact(FisherExact.centralMidP(table)), TestMethods.MID_P);
  }

  Statistic fisher(Address address) {
    return statistic(address, exact(FisherExact.twoSided(table)), TestMethods.FISHER);
  }

  /// An exact test of a table with an empty margin says nothing, though its P is 1.
  private Answer<TestResult> exact(TestResult result) {
    return ChiSquare.pearson(table).map(any -> result);
  }

  private Statistic statistic(Address address, Answer<TestResult> answer, Method method) {
    return of(address, label + ": " + method.name(), answer, method, basis);
  }

  /// The result of a test as a statistic: its value, where it has one, and its p-value.
  static Statistic of(
      Address address, String label, Answer<TestResult> answer, Method method, Basis basis) {
    Optional<TestResult> result = answer.value();
    Optional<Estimate> value =
        result
            .filter(test -> test.statistic().isPresent())
            .map(test -> Estimate.of(test.statistic().getAsDouble()));
    String whyNot = answer.outcome().usable() ? "" : answer.outcome().words();
    return new Statistic(
        address, label, value, result.map(TestResult::p), "", method, basis, whyNot);
  }
}
