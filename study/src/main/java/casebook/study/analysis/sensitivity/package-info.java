// SPDX-License-Identifier: Apache-2.0

/// One odds ratio under every combination of declared choices: people, covariates, cut-off,
/// estimator.
@NullMarked
package casebook.study.analysis.sensitivity;

import org.jspecify.annotations.NullMarked;
