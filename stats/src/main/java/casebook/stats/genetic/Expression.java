// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import java.util.List;
import java.util.OptionalDouble;

/// Expression of a gene relative to reference genes, from the threshold cycles of a quantitative
/// PCR.
///
/// For one subject the value is log2 of E_target^-Ct(target) over the geometric mean of
/// E_ref^-Ct(ref) over the references; with one reference and efficiency 2 it is -delta Ct. The
/// difference of two subjects' values is the log2 of Pfaffl's ratio, with all efficiencies 2 it is
/// -delta delta Ct. Technical replicates are averaged in cycles first, as they are one subject:
/// they add no degrees of freedom to a comparison of groups, which is made on these values with the
/// tests for means and turned back by 2^x.
///
/// Source: Livak and Schmittgen, 2001, Methods 25:402-408; Pfaffl, 2001, Nucleic Acids Research
/// 29:e45; Vandesompele and others, 2002, Genome Biology 3:research0034 (several references);
/// Bustin and others, 2009, Clinical Chemistry 55:611-622 (MIQE).
///
/// @param target the gene in question
/// @param references the reference genes, at least one; two or more are recommended
public record Expression(Amplicon target, List<Amplicon> references) {
  public Expression {
    references = List.copyOf(references);
    if (references.isEmpty()) {
      throw new IllegalArgumentException("there are 0 reference genes; at least 1 is needed");
    }
  }

  /// The value of one subject.
  ///
  /// @param log2 log2 relative expression
  /// @param replicateError standard error of `log2` that comes from the technical replicates;
  ///   absent when a gene was measured once
  public record Value(double log2, OptionalDouble replicateError) {
    /// Returns the relative expression on the natural scale, 2^log2.
    public double relative() {
      return Math.pow(2, log2);
    }
  }

  /// Computes the value of one subject.
  ///
  /// @param targetCycles threshold cycles of the target, one for each replicate, at least one
  /// @param referenceCycles for each reference gene its replicates' threshold cycles, at least one
  public Value of(double[] targetCycles, List<double[]> referenceCycles) {
    if (referenceCycles.size() != references.size()) {
      throw new IllegalArgumentException(
          "cycles of "
              + referenceCycles.size()
              + " reference genes; expected "
              + references.size());
    }
    double log2 = target.log2Quantity(mean(target, targetCycles));
    double variance = varianceOfMean(target, targetCycles);
    int count = references.size();
    for (int k = 0; k < count; k++) {
      Amplicon gene = references.get(k);
      double[] cycles = referenceCycles.get(k);
      log2 -= gene.log2Quantity(mean(gene, cycles)) / count;
      variance += varianceOfMean(gene, cycles) / ((double) count * count);
    }
    return new Value(
        log2,
        Double.isNaN(variance) ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance)));
  }

  private static double mean(Amplicon gene, double[] cycles) {
    if (cycles.length == 0) {
      throw new IllegalArgumentException("there are 0 cycles of " + gene.name());
    }
    double sum = 0;
    for (double cycle : cycles) {
      if (!Double.isFinite(cycle)) {
        throw new IllegalArgumentException("cycle " + cycle + " of " + gene.name());
      }
      sum += cycle;
    }
    return sum / cycles.length;
  }

  /// The variance of the mean log2 quantity; NaN for one replicate.
  private static double varianceOfMean(Amplicon gene, double[] cycles) {
    double mean = mean(gene, cycles);
    double sum = 0;
    for (double cycle : cycles) {
      sum += (cycle - mean) * (cycle - mean);
    }
    double slope = gene.log2Quantity(1);
    return slope * slope * sum / (cycles.length - 1.0) / cycles.length;
  }
}
