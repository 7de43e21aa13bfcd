// SPDX-License-Identifier: Apache-2.0

/// The natural way: study, data, cohort, findings, report.
@NullMarked
package casebook.study.run;

import org.jspecify.annotations.NullMarked;
