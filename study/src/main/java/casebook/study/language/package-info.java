// SPDX-License-Identifier: Apache-2.0

/// The study language: from text to a study. No data and no statistics here.
@NullMarked
package casebook.study.language;

import org.jspecify.annotations.NullMarked;
