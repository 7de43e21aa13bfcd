// SPDX-License-Identifier: Apache-2.0

@NullMarked
package casebook.study.amendment;

import org.jspecify.annotations.NullMarked;
