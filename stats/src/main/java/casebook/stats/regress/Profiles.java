// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.Normal;
import casebook.stats.math.Matrix;
import casebook.stats.math.Maximum;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import java.util.Optional;

/// Both profile limits of a coefficient, on the scale of the design.
final class Profiles {
  private Profiles() {}

  static Answer<Estimate> of(
      Model model,
      Maximum top,
      Outcome outcome,
      Optional<Matrix> covariance,
      String column,
      double level) {
    double z = Normal.ofLevel(level);
    Optional<Integer> place = model.place(model.design().column(column));
    if (covariance.isEmpty() || place.isEmpty()) {
      return Answer.none(outcome);
    }
    boolean moved = place.get() == 0 && model.x().centredOnIntercept();
    return moved
        ? intercept(model, top, z, level)
        : both(model, top, covariance.get(), place.get(), z, level);
  }

  private static Answer<Estimate> intercept(Model model, Maximum top, double z, double level) {
    Model plain = model.uncentred();
    double[] point = model.x().natural(top.point());
    for (int j = 0; j < point.length; j++) {
      point[j] /= plain.x().scale(j);
    }
    Maximum again = plain.free(point);
    Optional<Matrix> covariance = plain.covariance(again.point());
    return again.outcome().usable() && covariance.isPresent()
        ? both(plain, again, covariance.get(), 0, z, level)
        : Answer.none(again.outcome());
  }

  private static Answer<Estimate> both(
      Model model, Maximum top, Matrix covariance, int place, double z, double level) {
    double standardError = Math.sqrt(covariance.at(place, place));
    Profile profile = new Profile(model, top, place, standardError, z);
    Answer<Double> low = profile.limit(-1);
    Answer<Double> high = profile.limit(1);
    if (low.value().isEmpty() || high.value().isEmpty()) {
      return Answer.none(low.value().isEmpty() ? low.outcome() : high.outcome());
    }
    double scale = model.x().scale(place);
    return Answer.of(
        new Estimate(
            top.at(place) * scale,
            new Interval(low.orThrow() * scale, high.orThrow() * scale, level)));
  }
}
