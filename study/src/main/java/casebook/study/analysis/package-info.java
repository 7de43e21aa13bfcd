// SPDX-License-Identifier: Apache-2.0

/// What a study can ask for.
@NullMarked
package casebook.study.analysis;

import org.jspecify.annotations.NullMarked;
