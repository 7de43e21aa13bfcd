// SPDX-License-Identifier: Apache-2.0

/// Regression models: designs, linear and Poisson regression, logistic regression in its forms, and
/// whether an estimate exists.
@NullMarked
package casebook.stats.regress;

import org.jspecify.annotations.NullMarked;
