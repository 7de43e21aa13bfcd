// SPDX-License-Identifier: Apache-2.0

/// Data sets in which missing values were filled in elsewhere: found in the files that were read,
/// held against what was observed, and joined to it.
@NullMarked
package casebook.study.imputed;

import org.jspecify.annotations.NullMarked;
