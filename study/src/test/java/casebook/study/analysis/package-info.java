// SPDX-License-Identifier: Apache-2.0

/// Analyses against R, by hand, and at their edges.
@NullMarked
package casebook.study.analysis;

import org.jspecify.annotations.NullMarked;
