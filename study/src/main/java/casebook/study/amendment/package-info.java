// SPDX-License-Identifier: Apache-2.0

/// What two study files say otherwise.
@NullMarked
package casebook.study.amendment;

import org.jspecify.annotations.NullMarked;
