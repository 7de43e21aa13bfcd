// SPDX-License-Identifier: Apache-2.0

/// Numbers of imputed data sets, pooled.
@NullMarked
package casebook.study.analysis.imputation;

import org.jspecify.annotations.NullMarked;
