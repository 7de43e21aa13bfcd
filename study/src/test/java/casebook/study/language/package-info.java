// SPDX-License-Identifier: Apache-2.0

/// Tests of the study language.
@NullMarked
package casebook.study.language;

import org.jspecify.annotations.NullMarked;
