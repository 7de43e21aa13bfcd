// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.stats.survival.KaplanMeier;
import casebook.stats.survival.Ties;
import casebook.study.finding.Method;

/// How the numbers of a survival analysis were made, in words a clinician understands.
final class SurvivalMethods {
  private static final String KAPLAN_MEIER = "Kaplan EL, Meier P. J Am Stat Assoc 1958;53:457-481";
  private static final String BROOKMEYER = "Brookmeyer R, Crowley J. Biometrics 1982;38:29-41";
  private static final String SCHEMPER =
      "Schemper M, Smith TL. Control Clin Trials 1996;17:343-346";
  private static final String COX = "Cox DR. J R Stat Soc B 1972;34:187-220";
  private static final String FIRTH = "Heinze G, Schemper M. Biometrics 2001;57:114-119";
  private static final String AALEN = "Aalen OO, Johansen S. Scand J Stat 1978;5:141-150";

  static final Method EVENTS =
      new Method("events", "", "How many had what was waited for while observed.", "", "");

  static final Method DEATHS =
      new Method("deaths first", "", "How many died without what was waited for.", "", "");

  static final Method LOG_RANK =
      new Method(
          "log-rank test",
          "",
          "Asks whether the groups have their events at the same rate: at each event, the observed"
              + " events are compared with those expected if all at risk were alike.",
          "Peto R, Peto J. J R Stat Soc A 1972;135:185-207",
          "");

  static final Method TREND =
      new Method(
          "log-rank test for trend",
          "",
          "Asks whether the rate of events rises or falls from group to group in their order.",
          "Tarone RE. Biometrika 1975;62:679-682",
          "");

  static final Method GRAY =
      new Method(
          "Gray's test",
          "",
          "Asks whether the groups have the same cumulative incidence, death being able to come"
              + " first.",
          "Gray RJ. Ann Stat 1988;16:1141-1154",
          "");

  static final Method SCHOENFELD =
      new Method(
          "test of proportional hazards (Schoenfeld residuals)",
          "",
          "Asks whether the hazard ratio changes with time; a small P says that one ratio does not"
              + " describe the whole time.",
          "Grambsch PM, Therneau TM. Biometrika 1994;81:515-526",
          "score test; time on the scale of the Kaplan-Meier curve");

  private SurvivalMethods() {}

  static Method median(KaplanMeier curve) {
    return new Method(
        "median time (Kaplan-Meier)",
        "Brookmeyer and Crowley",
        "The time by which half of the people have had the event: the first at which the curve is"
            + " at or below one half. It is not reached when the curve stays above.",
        BROOKMEYER,
        curve.toString());
  }

  static Method survival(KaplanMeier curve) {
    return new Method(
        "Kaplan-Meier estimate",
        band(curve),
        "The share of people without the event at that time; who is no longer observed counts as"
            + " long as observed.",
        KAPLAN_MEIER,
        curve.toString());
  }

  /// The scale of the pointwise intervals in words.
  static String band(KaplanMeier curve) {
    return switch (curve.band()) {
      case PLAIN -> "Greenwood, plain";
      case LOG -> "Greenwood, log scale";
      case LOG_LOG -> "Greenwood, log-log scale";
      case LOGIT -> "Greenwood, logit scale";
      case ARCSINE -> "arcsine scale";
    };
  }

  static Method incidence() {
    return new Method(
        "cumulative incidence (Aalen-Johansen)",
        "log-log scale",
        "The share of people who have had the event by that time, where death can come first. One"
            + " minus a Kaplan-Meier curve that censors deaths would be larger.",
        AALEN,
        "");
  }

  static Method followUp(KaplanMeier curve, String part) {
    return new Method(
        part + " of follow-up (reverse Kaplan-Meier)",
        "",
        "How long people would have been observed if nothing but the end of observation had ended"
            + " it: events and deaths count as censored.",
        SCHEMPER,
        curve.toString());
  }

  static Method naive(String part) {
    return new Method(
        part + " of observed times",
        "",
        "Of the times as they are: early events and deaths make them short, so that they say less"
            + " about how long people were observed than the reverse Kaplan-Meier median.",
        "",
        "");
  }

  /// A hazard ratio.
  ///
  /// @param adjusted covariates held constant, in words; empty for none
  /// @param interval how its interval was made
  /// @param competing whether death competes, so that the hazard is that of the event alone
  static Method hazardRatio(
      String adjusted, String interval, boolean firth, Ties ties, boolean competing) {
    String name =
        (competing ? "cause-specific hazard ratio" : "hazard ratio")
            + " (Cox model"
            + (firth ? ", Firth's penalty" : "")
            + (adjusted.isEmpty() ? "" : ", adjusted for " + adjusted)
            + ")";
    return new Method(
        name,
        interval,
        "How many times faster events happen in the group than in the reference, at any time, among"
            + " those still at risk"
            + (adjusted.isEmpty() ? "." : ", at equal values of the covariates."),
        firth ? FIRTH : COX,
        "ties: " + (ties == Ties.EFRON ? "Efron" : "Breslow"));
  }

  static Method restrictedMean(double horizon) {
    return new Method(
        "difference of restricted mean times",
        "normal",
        "How much longer, on average, people of the group were without the event than those of the"
            + " reference, within the time that all groups were observed. It needs no constant"
            + " hazard ratio.",
        "Royston P, Parmar MK. BMC Med Res Methodol 2013;13:152",
        "horizon " + horizon);
  }
}
