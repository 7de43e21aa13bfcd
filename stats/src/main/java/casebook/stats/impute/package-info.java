// SPDX-License-Identifier: Apache-2.0

/// Missing values: their patterns, and the pooling of analyses of imputed data sets.
@NullMarked
package casebook.stats.impute;

import org.jspecify.annotations.NullMarked;
