// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Optional;

/// Both profile limits of a coefficient, on the scale of the design.
final class Profiles {
  private Profiles() {}

  static Answer<Estimate> of(Fitted fit, String column, double level) {
    double z = Normal.ofLevel(level);
    Optional<Integer> place = fit.model().place(fit.model().design().column(column));
    if (!fit.isEstimated() || place.isEmpty()) {
      return Answer.none(fit.outcome());
    }
    boolean intercept = place.get() == 0 && fit.model().x().centredOnIntercept();
    Fitted suited = intercept ? fit.uncentred() : fit;
    return suited.isEstimated()
        ? both(suited, place.get(), z, level)
        : Answer.none(suited.outcome());
  }

  private static Answer<Estimate> both(Fitted fit, int place, double z, double level) {
    double standardError = Math.sqrt(fit.covariance().at(place, place));
    Profile profile = new Profile(fit.model(), fit.top(), place, standardError, z);
    Answer<Double> low = profile.limit(-1);
    Answer<Double> high = profile.limit(1);
    if (low.value().isEmpty() || high.value().isEmpty()) {
      return Answer.none(low.value().isEmpty() ? low.outcome() : high.outcome());
    }
    double scale = fit.model().x().scale(place);
    return Answer.of(
        new Estimate(
            fit.top().at(place) * scale,
            new Interval(low.orThrow() * scale, high.orThrow() * scale, level)));
  }
}
