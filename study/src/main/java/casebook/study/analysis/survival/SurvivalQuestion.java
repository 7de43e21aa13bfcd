// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.stats.survival.ConfidenceBand;
import casebook.stats.survival.KaplanMeier;
import casebook.stats.survival.QuantileRule;
import casebook.stats.survival.Ties;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.survival.Clock.Death;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.language.Clause;

/// What is asked of whom, and with which methods.
///
/// @param base the beginning of all addresses
/// @param spec what the clause says
/// @param cohort the people
/// @param settings what the run is done with
public record SurvivalQuestion(Address base, SurvivalSpec spec, Cohort cohort, Settings settings) {

  Clock clock() {
    return spec.clock();
  }

  Origin origin() {
    return Origin.of(cohort, spec.at());
  }

  /// What is waited for, as a paper calls it.
  String event() {
    String name = clock().event().map(Clause::words).orElseThrow();
    String label = label(name);
    return clock().death().filter(Death.IS_THE_EVENT::equals).isPresent()
        ? label + " or death"
        : label;
  }

  /// What time is counted from; empty where it is a number.
  String from() {
    return clock().from().map(it -> label(it.words())).orElse("");
  }

  private String label(String name) {
    return SurvivalName.find(cohort.study(), name).map(SurvivalName::label).orElse(name);
  }

  /// In which unit times are printed; empty when nothing says it.
  String unit() {
    return Watch.printed(cohort, clock());
  }

  boolean competing() {
    return clock().death().filter(Death.COMPETES::equals).isPresent();
  }

  double level() {
    return settings.level();
  }

  Profile profile() {
    return settings.profile();
  }

  /// The curve by the methods of a profile.
  KaplanMeier kaplanMeier() {
    return kaplanMeier(settings);
  }

  static KaplanMeier kaplanMeier(Settings settings) {
    ConfidenceBand band =
        switch (settings.profile()) {
          case CASEBOOK, SAS, STATA -> ConfidenceBand.LOG_LOG;
          case SPSS14 -> ConfidenceBand.PLAIN;
          case R -> ConfidenceBand.LOG;
        };
    QuantileRule rule =
        switch (settings.profile()) {
          case CASEBOOK, SPSS14, STATA -> QuantileRule.FIRST;
          case R, SAS -> QuantileRule.MIDPOINT;
        };
    return new KaplanMeier(band, settings.level(), rule);
  }

  /// Ties by the methods of the profile.
  Ties ties() {
    return switch (profile()) {
      case CASEBOOK, R -> Ties.EFRON;
      case SPSS14, SAS, STATA -> Ties.BRESLOW;
    };
  }
}
