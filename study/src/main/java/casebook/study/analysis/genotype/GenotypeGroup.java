// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.genotype;

import casebook.study.data.RowSet;

/// Some people whose genotypes are counted: a column of the table.
///
/// @param slug its part of an address
/// @param label its head
/// @param rows its people
/// @param declared whether equilibrium is judged in this group
public record GenotypeGroup(String slug, String label, RowSet rows, boolean declared) {}
