// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.finding.Plot;

/// A figure of single values as plain text, for golden files.
final class PlotText {
  private PlotText() {}

  static String of(Plot plot) {
    StringBuilder text = new StringBuilder();
    switch (plot) {
      case Plot.Strips strips -> {
        text.append(strips.values()).append(" by ").append(strips.by());
        for (Plot.Strip group : strips.groups()) {
          text.append("; ").append(group.label()).append(' ').append(group.dots().size());
          text.append(" middle ").append(group.middle());
        }
      }
      case Plot.Scatter scatter -> {
        text.append(scatter.across()).append(" and ").append(scatter.up());
        for (Plot.Cloud group : scatter.groups()) {
          text.append("; ").append(group.label()).append(' ').append(group.pairs().size());
        }
      }
    }
    return text.toString();
  }
}
