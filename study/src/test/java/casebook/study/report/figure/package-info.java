// SPDX-License-Identifier: Apache-2.0

/// Tests of this package.
@NullMarked
package casebook.study.report.figure;

import org.jspecify.annotations.NullMarked;
