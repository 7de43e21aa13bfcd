// SPDX-License-Identifier: Apache-2.0

/// Tests of this package.
@NullMarked
package casebook.study.report.style;

import org.jspecify.annotations.NullMarked;
