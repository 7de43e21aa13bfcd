// SPDX-License-Identifier: Apache-2.0

/// Genotypes and gene expression: equilibrium, models of association, relative quantities.
@NullMarked
package casebook.stats.genetic;

import org.jspecify.annotations.NullMarked;
