// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.result.Interval;
import java.util.Optional;

/// The scale on which a survival probability gets its symmetric pointwise interval.
///
/// Below, S is the survival probability, s the standard error of ln S (Greenwood), z the normal
/// quantile. Limits are kept within 0 and 1.
///
/// Source: Borgan and Liestol, 1990, Scandinavian Journal of Statistics 17:35-41; Kalbfleisch and
/// Prentice, The Statistical Analysis of Failure Time Data, 2nd edition 2002, section 1.4.
///
/// Equals: `survfit(conf.type = )` of R's survival 3.5.
public enum ConfidenceBand {
  /// S +- z S s.
  PLAIN {
    @Override
    double limit(double survival, double distance) {
      return survival + distance * survival;
    }
  },
  /// S exp(+- z s).
  LOG {
    @Override
    double limit(double survival, double distance) {
      return survival * Math.exp(distance);
    }
  },
  /// S^exp(-+ z s / ln S); undefined where S is 1.
  LOG_LOG {
    @Override
    double limit(double survival, double distance) {
      double ln = Math.log(survival);
      return Math.exp(ln * Math.exp(distance / ln));
    }
  },
  /// logit S +- z s / (1 - S); undefined where S is 1.
  LOGIT {
    @Override
    double limit(double survival, double distance) {
      double odds = survival / (1 - survival) * Math.exp(distance / (1 - survival));
      return odds / (1 + odds);
    }
  },
  /// sin^2 of arcsin sqrt S +- z s sqrt(S / (1 - S)) / 2; undefined where S is 1.
  ARCSINE {
    @Override
    double limit(double survival, double distance) {
      double angle = Math.asin(Math.sqrt(survival));
      angle += distance / 2 * Math.sqrt(survival / (1 - survival));
      double sine = Math.sin(Math.clamp(angle, 0, Math.PI / 2));
      return sine * sine;
    }
  };

  /// The limit at a signed distance, in units of ln S.
  abstract double limit(double survival, double distance);

  /// Returns the interval of a survival probability, empty where the scale has none: at 0 always,
  /// at 1 for the log-log, logit and arcsine scales.
  ///
  /// @param survival S, between 0 and 1
  /// @param logError s, the standard error of ln S
  /// @param z normal quantile of the level
  /// @param level confidence level
  Optional<Interval> interval(double survival, double logError, double z, double level) {
    if (survival <= 0 || (survival >= 1 && this != PLAIN && this != LOG)) {
      return Optional.empty();
    }
    double low = Math.clamp(limit(survival, -z * logError), 0, 1);
    double high = Math.clamp(limit(survival, z * logError), 0, 1);
    return Optional.of(new Interval(low, high, level));
  }
}
