// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import java.util.ArrayList;
import java.util.List;

/// How stable candidate reference genes are: geNorm's measure M.
///
/// For genes j and k the standard deviation over the samples of log2(a_j / a_k) is taken; M of j is
/// its mean over all other genes. The smaller the better; below 0.5 is usual in homogeneous
/// samples.
///
/// Source: Vandesompele and others, 2002, Genome Biology 3:research0034.
///
/// @param genes candidate genes, at least two
public record ReferenceStability(List<Amplicon> genes) {
  public ReferenceStability {
    genes = List.copyOf(genes);
    if (genes.size() < 2) {
      throw new IllegalArgumentException(genes.size() + " genes; at least 2 are needed");
    }
  }

  /// Returns M of each gene, in the order of the genes.
  ///
  /// @param cycles for each gene its threshold cycles (means of replicates), one for each sample;
  ///   at least two samples, the same ones in the same order for all genes
  public List<Double> of(List<double[]> cycles) {
    if (cycles.size() != genes.size()) {
      throw new IllegalArgumentException(cycles.size() + " genes measured, not " + genes.size());
    }
    int samples = cycles.getFirst().length;
    for (double[] one : cycles) {
      if (one.length != samples || samples < 2) {
        throw new IllegalArgumentException(
            one.length + " samples; every gene needs the same number, at least 2");
      }
    }
    List<Double> stability = new ArrayList<>();
    for (int j = 0; j < genes.size(); j++) {
      double sum = 0;
      for (int k = 0; k < genes.size(); k++) {
        sum += k == j ? 0 : deviation(j, k, cycles);
      }
      stability.add(sum / (genes.size() - 1));
    }
    return List.copyOf(stability);
  }

  private double deviation(int j, int k, List<double[]> cycles) {
    int samples = cycles.get(j).length;
    double[] ratio = new double[samples];
    double mean = 0;
    for (int i = 0; i < samples; i++) {
      ratio[i] =
          genes.get(j).log2Quantity(cycles.get(j)[i]) - genes.get(k).log2Quantity(cycles.get(k)[i]);
      mean += ratio[i] / samples;
    }
    double squares = 0;
    for (double value : ratio) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (samples - 1));
  }
}
