// SPDX-License-Identifier: Apache-2.0

/// From a paper to bytes.
@NullMarked
package casebook.study.render;

import org.jspecify.annotations.NullMarked;
