// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.result.Answer;
import java.util.Map;
import java.util.TreeMap;

/// Where the search for a kinetic curve begins: the fall between the last two thirds of the curve
/// after its peak, the time of the peak, and the area under the samples.
///
/// @param lnElimination natural logarithm of the elimination rate
/// @param lnAbsorption natural logarithm of the absorption rate
/// @param lnClearance natural logarithm of the clearance
record KineticStart(double lnElimination, double lnAbsorption, double lnClearance) {
  static Answer<KineticStart> of(double dose, Observations data) {
    TreeMap<Double, Double> curve = new TreeMap<>();
    for (int i = 0; i < data.rows(); i++) {
      double time = data.x(i)[0];
      if (!(time >= 0) || data.x(i).length != 1) {
        throw new IllegalArgumentException(
            "the time is " + time + " in row " + i + "; it is one number, at least 0");
      }
      curve.merge(time, data.y(i), Math::max);
    }
    Map.Entry<Double, Double> peak = Map.entry(0.0, 0.0);
    Map.Entry<Double, Double> last = peak;
    double area = 0;
    Map.Entry<Double, Double> before = peak;
    for (Map.Entry<Double, Double> sample : curve.entrySet()) {
      double mean = (sample.getValue() + before.getValue()) / 2;
      area += mean * (sample.getKey() - before.getKey());
      peak = sample.getValue() > peak.getValue() ? sample : peak;
      last = sample.getValue() > 0 ? sample : last;
      before = sample;
    }
    if (!(peak.getValue() > 0) || last.getKey() <= peak.getKey()) {
      return Answer.none("the concentrations do not fall after a peak");
    }
    double fall = Math.log(peak.getValue() / last.getValue()) / (last.getKey() - peak.getKey());
    double rate = Math.max(fall, 1e-3 / last.getKey());
    double tail = area + last.getValue() / rate;
    double rise = peak.getKey() > 0 ? Math.max(3 / peak.getKey(), 2 * rate) : 10 * rate;
    return Answer.of(new KineticStart(Math.log(rate), Math.log(rise), Math.log(dose / tail)));
  }
}
