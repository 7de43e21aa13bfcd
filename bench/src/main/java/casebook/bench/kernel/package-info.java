// SPDX-License-Identifier: Apache-2.0

/// The loops that take the time, measured alone with JMH: time and bytes allocated.
@NullMarked
package casebook.bench.kernel;

import org.jspecify.annotations.NullMarked;
