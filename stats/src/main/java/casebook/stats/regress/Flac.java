// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.result.Answer;
import java.util.Arrays;
import java.util.Optional;

/// Firth's logistic regression with an added covariate (FLAC).
///
/// Firth's estimate is that of maximum likelihood when every person brings along two pseudo-persons
/// of weight h/2, one with and one without the event, h being the person's leverage. FLAC tells the
/// real from the pseudo-persons by a further column, so that the predicted events are as many as
/// there are; the slopes change a little.
///
/// Source: Puhr, Heinze, Nold, Lusa & Geroldinger 2017, Stat Med 36:2302. Equals: `logistf::flac`
/// (R).
///
/// @param firth the fit that the leverages come from
/// @param logistic the fit of the augmented data
public record Flac(Firth firth, Logistic logistic) {
  /// The name of the column that marks pseudo-persons.
  public static final String PSEUDO = "(pseudo)";

  /// Returns the standard settings of both.
  public static Flac standard() {
    return new Flac(Firth.standard(), Logistic.standard());
  }

  /// Fits a model.
  ///
  /// @param design the explanatory side; its frequencies count people
  /// @param outcome one for each row: 1 for an event, 0 for none
  /// @return the fit of the augmented data: its design has the rows of `design` first and a further
  ///   column [#PSEUDO], its people include the pseudo-persons
  public Answer<Fit> fit(Design design, double... outcome) {
    Fit start = firth.fit(design, outcome);
    if (!start.isEstimated()) {
      return Answer.none(start.outcome());
    }
    Columns x = start.model().x();
    FirthKernel kernel = new FirthKernel(x, x.pick(outcome), firth.tau(), 0);
    kernel.evaluate(start.point(), new double[x.size], new double[x.size * x.size]);
    double[][] rows = new double[2 * x.rows][];
    double[] weights = new double[2 * x.rows];
    double[] all = Arrays.copyOf(outcome, outcome.length + 2 * x.rows);
    for (int i = 0; i < x.rows; i++) {
      int place = x.places[i];
      double weight = firth.tau() * kernel.leverage(i) * x.frequency(i);
      for (int twin = 0; twin < 2; twin++) {
        double[] row = new double[design.columns() + 1];
        for (int j = 0; j < design.columns(); j++) {
          row[j] = design.at(place, j);
        }
        row[design.columns()] = 1;
        rows[2 * i + twin] = row;
        weights[2 * i + twin] = weight;
        all[outcome.length + 2 * i + twin] = twin;
      }
    }
    Design marked = design.and(PSEUDO, new double[design.rows()]);
    Design augmented = marked.appended(rows, weights, i -> marked.offset(x.places[i / 2]));
    Fit fit = logistic.fit(augmented, all);
    return new Answer<>(Optional.of(fit), fit.outcome());
  }
}
