// SPDX-License-Identifier: Apache-2.0

/// Families of tests: P values adjusted together, beside the raw ones.
@NullMarked
package casebook.study.analysis.family;

import org.jspecify.annotations.NullMarked;
