// SPDX-License-Identifier: Apache-2.0

/// What is said of genotypes themselves: how many there are of each, how often the counted allele
/// is, whether they occur as random mating makes them.
@NullMarked
package casebook.study.analysis.genotype;

import org.jspecify.annotations.NullMarked;
