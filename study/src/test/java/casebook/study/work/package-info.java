// SPDX-License-Identifier: Apache-2.0
@NullMarked
package casebook.study.work;

import org.jspecify.annotations.NullMarked;
