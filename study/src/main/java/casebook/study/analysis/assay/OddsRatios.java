// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.contingency.TwoByTwo;
import casebook.study.finding.Address;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;

/// How the paper makes odds ratios of 2x2 tables.
public interface OddsRatios {
  /// The odds ratio of a table: cases first, those above the cut-off first.
  Statistic of(Address address, String label, TwoByTwo table, Basis basis);
}
