// SPDX-License-Identifier: Apache-2.0

/// From a study file and data to findings and a paper.
@NullMarked
package casebook.study;

import org.jspecify.annotations.NullMarked;
