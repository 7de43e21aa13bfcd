// SPDX-License-Identifier: Apache-2.0

/// A measurement between groups, and two measurements with each other.
@NullMarked
package casebook.study.analysis.comparison;

import org.jspecify.annotations.NullMarked;
