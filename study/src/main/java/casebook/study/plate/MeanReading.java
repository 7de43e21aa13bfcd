// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

/// What was read of the wells of one sample.
///
/// @param wells how many
/// @param response their mean, without the blank
/// @param weight how much they count together, where a standard well counts 1
/// @param dilution the factor by which the sample was diluted
public record MeanReading(int wells, double response, double weight, double dilution) {}
