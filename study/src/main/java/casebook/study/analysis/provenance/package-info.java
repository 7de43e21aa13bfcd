// SPDX-License-Identifier: Apache-2.0

/// What the numbers of every analysis carry with them: files and lines, counts and rows, methods in
/// plain words, the variable's label, the parts of an address.
@NullMarked
package casebook.study.analysis.provenance;

import org.jspecify.annotations.NullMarked;
