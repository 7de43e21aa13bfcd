// SPDX-License-Identifier: Apache-2.0

/// What an assay and its cut-off do to a study: the reference limit, how it would have come out
/// otherwise, who lies too near to it, and what becomes of the odds ratio.
@NullMarked
package casebook.study.analysis.assay;

import org.jspecify.annotations.NullMarked;
