// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.contingency.FixedMargins.Distance;
import casebook.stats.dist.ChiSquared;
import casebook.stats.dist.ExactLimits;
import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/// The odds ratio a d / (b c) of a 2x2 table, each method with the interval and the p-value of one
/// test.
///
/// An empty cell makes the estimate 0 or infinite and leaves one finite limit, except for the Wald
/// interval, which then does not exist. A table with an empty margin says nothing: no answer.
///
/// @param level confidence level, between 0 and 1
public record OddsRatio(double level) {
  public OddsRatio {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static OddsRatio standard() {
    return new OddsRatio(0.95);
  }

  /// Returns this method with another confidence level.
  public OddsRatio withLevel(double other) {
    return new OddsRatio(other);
  }

  /// The sample odds ratio without an interval; 0 or infinite where a cell is empty.
  public Answer<Estimate> sample(TwoByTwo t) {
    return answer(t, () -> Estimate.of(sampleValue(t)));
  }

  private static double sampleValue(TwoByTwo t) {
    return (double) (t.a() * t.d()) / (t.b() * t.c());
  }

  /// The Wald interval of Woolf: ln OR +- z sqrt(1/a + 1/b + 1/c + 1/d), with the Wald p-value.
  ///
  /// Source: Woolf, Annals of Human Genetics 19 (1955) 251. Equals: SPSS, SAS,
  /// `epitools::oddsratio. wald`, the Wald interval of `glm` (R 4.2).
  public Answer<Effect> woolf(TwoByTwo t) {
    Optional<String> why = t.emptyMargin().or(t::emptyCell);
    return why.map(Answer::<Effect>none)
        .orElseGet(() -> Answer.of(wald("Woolf (Wald)", FixedMargins.of(t, 0))));
  }

  /// The Wald interval after 1/2 is added to every cell, always; an answer even for an empty
  /// margin.
  ///
  /// Source: Haldane, Annals of Human Genetics 20 (1956) 309; Anscombe, Biometrika 43 (1956) 461.
  public Effect haldane(TwoByTwo t) {
    return wald("Haldane-Anscombe (Wald, 1/2 added)", FixedMargins.of(t, 0.5));
  }

  /// The small-sample adjusted odds ratio a d / ((b + 1) (c + 1)) with the interval and p-value of
  /// [#haldane(TwoByTwo)], which belong to another estimate; an answer even for an empty margin.
  ///
  /// Source: Jewell, Statistics for Epidemiology (2004), section 7.1. Equals:
  /// `epitools::oddsratio.small`.
  public Effect smallSample(TwoByTwo t) {
    Effect half = haldane(t);
    double ratio = (double) (t.a() * t.d()) / ((t.b() + 1) * (t.c() + 1));
    return new Effect(
        "small-sample adjusted", new Estimate(ratio, half.estimate().interval()), half.p());
  }

  private Effect wald(String method, FixedMargins m) {
    double ratio = m.a() * m.d() / (m.b() * m.c());
    double standardError = Math.sqrt(1 / m.a() + 1 / m.b() + 1 / m.c() + 1 / m.d());
    return Wald.ratio(method, ratio, standardError, level);
  }

  /// The score interval that inverts Pearson's chi-square.
  ///
  /// Source: Cornfield, Proceedings of the Third Berkeley Symposium 4 (1956) 135. Equals: Stata
  /// `cc, cornfield`. Differs from: Epi Info, which corrects for continuity.
  public Answer<Effect> cornfield(TwoByTwo t) {
    return score(t, "score (Cornfield)", 1);
  }

  /// The score interval that inverts the N-1 chi-square: Cornfield's with the variance times N / (N
  /// - 1).
  ///
  /// Source: Miettinen and Nurminen, Statistics in Medicine 4 (1985) 213.
  public Answer<Effect> miettinenNurminen(TwoByTwo t) {
    return score(t, "score (Miettinen-Nurminen)", (t.n() - 1.0) / t.n());
  }

  private Answer<Effect> score(TwoByTwo t, String method, double factor) {
    return answer(
        t,
        () -> {
          FixedMargins m = FixedMargins.of(t, 0);
          PValue p = ChiSquared.p(factor * m.fromIndependence(Distance.SCORE), 1);
          double z = Normal.ofLevel(level) / Math.sqrt(factor);
          return effect(method, sampleValue(t), limits(m, Distance.SCORE, z), p);
        });
  }

  /// The profile-likelihood interval with the likelihood-ratio p-value.
  ///
  /// Source: Venzon and Moolgavkar, Applied Statistics 37 (1988) 87. Equals: `confint` of a
  /// logistic `glm` (R 4.2), whose limits have three to four digits.
  public Answer<Effect> profile(TwoByTwo t) {
    return answer(t, () -> likelihood("profile likelihood", sampleValue(t), FixedMargins.of(t, 0)));
  }

  /// Firth's penalised likelihood with its profile interval, penalised likelihood-ratio p-value and
  /// the standard error from the unpenalised information.
  ///
  /// For the 2x2 table Jeffreys' penalty is half an observation in each cell, also while the odds
  /// ratio is held. The standard error takes the rows as the covariate and changes when rows and
  /// columns are exchanged; nothing else does. Source: Firth, Biometrika 80 (1993) 27; Heinze and
  /// Schemper, Statistics in Medicine 21 (2002) 2409. Equals: `logistf`, `brglm2` (type "AS_mean").
  public Answer<Effect> firth(TwoByTwo t) {
    return answer(
        t,
        () -> {
          FixedMargins m = FixedMargins.of(t, 0.5);
          double ratio = m.a() * m.d() / (m.b() * m.c());
          Effect profile = likelihood("Firth, profile penalised likelihood", ratio, m);
          return new Effect(
              profile.method(),
              profile.estimate(),
              OptionalDouble.of(firthStandardError(t)),
              profile.p());
        });
  }

  /// Firth's estimate with its Wald interval and p-value.
  public Answer<Effect> firthWald(TwoByTwo t) {
    return answer(
        t,
        () -> {
          FixedMargins m = FixedMargins.of(t, 0.5);
          double ratio = m.a() * m.d() / (m.b() * m.c());
          return Wald.ratio("Firth (Wald)", ratio, firthStandardError(t), level);
        });
  }

  private static double firthStandardError(TwoByTwo t) {
    return Math.sqrt(
        firthVariance(t.row1(), t.a() + 0.5, t.b() + 0.5)
            + firthVariance(t.row2(), t.c() + 0.5, t.d() + 0.5));
  }

  // 1 / (n p q) at p = (events + 1/2) / (n + 1)
  private static double firthVariance(long n, double with, double without) {
    return (n + 1.0) / n * (n + 1.0) / (with * without);
  }

  private Effect likelihood(String method, double ratio, FixedMargins m) {
    PValue p = ChiSquared.p(m.fromIndependence(Distance.LIKELIHOOD), 1);
    return effect(method, ratio, limits(m, Distance.LIKELIHOOD, Normal.ofLevel(level)), p);
  }

  private Interval limits(FixedMargins m, Distance distance, double z) {
    return new Interval(m.lowerLimit(distance, z), m.upperLimit(distance, z), level);
  }

  /// The conditional maximum-likelihood estimate with the central exact interval and twice the
  /// smaller exact tail.
  ///
  /// Source: Cornfield 1956; Fay, Biostatistics 11 (2010) 373. Equals: the interval of
  /// `fisher.test` (R 4.2), which prints it beside the p-value of another test and to three or four
  /// digits.
  public Answer<Effect> centralExact(TwoByTwo t) {
    return conditional(
        t,
        limits ->
            effect(
                "conditional, central exact",
                limits.estimate(),
                limits.central(level, 1),
                limits.centralP(0, 1)));
  }

  /// The median-unbiased estimate with the central mid-P interval and p-value.
  ///
  /// Source: Fagerland, Lydersen and Laake, Statistical Methods in Medical Research 24 (2015) 224.
  /// Equals: `epitools::oddsratio.midp`, which fails for an empty cell.
  public Answer<Effect> midP(TwoByTwo t) {
    return conditional(
        t,
        limits ->
            effect(
                "conditional, mid-P",
                limits.medianUnbiased(),
                limits.central(level, 0.5),
                limits.centralP(0, 0.5)));
  }

  /// The conditional maximum-likelihood estimate with the interval that inverts the usual two-sided
  /// Fisher test.
  ///
  /// The set of odds ratios that the test does not reject can have holes; the interval is its hull,
  /// as the method's authors have it. Where the p-value is below one minus the level and the
  /// interval still holds 1, then 1 lies in a hole. Source: Fay 2010. Equals: `exact2x2(tsmethod =
  /// "minlike")`.
  public Answer<Effect> minimumLikelihood(TwoByTwo t) {
    return conditional(
        t,
        limits ->
            effect(
                "conditional, minimum likelihood",
                limits.estimate(),
                limits.minimumLikelihood(level),
                FisherExact.twoSided(t).p()));
  }

  /// The conditional maximum-likelihood estimate with Blaker's interval, a hull as well, and
  /// p-value.
  ///
  /// Source: Blaker, Canadian Journal of Statistics 28 (2000) 783. Equals: `exact2x2(tsmethod =
  /// "blaker")`.
  public Answer<Effect> blaker(TwoByTwo t) {
    return conditional(
        t,
        limits ->
            effect(
                "conditional, Blaker", limits.estimate(), limits.blaker(level), limits.blakerP(0)));
  }

  private static Answer<Effect> conditional(TwoByTwo t, Function<ExactLimits, Effect> method) {
    return answer(t, () -> method.apply(FisherExact.limits(t)));
  }

  private static Effect effect(String method, double value, Interval interval, PValue p) {
    return new Effect(method, new Estimate(value, interval), p);
  }

  private static <T> Answer<T> answer(TwoByTwo t, Supplier<T> value) {
    return t.emptyMargin().map(Answer::<T>none).orElseGet(() -> Answer.of(value.get()));
  }
}
