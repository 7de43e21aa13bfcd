// SPDX-License-Identifier: Apache-2.0

/// Figures as shapes: one file a figure, with axes and a canvas that they share.
@NullMarked
package casebook.study.report.figure;

import org.jspecify.annotations.NullMarked;
