// SPDX-License-Identifier: Apache-2.0
/// Work on several threads, with results that do not depend on how many there are.
@NullMarked
package casebook.study.work;

import org.jspecify.annotations.NullMarked;
