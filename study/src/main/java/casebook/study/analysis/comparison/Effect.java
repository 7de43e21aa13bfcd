// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.compare.MeanDifference;
import casebook.stats.result.Answer;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic.Basis;

/// One contrast: two groups, or a step of a scale.
///
/// @param address where its numbers stand
/// @param row the head of its row, such as `Dominant: TG or GG against TT`
/// @param words as a sentence goes on, such as `between TG or GG and TT of SNP309`
/// @param difference on the scale of the comparison, logarithms for ratios
/// @param method how it was made
/// @param basis what it rests on
record Effect(
    Address address,
    String row,
    String words,
    Answer<MeanDifference> difference,
    Method method,
    Basis basis) {}
