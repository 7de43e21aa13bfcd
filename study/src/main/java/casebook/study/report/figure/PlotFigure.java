// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.finding.Plot;
import casebook.study.finding.Plot.Dot;
import casebook.study.report.style.Numbers;

/// Figures of single values, each by its kind.
public final class PlotFigure {
  private PlotFigure() {}

  /// Draws the figure of some values.
  public static Drawing of(Plot plot, Numbers numbers) {
    return switch (plot) {
      case Plot.Strips strips -> StripsFigure.of(strips, numbers);
      case Plot.Scatter scatter -> ScatterFigure.of(scatter, numbers);
    };
  }

  /// The figure in words.
  public static String words(Plot plot, Numbers numbers) {
    return switch (plot) {
      case Plot.Strips strips -> StripsFigure.words(strips, numbers);
      case Plot.Scatter scatter -> ScatterFigure.words(scatter);
    };
  }

  /// How to read the marks, as a legend says it.
  public static String legend(Plot plot, String level) {
    boolean beyond =
        switch (plot) {
          case Plot.Strips strips ->
              strips.groups().stream().flatMap(it -> it.dots().stream()).anyMatch(PlotFigure::open);
          case Plot.Scatter scatter ->
              scatter.groups().stream()
                  .flatMap(it -> it.pairs().stream())
                  .anyMatch(pair -> open(pair.across()) || open(pair.up()));
        };
    String marks =
        switch (plot) {
          case Plot.Strips strips ->
              "Each circle is a person; equal values stand side by side. Bars are medians, whiskers"
                  + " their "
                  + level
                  + "% confidence intervals (by ordered values), where the group is large enough.";
          case Plot.Scatter scatter ->
              "Each mark is a person; the lines along the edges show the values of one measurement"
                  + " alone.";
        };
    return marks + (beyond ? " Triangles are values known only to lie beyond that place." : "");
  }

  private static boolean open(Dot dot) {
    return dot.beyond() != 0;
  }
}
