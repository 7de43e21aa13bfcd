// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.study.analysis.provenance.Slugs;
import casebook.study.analysis.sensitivity.Models.Wanted;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Choice;
import casebook.study.finding.Choice.Option;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Finding.Specifications;
import casebook.study.finding.Finding.Specifications.Specification;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Every combination of people, covariates, cut-off and estimator: the odds ratio under each.
///
/// Source: Steegen S, Tuerlinckx F, Gelman A, Vanpaemel W. Perspect Psychol Sci 2016;11:702-712;
/// Simonsohn U, Simmons JP, Nelson LD. Nat Hum Behav 2020;4:1208-1214.
public final class Grid {
  private final GridQuestion asked;
  private final GridCutoffs cutoffs;
  private final List<String> people;
  private final List<String> covariates;

  private Grid(GridQuestion asked) {
    this.asked = asked;
    this.cutoffs = GridCutoffs.of(asked);
    this.people = slugs("everybody", asked.people());
    this.covariates = slugs("crude", asked.covariates());
  }

  /// Fits all models and sets out their answers.
  public static Specifications of(GridQuestion asked) {
    return new Grid(asked).finding();
  }

  private static List<String> slugs(String first, List<Option> options) {
    List<String> labels = new ArrayList<>(List.of(first));
    options.stream().skip(1).map(Option::label).forEach(labels::add);
    return Slugs.distinct(labels);
  }

  /// A model with its place in the grid.
  private record Piece(int people, int covariates, int cutoff) {}

  private Specifications finding() {
    List<Piece> pieces = new ArrayList<>();
    for (int group = 0; group < people.size(); group++) {
      for (int set = 0; set < covariates.size(); set++) {
        for (int cutoff = 0; cutoff < cutoffs.slugs().size(); cutoff++) {
          pieces.add(new Piece(group, set, cutoff));
        }
      }
    }
    List<Supplier<Fitted>> fits = new ArrayList<>();
    pieces.forEach(piece -> fits.add(() -> asked.models().fit(wanted(piece))));
    List<Fitted> fitted = asked.models().all(fits);
    int main = main(pieces, fitted);
    List<Specification> all = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      for (int estimator = 0; estimator < asked.spec().estimators().size(); estimator++) {
        all.add(specification(pieces.get(i), estimator, fitted.get(i), main));
      }
    }
    List<Specification> ordered = numbered(all);
    return new Specifications(
        heading(main >= 0),
        choices(),
        columns(),
        ordered,
        new GridSummary(asked, choices(), ordered).summary());
  }

  private Wanted wanted(Piece piece) {
    Address address =
        asked
            .base()
            .with(people.get(piece.people()))
            .with(cutoffs.slugs().get(piece.cutoff()))
            .with(covariates.get(piece.covariates()));
    String label =
        asked.exposure().label()
            + ", "
            + String.join(
                ", ",
                asked.people().get(piece.people()).label(),
                cutoffs.choice().options().get(piece.cutoff()).label(),
                asked.covariates().get(piece.covariates()).label());
    return new Wanted(
        cutoffs.cohorts().get(piece.cutoff()), piece.people(), piece.covariates(), address, label);
  }

  /// The place of the estimator that the association prints for everybody; -1 when the grid does
  /// not have it.
  private int main(List<Piece> pieces, List<Fitted> fitted) {
    boolean sparse = false;
    for (int i = 0; i < pieces.size(); i++) {
      boolean inTable = pieces.get(i).people() == 0 && pieces.get(i).cutoff() == 0;
      sparse |= inTable && fitted.get(i).sparse();
    }
    boolean firth = sparse && asked.settings().profile() == Profile.CASEBOOK;
    return asked
        .spec()
        .estimators()
        .indexOf(firth ? Estimator.FIRTH : Estimator.MAXIMUM_LIKELIHOOD);
  }

  private Specification specification(Piece piece, int estimator, Fitted fitted, int main) {
    Statistic odds = fitted.by(asked.spec().estimators().get(estimator));
    List<Cell> cells = new ArrayList<>(fitted.counts());
    cells.add(Cell.of(Form.RATIO, odds));
    cells.add(test(odds));
    boolean first = piece.people() == 0 && piece.covariates() == 0 && piece.cutoff() == 0;
    return new Specification(
        List.of(piece.people(), piece.covariates(), piece.cutoff(), estimator),
        first && estimator == main,
        new Row("", "", 0, cells));
  }

  /// The p-value beside an odds ratio.
  private static Cell test(Statistic odds) {
    if (odds.p().isEmpty()) {
      return Cell.of(Form.NOT_APPLICABLE);
    }
    return Cell.of(
        Form.P,
        new Statistic(
            odds.address().with("p"),
            odds.label() + ": P",
            Optional.empty(),
            odds.p(),
            "",
            GridMethods.TEST,
            odds.basis(),
            ""));
  }

  /// From the smallest to the largest, each with its number.
  private static List<Specification> numbered(List<Specification> all) {
    List<Specification> ordered = new ArrayList<>(all);
    ordered.sort(Comparator.comparingDouble(it -> it.ratio().orElse(Double.POSITIVE_INFINITY)));
    List<Specification> numbered = new ArrayList<>();
    for (Specification it : ordered) {
      String number = Integer.toString(numbered.size() + 1);
      Row row = new Row(number, it.main() ? "main" : "", 0, it.row().cells());
      numbered.add(new Specification(it.taken(), it.main(), row));
    }
    return numbered;
  }

  private List<Choice> choices() {
    List<Option> estimators =
        asked.spec().estimators().stream()
            .map(it -> new Option(it.word(), OptionalDouble.empty(), it.sentence()))
            .toList();
    return List.of(
        new Choice("People", "", asked.people()),
        new Choice("Adjusted for", "", asked.covariates()),
        cutoffs.choice(),
        new Choice("Estimator", "", estimators));
  }

  private List<Column> columns() {
    boolean counted = asked.exposure().hasLevels();
    return List.of(
        new Column("cases", counted ? "Exposed cases" : "Cases", 0, ""),
        new Column("controls", counted ? "Exposed controls" : "Controls", 0, ""),
        new Column("odds_ratio", "Odds ratio", 0, ""),
        new Column("p", "P", 0, "Of the odds ratio in the same line."));
  }

  private Heading heading(boolean main) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Every combination of the declared choices, from the smallest odds ratio to the largest;"
            + " the number is that of the figure.");
    if (main) {
      notes.add("Main: the crude odds ratio that the analysis prints.");
    }
    notes.add("Counts are of those whose variables are all known.");
    if (asked.settings().profile() != Profile.CASEBOOK) {
      notes.add(
          "Maximum likelihood has the intervals and P values of profile "
              + asked.settings().profile().word()
              + ".");
    }
    return new Finding.Heading(
        asked.base(),
        asked.exposure().label() + " in cases and controls: other choices of the analysis",
        asked.spec().at(),
        false,
        notes,
        List.of());
  }
}
