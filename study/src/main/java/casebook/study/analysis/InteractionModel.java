// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.regress.Design;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Covariate.Term;
import casebook.study.analysis.provenance.InteractionMethods;
import casebook.study.data.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A model in which the odds ratio of the exposure differs between the levels of another variable,
/// written in two ways: with an odds ratio for each level, and with products beside the odds ratio
/// of the first level. Both have one likelihood.
///
/// @param label the label of its covariate set; empty for the crude model
/// @param within the model with an odds ratio for each level
/// @param products the same model with products
/// @param terms the names of the products
record InteractionModel(
    String label, AssociationModel within, AssociationModel products, List<String> terms) {
  InteractionModel {
    terms = List.copyOf(terms);
  }

  /// @param covariates those of the set; the modifier itself enters once, by its levels
  static InteractionModel of(
      String label,
      Population population,
      Exposure exposure,
      Covariate modifier,
      List<Covariate> covariates) {
    List<Covariate> all = new ArrayList<>(covariates);
    all.removeIf(it -> it.variable().name().equals(modifier.variable().name()));
    all.add(modifier);
    AssociationModel base = AssociationModel.of(population, exposure, all);
    int[] rows = AssociationModel.rows(population, exposure, all);
    Column.Leveled levels = (Column.Leveled) modifier.column();
    int[] seen = Arrays.stream(rows).map(levels::code).distinct().sorted().toArray();
    Builder within = new Builder(base, rows);
    Builder products = new Builder(base, rows);
    base.contrasts().forEach(contrast -> products.add(contrast, exposure, Optional.empty()));
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < seen.length; i++) {
      for (Contrast contrast : base.contrasts()) {
        Contrast inLevel = within(contrast, modifier, seen[i]);
        Optional<Level> level = Optional.of(new Level(levels, seen[i], inLevel));
        within.add(contrast, exposure, level);
        if (i > 0 && products.add(contrast, exposure, level)) {
          terms.add(inLevel.term());
        }
      }
    }
    return new InteractionModel(label, within.model(population), products.model(population), terms);
  }

  /// The contrast within a level of the modifier.
  static Contrast within(Contrast contrast, Covariate modifier, int level) {
    String name = modifier.variable().name();
    Column.Leveled levels = (Column.Leveled) modifier.column();
    String value = levels.levels().get(level);
    String label = contrast.label() + ", " + LevelCells.words(modifier.variable(), levels, level);
    return new Contrast(
        contrast.slug(), contrast.term() + " in " + name + "=" + value, label, contrast.level());
  }

  /// A level of the modifier with the contrast within it.
  private record Level(Column.Leveled column, int code, Contrast contrast) {}

  /// The test that the odds ratios are the same in all levels.
  NestedTest test() {
    return new NestedTest(
        products.fits(),
        terms,
        "the exposure or the other variable is the same in everybody",
        new NestedTest.Ways(
            InteractionMethods.LIKELIHOOD, InteractionMethods.PENALISED, InteractionMethods.WALD));
  }

  private static final class Builder {
    private final AssociationModel base;
    private final int[] rows;
    private final List<Contrast> contrasts = new ArrayList<>();
    private Design design;

    Builder(AssociationModel base, int[] rows) {
      this.base = base;
      this.rows = rows;
      design = Design.withIntercept(rows.length);
      for (Term term : base.terms()) {
        design = design.and(term.name(), term.values());
      }
    }

    /// Adds a contrast, in one level only where one is given, unless it is the same in everybody.
    boolean add(Contrast contrast, Exposure exposure, Optional<Level> level) {
      double[] values =
          Arrays.stream(rows)
              .mapToDouble(row ->
                  level.isPresent() && level.get().column().code(row) != level.get().code()
                      ? 0
                      : exposure.value(contrast, row))
              .toArray();
      Contrast named = level.map(Level::contrast).orElse(contrast);
      if (new Term(named.term(), named.label(), values).isConstant()) {
        return false;
      }
      contrasts.add(named);
      design = design.and(named.term(), values);
      return true;
    }

    AssociationModel model(Population population) {
      double[] outcome = AssociationModel.outcome(population, rows);
      return new AssociationModel(
          base.people(),
          contrasts,
          base.terms(),
          base.constant(),
          AssociationModel.fits(design, outcome));
    }
  }
}
