// SPDX-License-Identifier: Apache-2.0

/// How many patients the rules go through in a second, and a work list of a million of them.
@NullMarked
package casebook.bench.patients;

import org.jspecify.annotations.NullMarked;
